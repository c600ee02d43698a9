package io.fulmar.strategy;

import io.fulmar.domain.Distance;

/**
 * The values of one series: {@link Frame#HISTORY} values of the past, then the block being run. The engine writes them a block at a
 * time (live: a block of one bar); what has no value yet is NaN.
 */
public final class Column {
    private static final double[] NONE = {};

    private final double[] values;
    private final double[] ticks;

    private Column(double[] values, double[] ticks) {
        this.values = values;
        this.ticks = ticks;
    }

    public static Column of(double[] values) {
        return new Column(values, NONE);
    }

    /** With the same values in ticks, exactly as computed, for distances. */
    public static Column inTicks(double[] values, double[] ticks) {
        return new Column(values, ticks);
    }

    /** In prices, or without dimension. */
    public double[] values() {
        return values;
    }

    /** In ticks; empty unless distances are made of it. */
    public double[] ticks() {
        return ticks;
    }

    /** So many times what stands there, in whole ticks. */
    Distance distance(int at, double factor, double ticksPerPrice) {
        double exact = ticks.length > 0 ? factor * ticks[at] : factor * (values[at] * ticksPerPrice);
        if (!(exact < 1e15)) {
            throw new IllegalArgumentException(
                    "a distance of " + exact + " ticks: the series has no usable value here");
        }
        return Distance.ticks((long) Math.rint(exact));
    }
}
