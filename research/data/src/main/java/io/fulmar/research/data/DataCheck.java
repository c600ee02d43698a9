package io.fulmar.research.data;

import io.fulmar.domain.Timeframe;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import java.util.Locale;

/**
 * Looks through a dataset for what is missing, there twice, out of all proportion or impossible, and says what repair would do. Memory is a
 * batch and a few rows around it.
 */
public final class DataCheck {
    private final RepairRules rules;
    private final Timeframe timeframe;
    private final Findings found = new Findings();
    private final Neighbours neighbours = new Neighbours();
    private long rows;
    private long aligned = Long.MIN_VALUE;
    private long last = Long.MIN_VALUE;

    private DataCheck(Dataset dataset, RepairRules rules) {
        this.rules = rules;
        timeframe = ((Kind.Candles) dataset.kind()).timeframe();
    }

    /** Not bars of other kinds than time, which promise none; nor books, whose numbers mean something else at every venue. */
    public static boolean canCheck(Dataset dataset) {
        return switch (dataset.kind()) {
            case Kind.Candles _ -> true;
            case Kind.NamedBars _ -> false;
            case Kind.Events events -> events != Kind.Events.BOOKS;
        };
    }

    public static CheckReport of(Lake lake, Dataset dataset, RepairRules rules) {
        if (dataset.kind() instanceof Kind.Events events) {
            return EventCheck.of(lake, dataset, events);
        }
        DataCheck check = new DataCheck(dataset, rules);
        try (DatasetReader reader = lake.read(dataset)) {
            Rows rows = new Rows(dataset.kind());
            while (reader.next(rows)) {
                check.take(rows);
            }
        }
        check.neighbours.end(check::outlier);
        return check.found.report(dataset, check.rows);
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
                found.duplicate(time, "a second bar of the same time");
            }
            place(time);
            last = time;
            double top = Math.max(opens[i], closes[i]);
            double bottom = Math.min(opens[i], closes[i]);
            if (!(lows[i] > 0 && lows[i] <= bottom && highs[i] >= top && highs[i] < Double.POSITIVE_INFINITY)) {
                found.impossible(
                        time, "high " + highs[i] + " and low " + lows[i] + " do not hold the open and the close");
            } else {
                neighbours.add(time, highs[i], lows[i], closes[i], this::outlier);
            }
        }
    }

    private void place(long time) {
        long step = timeframe.nanos();
        if (timeframe.floor(time) != time) {
            found.misaligned(time, "opens beside a boundary of " + timeframe, rules.misaligned() ? "take it out" : "");
            return;
        }
        if (aligned != Long.MIN_VALUE && time - aligned > step) {
            long count = (time - aligned) / step - 1;
            boolean filled = count <= rules.gapMost();
            found.gap(
                    aligned + step,
                    time - step,
                    count,
                    count == 1 ? "a bar is missing" : count + " bars are missing",
                    filled ? "fill with flat bars at the close before, flagged as repaired" : "");
        }
        aligned = time;
    }

    private void outlier(long time, double price, double usual) {
        String repair = rules.outliers() ? "make it flat at the close before, flagged as repaired" : "";
        String what = String.format(Locale.ROOT, "a price of %s where those around it are near %s", price, usual);
        found.outlier(time, what, repair);
    }
}
