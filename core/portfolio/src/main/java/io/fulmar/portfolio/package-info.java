/**
 * Positions, money and profit folded from fills; sizing; capital shared among competing signals.
 *
 * <p>May know: {@code domain}.
 */
@NullMarked
package io.fulmar.portfolio;

import org.jspecify.annotations.NullMarked;
