package io.fulmar.app.fulmar;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Exact;
import io.fulmar.domain.Instrument;
import io.fulmar.market.BarFeatures;
import io.fulmar.market.BarFold;
import io.fulmar.market.BarKind;
import io.fulmar.market.MadeBars;
import io.fulmar.store.lake.ArrowField;
import io.fulmar.store.lake.ArrowWriter;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.DatasetState;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** Reads a dataset of trades, makes bars of one kind, and writes them as an Arrow file: a batch of trades in memory at a time. */
final class TradesToBars {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final List<ArrowField> FIELDS = List.of(
            new ArrowField("time", ArrowField.Type.TIMESTAMP),
            new ArrowField("close_time", ArrowField.Type.TIMESTAMP),
            new ArrowField("open", ArrowField.Type.FLOAT64),
            new ArrowField("high", ArrowField.Type.FLOAT64),
            new ArrowField("low", ArrowField.Type.FLOAT64),
            new ArrowField("close", ArrowField.Type.FLOAT64),
            new ArrowField("volume", ArrowField.Type.FLOAT64),
            new ArrowField("quote_volume", ArrowField.Type.FLOAT64),
            new ArrowField("trades", ArrowField.Type.INT32),
            new ArrowField("flags", ArrowField.Type.INT8),
            new ArrowField("volatility", ArrowField.Type.FLOAT64),
            new ArrowField("position", ArrowField.Type.FLOAT64));

    /** What was done; times of the first bar's open and the last one's close, 0 without bars. */
    record Made(
            Dataset dataset,
            BarKind kind,
            long trades,
            long outside,
            long bars,
            long incomplete,
            long from,
            long to,
            Path out) {}

    private final Instrument instrument;
    private final BarFold fold;
    private final double priceUnit;
    private final double lotUnit;
    private final MadeBars made = new MadeBars(1 << 10);
    private final long[] ticks = new long[Rows.BATCH];
    private final long[] lots = new long[Rows.BATCH];
    private long trades;
    private long bars;
    private long incomplete;
    private long from;
    private long to;

    private TradesToBars(DatasetState of, BarKind kind) {
        Dataset dataset = of.dataset();
        Decimal tick = Decimal.of(1, of.scales().price());
        Decimal lot = Decimal.of(1, of.scales().quantity());
        try {
            instrument = Instrument.of(1, dataset.venue(), dataset.symbol(), tick, lot, Decimal.ONE);
            fold = BarFold.of(kind, instrument);
        } catch (IllegalArgumentException e) {
            throw new Failure(ErrorCode.BAD_VALUE, String.valueOf(e.getMessage()))
                    .help("the dataset's prices have " + of.scales().price() + " decimals, its quantities "
                            + of.scales().quantity());
        }
        priceUnit = Exact.powerOfTen(of.scales().price());
        lotUnit = Exact.powerOfTen(of.scales().quantity());
    }

    /** The file appears whole or not at all. */
    static Made write(Lake lake, DatasetState of, BarKind kind, Path out) throws IOException {
        TradesToBars work = new TradesToBars(of, kind);
        Path whole = out.toAbsolutePath();
        Path partial = whole.resolveSibling("." + whole.getFileName() + ".partial-"
                + ProcessHandle.current().pid());
        try {
            try (DatasetReader reader = lake.read(of.dataset());
                    OutputStream file = new BufferedOutputStream(Files.newOutputStream(partial), BUFFER_BYTES)) {
                work.copy(
                        reader,
                        file,
                        Map.of(
                                "fulmar.bars",
                                kind.toString(),
                                "fulmar.of",
                                of.dataset().toString()));
            }
            Files.move(partial, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
        return new Made(
                of.dataset(),
                kind,
                work.trades,
                work.fold.outside(),
                work.bars,
                work.incomplete,
                work.from,
                work.to,
                out);
    }

    private void copy(DatasetReader reader, OutputStream file, Map<String, String> words) throws IOException {
        ArrowWriter writer = new ArrowWriter(file, FIELDS, words);
        Rows rows = new Rows(reader.dataset().kind());
        double[] prices = rows.numbers("price");
        double[] quantities = rows.numbers("quantity");
        while (reader.next(rows)) {
            int size = rows.size();
            for (int i = 0; i < size; i++) {
                ticks[i] = exact(prices[i], priceUnit, "price", reader);
                lots[i] = exact(quantities[i], lotUnit, "quantity", reader);
            }
            fold.take(rows.times(), ticks, lots, 0, size, made);
            trades += size;
            flush(writer);
        }
        fold.end(made);
        flush(writer);
        writer.finish();
    }

    /** The whole number of steps that a double is the nearest one to. */
    private static long exact(double number, double unit, String what, DatasetReader reader) {
        long steps = (long) Math.rint(number * unit);
        if (steps / unit != number || steps < 0) {
            throw new Failure(
                            ErrorCode.DATA_IS_WRONG,
                            "a trade's " + what + " of " + number + " cannot be counted in steps")
                    .at(reader.dataset().toString())
                    .help("import the trades again");
        }
        return steps;
    }

    private void flush(ArrowWriter writer) throws IOException {
        for (int i = 0; i < made.size(); i++) {
            long open = made.opens()[i];
            long high = made.highs()[i];
            long low = made.lows()[i];
            long close = made.closes()[i];
            writer.put(0, made.openTimes()[i]);
            writer.put(1, made.closeTimes()[i]);
            writer.put(2, open / priceUnit);
            writer.put(3, high / priceUnit);
            writer.put(4, low / priceUnit);
            writer.put(5, close / priceUnit);
            writer.put(6, made.lots()[i] / lotUnit);
            writer.put(7, made.valueNearest(i) / priceUnit / lotUnit);
            writer.put(8, (long) made.trades()[i]);
            writer.put(9, (long) made.flags()[i]);
            writer.put(10, BarFeatures.volatility(open, high, low));
            writer.put(11, BarFeatures.position(high, low, close));
            writer.endRow();
            incomplete += made.isComplete(i) ? 0 : 1;
            from = bars == 0 ? made.openTimes()[i] : from;
            to = made.closeTimes()[i];
            bars++;
        }
        made.clear();
    }
}
