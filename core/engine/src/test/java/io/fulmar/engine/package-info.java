/** May know: everything that {@code engine} may. */
@NullMarked
package io.fulmar.engine;

import org.jspecify.annotations.NullMarked;
