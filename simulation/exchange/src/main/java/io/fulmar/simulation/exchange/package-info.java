/**
 * The simulated venue of backtests and paper trading: it does not flatter.
 *
 * <p>May know: {@code domain}, {@code bus}, {@code market}, {@code execution} and the permits of {@code risk}.
 */
@NullMarked
package io.fulmar.simulation.exchange;

import org.jspecify.annotations.NullMarked;
