package io.fulmar.research.data;

import io.fulmar.domain.Timeframe;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks through a dataset of candles for gaps, duplicates, outliers, impossible and misaligned bars, and says what repair would do. One
 * pass; memory is a batch and a few bars around it.
 */
public final class DataCheck {
    private static final int FINDINGS_MAX = 1000;

    private final Dataset dataset;
    private final RepairRules rules;
    private final Timeframe timeframe;
    private final List<Finding> findings = new ArrayList<>();
    private final Neighbours neighbours = new Neighbours();
    private long rows;
    private long gaps;
    private long missing;
    private long duplicates;
    private long misaligned;
    private long outliers;
    private long impossible;
    private long aligned = Long.MIN_VALUE;
    private long last = Long.MIN_VALUE;

    private DataCheck(Dataset dataset, RepairRules rules) {
        this.dataset = dataset;
        this.rules = rules;
        timeframe = ((Kind.Candles) dataset.kind()).timeframe();
    }

    /** Candles of a timeframe only: other kinds promise no time. */
    public static boolean canCheck(Dataset dataset) {
        return dataset.kind() instanceof Kind.Candles;
    }

    public static CheckReport of(Lake lake, Dataset dataset, RepairRules rules) {
        DataCheck check = new DataCheck(dataset, rules);
        try (DatasetReader reader = lake.read(dataset)) {
            Rows rows = new Rows(dataset.kind());
            while (reader.next(rows)) {
                check.take(rows);
            }
        }
        check.neighbours.end(check::outlier);
        return check.report();
    }

    private CheckReport report() {
        findings.sort((a, b) -> Long.compare(a.first(), b.first()));
        return new CheckReport(
                dataset.toString(), rows, gaps, missing, duplicates, misaligned, outliers, impossible, findings);
    }

    private void take(Rows batch) {
        double[] opens = batch.numbers("open");
        double[] highs = batch.numbers("high");
        double[] lows = batch.numbers("low");
        double[] closes = batch.numbers("close");
        for (int i = 0; i < batch.size(); i++) {
            long time = batch.times()[i];
            rows++;
            if (time == last) {
                duplicates++;
                find(Finding.Type.DUPLICATE, time, time, 1, "a second bar of the same time", "");
            }
            place(time);
            last = time;
            double top = Math.max(opens[i], closes[i]);
            double bottom = Math.min(opens[i], closes[i]);
            if (!(lows[i] > 0 && lows[i] <= bottom && highs[i] >= top && highs[i] < Double.POSITIVE_INFINITY)) {
                impossible++;
                find(
                        Finding.Type.IMPOSSIBLE,
                        time,
                        time,
                        1,
                        "high " + highs[i] + " and low " + lows[i] + " do not hold the open and the close",
                        "");
            } else {
                neighbours.add(time, highs[i], lows[i], closes[i], this::outlier);
            }
        }
    }

    private void place(long time) {
        long step = timeframe.nanos();
        if (timeframe.floor(time) != time) {
            misaligned++;
            find(
                    Finding.Type.MISALIGNED,
                    time,
                    time,
                    1,
                    "opens beside a boundary of " + timeframe,
                    rules.misaligned() ? "take it out" : "");
            return;
        }
        if (aligned != Long.MIN_VALUE && time - aligned > step) {
            long count = (time - aligned) / step - 1;
            gaps++;
            missing += count;
            boolean filled = count <= rules.gapMost();
            find(
                    Finding.Type.GAP,
                    aligned + step,
                    time - step,
                    count,
                    count == 1 ? "a bar is missing" : count + " bars are missing",
                    filled ? "fill with flat bars at the close before, flagged as repaired" : "");
        }
        aligned = time;
    }

    private void outlier(long time, double price, double usual) {
        outliers++;
        String repair = rules.outliers() ? "make it flat at the close before, flagged as repaired" : "";
        String what = String.format(Locale.ROOT, "a price of %s where those around it are near %s", price, usual);
        find(Finding.Type.OUTLIER, time, time, 1, what, repair);
    }

    private void find(Finding.Type type, long first, long end, long count, String what, String repair) {
        if (findings.size() < FINDINGS_MAX) {
            findings.add(new Finding(type, first, end, count, what, repair));
        }
    }
}
