/**
 * What the market did, as folds: columns of bars and the builders that make coarser bars of finer ones.
 *
 * <p>May know: {@code domain}.
 */
@NullMarked
package io.fulmar.market;

import org.jspecify.annotations.NullMarked;
