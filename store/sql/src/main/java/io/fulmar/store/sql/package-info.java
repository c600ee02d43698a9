/**
 * Questions to a lake in SQL, and Parquet: DuckDB, in a process of its own, so that nothing else carries its 77 MB or its memory. The
 * command line starts {@link io.fulmar.store.sql.SqlProcess}.
 *
 * <p>May know: {@code domain}, {@code store.lake}.
 */
@NullMarked
package io.fulmar.store.sql;

import org.jspecify.annotations.NullMarked;
