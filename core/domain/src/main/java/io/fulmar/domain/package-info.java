/**
 * What trading is made of: exact numbers, instruments, orders, events and commands.
 *
 * <p>Knows nothing but {@code java.base}. Everything else in Fulmar depends on this room. Start with {@link io.fulmar.domain.Side}.
 */
@NullMarked
package io.fulmar.domain;

import org.jspecify.annotations.NullMarked;
