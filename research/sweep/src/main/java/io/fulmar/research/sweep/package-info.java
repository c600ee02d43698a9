/**
 * A strategy over a space of parameters: spaces, samplers, tiers, work units, resume.
 *
 * <p>May know: the core, {@code research.backtest}, {@code research.robustness}, {@code research.sweepvector}, {@code store.lake}.
 */
@NullMarked
package io.fulmar.research.sweep;

import org.jspecify.annotations.NullMarked;
