/**
 * Market data on its way into the lake and out of it: files that others wrote, the checks of what is there, its repair.
 *
 * <p>Start with {@link io.fulmar.research.data.DataImport}: a file is opened by what it holds ({@link io.fulmar.research.data.DataFile}),
 * read into rows, and appended to one dataset. Text goes through the parser of {@code research/backtest}, so that a bar means the same
 * in a backtest of a file and in one of the lake.
 *
 * <p>May know: core, {@code research/backtest}, {@code store/lake}.
 */
@NullMarked
package io.fulmar.research.data;

import org.jspecify.annotations.NullMarked;
