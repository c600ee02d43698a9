/**
 * What the market did, as folds: columns of bars and the builders that make coarser bars of finer ones.
 *
 * <p>May know: {@code domain}. Start with {@link io.fulmar.market.Bars}; {@link io.fulmar.market.TimeBars} fills one from another.
 */
@NullMarked
package io.fulmar.market;

import org.jspecify.annotations.NullMarked;
