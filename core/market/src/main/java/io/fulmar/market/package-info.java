/**
 * What the market did, as folds: columns of bars, and of quotes, trades and changes of the book; the book itself, and whether it can be
 * trusted; the builders that make bars of trades and coarser bars of finer ones.
 *
 * <p>May know: {@code domain}. Start with {@link io.fulmar.market.Bars}; {@link io.fulmar.market.TimeBars} fills one from another.
 * Bars of any other kind begin with {@link io.fulmar.market.BarKind} and {@link io.fulmar.market.BarFold}.
 * What a venue says comes in through {@link io.fulmar.market.Guard}.
 * For what happens between bars start with {@link io.fulmar.market.Flow} and {@link io.fulmar.market.Book}.
 */
@NullMarked
package io.fulmar.market;

import org.jspecify.annotations.NullMarked;
