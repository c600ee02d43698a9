package io.fulmar.indicator;

/** SMA and SUM of doubles: each window added up afresh, so no error is carried along. */
final class WindowSum implements Cell {
    private final int window;
    private final double share;
    private final DoubleHistory history;
    private final double[] one = new double[1];
    private int missing;

    WindowSum(int window, int share) {
        this.window = window;
        this.share = share;
        history = new DoubleHistory(window);
        missing = window;
    }

    static WindowSum mean(int window) {
        return new WindowSum(window, window);
    }

    static WindowSum sum(int window) {
        return new WindowSum(window, 1);
    }

    @Override
    public double next(double value) {
        one[0] = value;
        int at = history.append(one, 0, 1);
        if (missing > 0 && --missing > 0) {
            return Double.NaN;
        }
        return Sums.plain(history.data(), at + 1 - window, window) / share;
    }
}
