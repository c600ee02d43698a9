/**
 * Order life, brackets and emulated triggers, and the ports that a venue implements.
 *
 * <p>May know: {@code domain}, {@code bus}, {@code risk}. Start with {@link io.fulmar.execution.OrderLife}, the life of one order as a
 * pure function, whose test holds the table of every life, ask and input; {@link io.fulmar.execution.Orders} keeps all orders of a desk.
 */
@NullMarked
package io.fulmar.execution;

import org.jspecify.annotations.NullMarked;
