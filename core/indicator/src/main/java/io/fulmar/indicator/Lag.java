package io.fulmar.indicator;

import java.util.Arrays;

/** The value of n bars ago. */
final class Lag implements Cell {
    private final double[] ring;
    private int at;

    Lag(int bars) {
        ring = new double[bars];
        Arrays.fill(ring, Double.NaN);
    }

    @Override
    public double next(double value) {
        double old = ring[at];
        ring[at] = value;
        at = at + 1 == ring.length ? 0 : at + 1;
        return old;
    }
}
