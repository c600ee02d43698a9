package io.fulmar.indicator;

import java.util.Arrays;

/** Where the close stands in the range of a window: STOCH and WILLR. */
final class RangePlace implements Fold {
    /** What is made of the place. */
    private enum Form {
        WILLIAMS,
        STOCHASTIC
    }

    /** Added to the divisor: nothing beside any range, and turns the 0/0 of a still market into 0. */
    private static final double NOTHING = Double.MIN_NORMAL;

    private final Form form;
    private final Slide highs;
    private final Slide lows;
    private final Column first;
    private final Column second;
    private double[] high = {};
    private double[] low = {};
    private int missing;

    private RangePlace(Form form, int window, Column first, Column second) {
        this.form = form;
        highs = new Slide(window);
        lows = new Slide(window, highs);
        this.first = first;
        this.second = second;
        missing = window - 1;
    }

    /** From the highest high, 0 to -100. */
    static Fold williams(int window) {
        return new RangePlace(Form.WILLIAMS, window, Column.NONE, Column.NONE);
    }

    /** From the lowest low, 0 to 100, smoothed once and twice. */
    static Fold stochastic(int window, Column first, Column second) {
        return new RangePlace(Form.STOCHASTIC, window, first, second);
    }

    @Override
    public void take(Block in, double[][] out) {
        int size = in.size();
        if (high.length < size) {
            high = new double[size];
            low = new double[size];
        }
        highs.take(in.values(0), 0, size);
        lows.take(in.values(1), 0, size);
        highs.highest(high);
        lows.lowest(low);
        double[] column = out[0];
        switch (form) {
            case WILLIAMS -> fromTop(in.values(2), column, size);
            case STOCHASTIC -> fromBottom(in.values(2), column, size);
        }
        highs.blank(column);
        if (form == Form.STOCHASTIC) {
            smooth(column, out[1], size);
        }
    }

    private void fromTop(double[] close, double[] out, int size) {
        for (int i = 0; i < size; i++) {
            out[i] = 0.0 - 100 * ((high[i] - close[i]) / (high[i] - low[i] + NOTHING));
        }
    }

    private void fromBottom(double[] close, double[] out, int size) {
        for (int i = 0; i < size; i++) {
            double unit = (high[i] - low[i]) / 100;
            out[i] = unit == 0 ? 0 : (close[i] - low[i]) / unit;
        }
    }

    /** A value is shown once both have one. */
    private void smooth(double[] k, double[] d, int size) {
        int from = Math.min(missing, size);
        missing -= from;
        first.run(k, from, size);
        int begun = Column.first(k, from, size);
        System.arraycopy(k, 0, d, 0, size);
        second.run(d, begun, size);
        Arrays.fill(k, 0, Column.first(d, begun, size), Double.NaN);
    }
}
