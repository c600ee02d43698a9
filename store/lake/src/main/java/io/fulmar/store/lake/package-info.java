/**
 * Market data and results at rest in columnar files. So far results: {@link io.fulmar.store.lake.ArrowWriter} writes an Arrow IPC file
 * without any library, {@link io.fulmar.store.lake.ArrowReader} reads it back.
 *
 * <p>May know: {@code domain}, {@code bus}.
 */
@NullMarked
package io.fulmar.store.lake;

import org.jspecify.annotations.NullMarked;
