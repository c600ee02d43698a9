package io.fulmar.research.data;

import io.fulmar.domain.Timeframe;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Does what {@link DataCheck} said it would: a new revision of the dataset, the old files stay for a day. */
public final class DataRepair {
    /** Bars of one repair, held in memory. */
    private static final int BARS_MAX = 10_000_000;

    /**
     * What was done.
     *
     * @param filled bars that were missing
     * @param removed bars beside a boundary
     * @param flattened outliers
     */
    public record Done(long filled, long removed, long flattened, long revision) {}

    private final Lake lake;
    private final Dataset dataset;
    private final RepairRules rules;
    private final long step;
    private final Timeframe timeframe;
    private final List<long[]> fills = new ArrayList<>();
    private final List<Double> closes = new ArrayList<>();
    private final List<Long> gone = new ArrayList<>();
    private final Set<Long> outliers = new HashSet<>();
    private long filled;

    private DataRepair(Lake lake, Dataset dataset, RepairRules rules) {
        this.lake = lake;
        this.dataset = dataset;
        this.rules = rules;
        timeframe = ((Kind.Candles) dataset.kind()).timeframe();
        step = timeframe.nanos();
    }

    /** Candles of a timeframe only: nobody can say what trade was missing. */
    public static boolean canRepair(Dataset dataset) {
        return dataset.kind() instanceof Kind.Candles;
    }

    public static Done of(Lake lake, Dataset dataset, RepairRules rules) {
        return new DataRepair(lake, dataset, rules).repair();
    }

    private Done repair() {
        if (rules.outliers()) {
            findOutliers();
        }
        try (DatasetWriter writer =
                lake.write(dataset, lake.state(dataset).orElseThrow().scales())) {
            look();
            Rows rows = new Rows(dataset.kind(), Math.toIntExact(filled));
            for (int i = 0; i < fills.size(); i++) {
                double close = closes.get(i);
                for (long time = fills.get(i)[0]; time <= fills.get(i)[1]; time += step) {
                    rows.candle(time, close, close, close, close, 0, Double.NaN);
                    rows.told(Rows.UNKNOWN, Rows.REPAIRED);
                }
            }
            writer.correct(rows, gone.stream().mapToLong(Long::longValue).toArray());
            if (filled + gone.size() > 0) {
                writer.commit();
            }
        }
        return new Done(
                filled - outliers.size(),
                gone.size(),
                outliers.size(),
                lake.state(dataset).orElseThrow().revision());
    }

    private void findOutliers() {
        Neighbours neighbours = new Neighbours();
        try (DatasetReader reader = lake.read(dataset)) {
            Rows rows = new Rows(dataset.kind());
            while (reader.next(rows)) {
                for (int i = 0; i < rows.size(); i++) {
                    neighbours.add(
                            rows.times()[i],
                            rows.numbers("high")[i],
                            rows.numbers("low")[i],
                            rows.numbers("close")[i],
                            this::outlier);
                }
            }
        }
        neighbours.end(this::outlier);
    }

    private void outlier(long time, double price, double usual) {
        if (timeframe.floor(time) == time && outliers.size() < BARS_MAX) {
            outliers.add(time);
        }
    }

    private void look() {
        long before = Long.MIN_VALUE;
        double close = Double.NaN;
        try (DatasetReader reader = lake.read(dataset)) {
            Rows rows = new Rows(dataset.kind());
            while (reader.next(rows)) {
                for (int i = 0; i < rows.size(); i++) {
                    long time = rows.times()[i];
                    if (timeframe.floor(time) != time) {
                        if (rules.misaligned()) {
                            gone.add(time);
                        }
                        continue;
                    }
                    if (before != Long.MIN_VALUE
                            && time - before > step
                            && (time - before) / step - 1 <= rules.gapMost()) {
                        fill(before + step, time - step, close);
                    }
                    boolean flat = outliers.contains(time) && !Double.isNaN(close);
                    if (flat) {
                        fill(time, time, close);
                    } else {
                        outliers.remove(time);
                        close = rows.numbers("close")[i];
                    }
                    before = time;
                }
            }
        }
    }

    private void fill(long first, long last, double close) {
        filled += (last - first) / step + 1;
        if (filled > BARS_MAX) {
            throw new IllegalArgumentException("more than " + BARS_MAX + " bars to repair in " + dataset);
        }
        fills.add(new long[] {first, last});
        closes.add(close);
    }
}
