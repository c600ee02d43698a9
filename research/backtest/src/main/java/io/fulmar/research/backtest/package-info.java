/**
 * A desk over recorded data with a replay clock; statistics and the report.
 *
 * <p>May know: the core, {@code simulation.exchange}.
 */
@NullMarked
package io.fulmar.research.backtest;

import org.jspecify.annotations.NullMarked;
