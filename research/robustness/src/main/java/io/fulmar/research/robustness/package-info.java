/**
 * How much of a result is luck: pure functions over what a candidate did.
 *
 * <p>May know: the core, {@code research.backtest}, {@code store.lake}.
 */
@NullMarked
package io.fulmar.research.robustness;

import org.jspecify.annotations.NullMarked;
