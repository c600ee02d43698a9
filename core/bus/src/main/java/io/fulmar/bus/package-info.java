/**
 * Facts as bytes: the envelope, the codec and the ports of the log.
 *
 * <p>May know: {@code domain}.
 */
@NullMarked
package io.fulmar.bus;

import org.jspecify.annotations.NullMarked;
