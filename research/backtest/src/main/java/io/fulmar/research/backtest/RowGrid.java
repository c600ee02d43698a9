package io.fulmar.research.backtest;

import io.fulmar.domain.Timeframe;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Finds how far apart a file's rows are meant to be and refuses rows that do not fit.
 *
 * <p>Missing rows are allowed, so that no single step says it. If most steps are multiples of the timeframe asked for, the rows are
 * bars of it and each must open on its boundary. Else the file is finer: its spacing is the step that more than half of the rows
 * share, or the smallest if none is that common, and must divide the timeframe. All steps multiples of something longer: coarser.
 */
final class RowGrid {
    private final Path file;
    private final CsvColumns columns;

    RowGrid(Path file, CsvColumns columns) {
        this.file = file;
        this.columns = columns;
    }

    /** The timeframe of the rows: the one asked for or a finer one. */
    Timeframe spacing(Timeframe asked) {
        long common = columns.commonStep;
        if (common > asked.nanos()) {
            throw DataException.at(
                    file,
                    columns.line(1),
                    "time",
                    DataFault.ROWS_COARSER,
                    "the rows are " + new Timeframe(common) + " apart, coarser than the timeframe " + asked);
        }
        var spacing = mostlyMultiplesOf(asked.nanos()) ? asked : new Timeframe(usualStep());
        if (!spacing.divides(asked)) {
            throw DataException.at(
                    file,
                    columns.line(1),
                    "time",
                    DataFault.TIME_MISALIGNED,
                    "rows " + spacing + " apart cannot be made into bars of " + asked);
        }
        requireAligned(spacing);
        return spacing;
    }

    /** The longest timeframe that every step between rows is a multiple of; a day for a single row. */
    Timeframe ownTimeframe() {
        long common = columns.commonStep;
        return common == 0 ? Timeframe.DAY : new Timeframe(common);
    }

    /** How many bars of this timeframe are missing between the first and the last of these times. */
    static long missing(long[] times, int size, long nanos) {
        return size == 0 ? 0 : (times[size - 1] - times[0]) / nanos + 1 - size;
    }

    private void requireAligned(Timeframe spacing) {
        // From a boundary, steps that are all multiples lead to boundaries only.
        int unproven = columns.commonStep % spacing.nanos() == 0 ? 1 : columns.size;
        for (int row = 0; row < unproven; row++) {
            long time = columns.times[row];
            if (spacing.floor(time) != time) {
                throw DataException.at(
                        file,
                        columns.line(row),
                        "time",
                        DataFault.TIME_MISALIGNED,
                        instant(time) + " is not on a boundary of " + spacing);
            }
        }
    }

    private boolean mostlyMultiplesOf(long nanos) {
        if (columns.commonStep % nanos == 0) {
            return true;
        }
        long multiples = 0;
        for (int row = 1; row < columns.size; row++) {
            long step = step(row);
            if (step % nanos == 0) {
                multiples++;
            }
        }
        return multiples * 2 >= columns.size - 1;
    }

    /** The step of more than half of the rows by majority vote, else the smallest. */
    private long usualStep() {
        long candidate = 0;
        long votes = 0;
        long smallest = Long.MAX_VALUE;
        for (int row = 1; row < columns.size; row++) {
            long step = step(row);
            smallest = Math.min(smallest, step);
            if (votes == 0) {
                candidate = step;
            }
            votes += step == candidate ? 1 : -1;
        }
        long count = 0;
        for (int row = 1; row < columns.size; row++) {
            count += step(row) == candidate ? 1 : 0;
        }
        return count * 2 > columns.size - 1 ? candidate : smallest;
    }

    private long step(int row) {
        return columns.times[row] - columns.times[row - 1];
    }

    static String instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L))
                .toString();
    }
}
