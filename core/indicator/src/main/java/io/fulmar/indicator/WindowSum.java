package io.fulmar.indicator;

/** SMA and SUM of doubles: each window added up afresh, so no error is carried along. */
final class WindowSum implements Cell {
    private final double share;
    private final Window window;

    private WindowSum(int window, int share) {
        this.share = share;
        this.window = new Window(window);
    }

    static WindowSum mean(int window) {
        return new WindowSum(window, window);
    }

    static WindowSum sum(int window) {
        return new WindowSum(window, 1);
    }

    @Override
    public double next(double value) {
        return window.add(value) ? window.sum() / share : Double.NaN;
    }
}
