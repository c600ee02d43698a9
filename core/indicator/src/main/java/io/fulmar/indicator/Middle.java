package io.fulmar.indicator;

/** Halfway between the highest high and the lowest low of a window. */
final class Middle {
    private final Cell highest;
    private final Cell lowest;

    Middle(int window) {
        highest = Extreme.highest(window);
        lowest = Extreme.lowest(window);
    }

    double next(double high, double low) {
        return (highest.next(high) + lowest.next(low)) / 2;
    }
}
