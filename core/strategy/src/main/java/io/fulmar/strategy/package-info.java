/**
 * What a strategy's author uses: handlers or a plan, series, sizes, distances, parameters.
 *
 * <p>May know: {@code domain}, {@code market}, {@code indicator}.
 */
@NullMarked
package io.fulmar.strategy;

import org.jspecify.annotations.NullMarked;
