package io.fulmar.research.data;

import io.fulmar.domain.Timeframe;
import io.fulmar.research.backtest.CandleRows;
import io.fulmar.research.backtest.DataException;
import io.fulmar.research.backtest.DataFault;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.nio.file.Path;
import java.util.List;

/** Puts the candles of a file into a dataset: behind the last row, between those that are there, or nowhere if they are there. */
final class CandleImport {
    private static final String[] PRICES = {"open", "high", "low", "close"};

    private final Lake lake;
    private final Dataset dataset;
    private final boolean replace;
    private long unchanged;
    private long conflicts;
    private long corrected;

    CandleImport(Lake lake, Dataset dataset, boolean replace) {
        this.lake = lake;
        this.dataset = dataset;
        this.replace = replace;
    }

    ImportReport take(Path name, CandleRows rows) {
        Timeframe timeframe = ((Kind.Candles) dataset.kind()).timeframe();
        long misaligned = misaligned(name, rows, timeframe);
        try (DatasetWriter writer = lake.write(dataset, new Scales(rows.tick().scale(), 0))) {
            int known =
                    writer.last().isEmpty() ? 0 : firstAfter(rows, writer.last().getAsLong());
            Rows between = known == 0 ? new Rows(dataset.kind(), 0) : between(rows, known);
            long added = between.size() - corrected + rows.size() - known;
            writer.correct(between);
            append(writer, rows, known);
            if (added + corrected > 0) {
                writer.commit();
            }
            return report(rows, timeframe, added, misaligned);
        }
    }

    private ImportReport report(CandleRows rows, Timeframe timeframe, long added, long misaligned) {
        long first = rows.times()[0];
        long last = rows.times()[rows.size() - 1];
        return new ImportReport(
                dataset.toString(),
                rows.size() + rows.duplicates(),
                added,
                unchanged,
                rows.duplicates(),
                conflicts,
                corrected,
                rows.snapped(),
                rows.rounded(),
                Math.max(0, (last - first) / timeframe.nanos() + 1 - (rows.size() - misaligned)),
                misaligned,
                first,
                last,
                lake.state(dataset).orElseThrow().revision(),
                List.of());
    }

    /** How many bars open beside a boundary. A file of another timeframe is refused: its bars would be taken for these. */
    private static long misaligned(Path name, CandleRows rows, Timeframe timeframe) {
        long beside = 0;
        long multiples = 0;
        for (int row = 0; row < rows.size(); row++) {
            long time = rows.times()[row];
            beside += timeframe.floor(time) == time ? 0 : 1;
            multiples += row > 0 && (time - rows.times()[row - 1]) % timeframe.nanos() == 0 ? 1 : 0;
        }
        if (multiples * 2 < rows.size() - 1) {
            throw DataException.atRow(
                    name,
                    2,
                    "time",
                    DataFault.ROWS_FINER,
                    "most rows are no multiple of " + timeframe + " apart, the first two "
                            + new Timeframe(rows.times()[1] - rows.times()[0]));
        }
        if (rows.commonStep() > timeframe.nanos() && rows.size() > 2) {
            throw DataException.atRow(
                    name,
                    2,
                    "time",
                    DataFault.ROWS_COARSER,
                    "the rows are " + new Timeframe(rows.commonStep()) + " apart, coarser than " + timeframe);
        }
        return beside;
    }

    private static int firstAfter(CandleRows rows, long time) {
        int at = java.util.Arrays.binarySearch(rows.times(), 0, rows.size(), time);
        return at < 0 ? -at - 1 : at + 1;
    }

    /** Of the first rows those that the lake has not, and, if they are to replace others, those that it has otherwise. */
    private Rows between(CandleRows rows, int known) {
        Rows wanted = new Rows(dataset.kind(), known);
        Rows old = new Rows(dataset.kind());
        try (DatasetReader reader = lake.read(dataset, rows.times()[0], rows.times()[known - 1] + 1)) {
            boolean more = reader.next(old);
            int at = 0;
            for (int row = 0; row < known; row++) {
                while (more && (at == old.size() || old.times()[at] < rows.times()[row])) {
                    if (at == old.size()) {
                        more = reader.next(old);
                        at = 0;
                    } else {
                        at++;
                    }
                }
                compare(rows, row, old, more && old.times()[at] == rows.times()[row] ? at : -1, wanted);
            }
        }
        return wanted;
    }

    private void compare(CandleRows rows, int row, Rows old, int at, Rows wanted) {
        if (at < 0) {
            put(rows, row, wanted);
        } else if (same(rows, row, old, at)) {
            unchanged++;
        } else if (replace) {
            corrected++;
            put(rows, row, wanted);
        } else {
            conflicts++;
        }
    }

    /** What the file does not say is no difference. */
    private static boolean same(CandleRows rows, int row, Rows old, int at) {
        for (int i = 0; i < PRICES.length; i++) {
            if (rows.prices()[i][row] != old.numbers(PRICES[i])[at]) {
                return false;
            }
        }
        double quoteVolume = quoteVolume(rows, row);
        long trades = trades(rows, row);
        return rows.volumes()[row] == old.numbers("volume")[at]
                && (Double.isNaN(quoteVolume) || quoteVolume == old.numbers("quote_volume")[at])
                && (trades == Rows.UNKNOWN || trades == old.wholes("trades")[at]);
    }

    private static double quoteVolume(CandleRows rows, int row) {
        return rows.quoteVolumes().length == 0 ? Double.NaN : rows.quoteVolumes()[row];
    }

    private static long trades(CandleRows rows, int row) {
        return rows.trades().length == 0 ? Rows.UNKNOWN : rows.trades()[row];
    }

    private static void put(CandleRows rows, int row, Rows into) {
        double[][] prices = rows.prices();
        into.candle(
                rows.times()[row],
                prices[0][row],
                prices[1][row],
                prices[2][row],
                prices[3][row],
                rows.volumes()[row],
                quoteVolume(rows, row));
        into.told(trades(rows, row), rows.flags()[row]);
    }

    private void append(DatasetWriter writer, CandleRows rows, int from) {
        Rows batch = new Rows(dataset.kind(), Math.min(Rows.BATCH, rows.size() - from));
        for (int row = from; row < rows.size(); row++) {
            put(rows, row, batch);
            if (batch.isFull()) {
                writer.append(batch);
                batch.clear();
            }
        }
        writer.append(batch);
    }
}
