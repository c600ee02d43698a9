/**
 * Market data and results at rest in columnar files.
 *
 * <p>May know: {@code domain}, {@code bus}.
 */
@NullMarked
package io.fulmar.store.lake;

import org.jspecify.annotations.NullMarked;
