package io.fulmar.indicator;

/** Where a value stands between the lowest and the highest of its window, 0 to 100. */
final class Stochastic {
    private final Cell highest;
    private final Cell lowest;

    Stochastic(int window) {
        highest = Extreme.highest(window);
        lowest = Extreme.lowest(window);
    }

    double next(double high, double low, double close) {
        double bottom = lowest.next(low);
        double unit = (highest.next(high) - bottom) / 100;
        return unit == 0 ? 0 : (close - bottom) / unit;
    }
}
