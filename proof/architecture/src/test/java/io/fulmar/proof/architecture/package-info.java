/**
 * The rules of the house as tests: who may know whom, what the core may not touch, how large and how public things are.
 *
 * <p>May know: everything. Start reading at {@link io.fulmar.proof.architecture.ArrowsTest}; what is allowed stands in
 * {@code arrows.txt} beside it. Every rule is also held against a planted class that breaks it.
 */
@NullMarked
package io.fulmar.proof.architecture;

import org.jspecify.annotations.NullMarked;
