/**
 * Turns an order into Approved or Refused; limits, breakers and cooldowns.
 *
 * <p>May know: {@code domain}, {@code portfolio}.
 */
@NullMarked
package io.fulmar.risk;

import org.jspecify.annotations.NullMarked;
