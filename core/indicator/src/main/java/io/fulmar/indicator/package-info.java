/**
 * Indicators as folds from a declared anchor, a block at a time, under TA-Lib's names.
 *
 * <p>Start with {@link io.fulmar.indicator.Indicators}: it finds a {@link io.fulmar.indicator.Definition}, which makes a
 * {@link io.fulmar.indicator.Fold}, which takes {@link io.fulmar.indicator.Block}s of bars and fills columns of doubles.
 *
 * <pre>
 *   Block (doubles, and the whole numbers behind them)  -> Fold -> columns
 *   exact input   -> whole-number sums, one rounding        (class X)
 *   doubles       -> each window added up afresh            (class W)
 *   recursions    -> state from the anchor                  (classes R, P)
 * </pre>
 *
 * <p>A {@code Cell} takes one value, a {@code Column} a stretch, a {@code Slide} gives the windows of a stretch at once. Candle patterns
 * are lines in the words of {@code Candles}.
 *
 * <p>May know: {@code domain}. Holds no clock, no randomness and no I/O.
 */
@NullMarked
package io.fulmar.indicator;

import org.jspecify.annotations.NullMarked;
