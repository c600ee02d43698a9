/**
 * Seeded synthetic markets: regimes, volatility clustering, jumps, weekends.
 *
 * <p>May know: {@code domain}. Start with {@link io.fulmar.simulation.market.SyntheticMarket}; what it makes is set by {@link
 * io.fulmar.simulation.market.MarketModel}. Results are raw columns, {@link io.fulmar.simulation.market.Candles}, so that this room
 * need not know who trades on them.
 */
@NullMarked
package io.fulmar.simulation.market;

import org.jspecify.annotations.NullMarked;
