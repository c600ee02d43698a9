/**
 * Order life, brackets and emulated triggers, and the ports that a venue implements.
 *
 * <p>May know: {@code domain}, {@code bus}, {@code risk}.
 */
@NullMarked
package io.fulmar.execution;

import org.jspecify.annotations.NullMarked;
