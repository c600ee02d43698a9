package io.fulmar.indicator;

/** Kaufman's adaptive average: fast when the price moves straight, slow when it wavers. Starts from the price before its first value. */
final class Kama implements Cell {
    private static final double SLOW = 2.0 / 31;
    private static final double FAST = 2.0 / 3;

    private final Lag past;
    private final WindowSum steps;
    private double average = Double.NaN;
    private double before = Double.NaN;

    private Kama(int window) {
        past = new Lag(window);
        steps = WindowSum.sum(window);
    }

    static Cell of(int window) {
        return window == 1 ? value -> value : new Kama(window);
    }

    @Override
    public double next(double value) {
        double old = past.next(value);
        double walked = Double.isNaN(before) ? Double.NaN : steps.next(Math.abs(value - before));
        if (!Double.isNaN(walked)) {
            double gained = value - old;
            double efficiency = walked <= gained || walked == 0 ? 1 : Math.abs(gained / walked);
            double share = efficiency * (FAST - SLOW) + SLOW;
            double from = Double.isNaN(average) ? before : average;
            average = from + (value - from) * (share * share);
        }
        before = value;
        return average;
    }
}
