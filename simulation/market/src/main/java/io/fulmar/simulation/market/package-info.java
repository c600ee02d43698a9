/**
 * Seeded synthetic markets: regimes, volatility clustering, jumps, weekends.
 *
 * <p>May know: {@code domain}.
 */
@NullMarked
package io.fulmar.simulation.market;

import org.jspecify.annotations.NullMarked;
