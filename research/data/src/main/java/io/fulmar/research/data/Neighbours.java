package io.fulmar.research.data;

import java.util.Arrays;

/**
 * Finds prices that the bars around them know nothing of. A bar is an outlier when its high or low is away from the median close of the
 * ten bars before and the ten behind by more than 3 percent, and by more than 20 times as far as these usually are away from it. A move
 * that stays is none: the bars behind it are there too.
 */
final class Neighbours {
    private static final int SIDE = 10;
    private static final int SPAN = 2 * SIDE + 1;

    /** Fewer bars than this around it tell nothing. */
    private static final int LEAST = 6;

    private static final double FAR = 0.03;
    private static final double TIMES = 20;

    /** Told of each one. */
    interface Outliers {
        void found(long time, double price, double usual);
    }

    private final long[] times = new long[SPAN];
    private final double[] highs = new double[SPAN];
    private final double[] lows = new double[SPAN];
    private final double[] closes = new double[SPAN];
    private final double[] sorted = new double[SPAN];
    private long count;

    void add(long time, double high, double low, double close, Outliers outliers) {
        int at = (int) (count % SPAN);
        times[at] = time;
        highs[at] = high;
        lows[at] = low;
        closes[at] = close;
        count++;
        if (count > SIDE) {
            judge(count - 1 - SIDE, outliers);
        }
    }

    /** The last bars have fewer behind them. */
    void end(Outliers outliers) {
        for (long bar = Math.max(0, count - SIDE); bar < count; bar++) {
            judge(bar, outliers);
        }
    }

    private void judge(long bar, Outliers outliers) {
        int at = (int) (bar % SPAN);
        double before = closes[(int) ((bar + SPAN - 1) % SPAN)];
        boolean quiet = bar > 0 && highs[at] < before * (1 + FAR / 2) && lows[at] > before * (1 - FAR / 2);
        if (quiet && closeTo(bar)) {
            return; // most bars are, and the rest costs a sort
        }
        double usual = median(bar, 0, false);
        double spread = median(bar, usual, true);
        double most = Math.max(FAR * usual, TIMES * spread);
        double price = highs[at] - usual > usual - lows[at] ? highs[at] : lows[at];
        if (around(bar) >= LEAST && Math.abs(price - usual) > most) {
            outliers.found(times[at], price, usual);
        }
    }

    /** Whether the bar behind goes on where this one is. */
    private boolean closeTo(long bar) {
        double here = closes[(int) (bar % SPAN)];
        return bar + 1 >= count || Math.abs(closes[(int) ((bar + 1) % SPAN)] - here) < here * FAR / 2;
    }

    private int around(long bar) {
        return (int) (Math.min(count - 1, bar + SIDE) - first(bar));
    }

    private long first(long bar) {
        return Math.max(Math.max(0, count - SPAN), bar - SIDE);
    }

    /** Of the closes around a bar, or of how far they are away from one price; without the bar itself. */
    private double median(long bar, double from, boolean distance) {
        int size = 0;
        for (long i = first(bar); i <= Math.min(count - 1, bar + SIDE); i++) {
            if (i != bar) {
                double close = closes[(int) (i % SPAN)];
                sorted[size++] = distance ? Math.abs(close - from) : close;
            }
        }
        Arrays.sort(sorted, 0, size);
        return size == 0 ? 0 : sorted[size / 2];
    }
}
