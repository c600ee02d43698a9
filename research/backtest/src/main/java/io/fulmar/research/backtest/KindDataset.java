package io.fulmar.research.backtest;

import io.fulmar.domain.Exact;
import io.fulmar.domain.Instrument;
import io.fulmar.market.BarKind;
import io.fulmar.market.Bars;
import io.fulmar.market.StoredBars;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.DatasetState;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.util.Optional;

/**
 * Bars of one kind of one market as a dataset of a lake: made once, read by many runs. Made again of more trades they go on where they
 * ended; made of others, they are refused.
 */
public final class KindDataset {
    private final Lake lake;
    private final Dataset dataset;
    private final BarKind kind;

    public KindDataset(Lake lake, Dataset dataset, BarKind kind) {
        this.lake = lake;
        this.dataset = dataset;
        this.kind = kind;
    }

    /** Under which name a lake keeps bars of that kind; empty where its text cannot be a name. */
    public static Optional<Kind> named(BarKind kind) {
        if (kind instanceof BarKind.Time(var timeframe)) {
            return Optional.of(new Kind.Candles(timeframe));
        }
        try {
            return Optional.of(new Kind.NamedBars(kind.toString().replace('@', '_')));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // such as a session that was written out
        }
    }

    /** Adds those that are not there yet; how many they were. What is there must be the first of them. */
    public long write(Instrument instrument, Bars bars) {
        int there = Math.toIntExact(lake.state(dataset).map(DatasetState::rows).orElse(0L));
        Scales scales = Scales.of(instrument.tick(), instrument.lot());
        double unit = Exact.powerOfTen(scales.price())
                / (double) instrument.tick().normalized().mantissa();
        requireSame(bars, there, unit);
        try (DatasetWriter writer = lake.write(dataset, scales)) {
            Rows rows = new Rows(dataset.kind());
            for (int i = there; i < bars.size(); i++) {
                row(rows, bars, i, unit);
                if (rows.isFull()) {
                    writer.append(rows);
                    rows.clear();
                }
            }
            writer.append(rows);
            writer.commit();
        }
        return bars.size() - (long) there;
    }

    private void row(Rows rows, Bars bars, int i, double unit) {
        Bars seen = bars.seen();
        rows.candle(
                bars.openTime(i),
                seen.opens()[i] / unit,
                seen.highs()[i] / unit,
                seen.lows()[i] / unit,
                seen.closes()[i] / unit,
                bars.volumes()[i],
                Double.NaN);
        if (dataset.kind() instanceof Kind.NamedBars) {
            rows.told(Rows.UNKNOWN, bars.silent(i) ? Rows.SILENT : 0);
            rows.traded(
                    bars.closeTime(i),
                    bars.opens()[i] / unit,
                    bars.highs()[i] / unit,
                    bars.lows()[i] / unit,
                    bars.closes()[i] / unit);
        }
    }

    private void requireSame(Bars bars, int there, double unit) {
        if (there == 0) {
            return;
        }
        Rows expected = new Rows(dataset.kind());
        Rows rows = new Rows(dataset.kind());
        int bar = 0;
        try (DatasetReader reader = lake.read(dataset)) {
            while (reader.next(rows)) {
                for (int i = 0; i < rows.size(); i++, bar++) {
                    expected.clear();
                    if (bar < bars.size()) {
                        row(expected, bars, bar, unit);
                    }
                    if (bar >= bars.size() || !same(rows, i, expected)) {
                        throw DataException.in(
                                LakeBars.place(lake, dataset),
                                DataFault.BARS_DIFFER,
                                "the lake has other bars of " + kind + ", from the " + (bar + 1) + ". on");
                    }
                }
            }
        }
    }

    private static boolean same(Rows rows, int row, Rows expected) {
        boolean same = rows.times()[row] == expected.times()[0];
        for (int column = 1; column < rows.kind().fields().size(); column++) {
            double[] numbers = rows.numbers(column);
            same &= numbers.length > 0
                    ? Double.compare(numbers[row], expected.numbers(column)[0]) == 0
                    : rows.wholes(column)[row] == expected.wholes(column)[0];
        }
        return same;
    }

    /** The bars that open in {@code [from, to)}, of an instrument whose tick is a step that they were made with, or a finer one. */
    public Bars read(Instrument instrument, long from, long to) {
        StoredBars stored = new StoredBars(kind);
        Rows rows = new Rows(dataset.kind());
        try (DatasetReader reader = lake.read(dataset, from, to)) {
            Steps steps = new Steps(instrument, reader.scales().price());
            while (reader.next(rows)) {
                for (int i = 0; i < rows.size(); i++) {
                    stored.add(
                            rows.times()[i],
                            rows.wholes(9)[i],
                            rows.numbers(5)[i],
                            (rows.wholes(8)[i] & Rows.SILENT) != 0,
                            steps.of(rows.numbers(10)[i]),
                            steps.of(rows.numbers(11)[i]),
                            steps.of(rows.numbers(12)[i]),
                            steps.of(rows.numbers(13)[i]));
                    if (differs(rows, i)) {
                        stored.seen(
                                steps.of(rows.numbers(1)[i]),
                                steps.of(rows.numbers(2)[i]),
                                steps.of(rows.numbers(3)[i]),
                                steps.of(rows.numbers(4)[i]));
                    }
                }
            }
        }
        return stored.bars();
    }

    private static boolean differs(Rows rows, int i) {
        boolean differs = false;
        for (int column = 1; column <= 4; column++) {
            differs |= rows.numbers(column)[i] != rows.numbers(column + 9)[i];
        }
        return differs;
    }

    /** Prices of the lake in an instrument's ticks. */
    private static final class Steps {
        private final TickConverter converter;
        private final double unit;
        private final int scale;

        Steps(Instrument instrument, int scale) {
            this.converter = new TickConverter(instrument.tick());
            this.scale = scale;
            this.unit = Exact.powerOfTen(scale);
        }

        long of(double price) {
            return converter.ticks((long) Math.rint(price * unit), scale);
        }
    }
}
