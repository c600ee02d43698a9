/**
 * Market data and results at rest in columnar files. Start at {@link io.fulmar.store.lake.Lake}: datasets with one writer each, whose
 * manifest says which files count. Below it Arrow IPC without any library: {@link io.fulmar.store.lake.ArrowWriter} writes results,
 * {@link io.fulmar.store.lake.ArrowReader} reads our files and those of other programs.
 *
 * <p>May know: {@code domain}, {@code bus}.
 */
@NullMarked
package io.fulmar.store.lake;

import org.jspecify.annotations.NullMarked;
