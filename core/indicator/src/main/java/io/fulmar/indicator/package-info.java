/**
 * Indicators as folds from a declared anchor, a block at a time, under TA-Lib's names.
 *
 * <p>May know: {@code domain}.
 */
@NullMarked
package io.fulmar.indicator;

import org.jspecify.annotations.NullMarked;
