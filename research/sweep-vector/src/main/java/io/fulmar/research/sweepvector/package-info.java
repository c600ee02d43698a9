/**
 * The few loops of a sweep that use the Vector API, each behind a scalar twin.
 *
 * <p>May know: nothing but {@code java.base} and the incubating vector module.
 */
@NullMarked
package io.fulmar.research.sweepvector;

import org.jspecify.annotations.NullMarked;
