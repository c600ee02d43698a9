package io.fulmar.research.sweep;

import java.util.Arrays;

/**
 * How much of the differences between results one parameter explains by itself: the variance of the means of its values over the whole
 * variance, less what chance would give so many values. 0 for a parameter that does not matter, 1 for one that alone decides. What two
 * parameters do together is in neither's share.
 */
final class Importance {
    private final long[] counts;
    private final double[] sums;
    private final double[] bests;
    private long all;
    private double mean;
    private double squares;

    Importance(int values) {
        counts = new long[values];
        sums = new double[values];
        bests = new double[values];
        Arrays.fill(bests, Double.NEGATIVE_INFINITY);
    }

    void add(int value, double result) {
        counts[value]++;
        sums[value] += result;
        bests[value] = Math.max(bests[value], result);
        all++;
        double away = result - mean;
        mean += away / all;
        squares += away * (result - mean);
    }

    /** The mean of the results with that value; NaN where there is none. */
    double mean(int value) {
        return sums[value] / counts[value];
    }

    double best(int value) {
        return counts[value] == 0 ? Double.NaN : bests[value];
    }

    long count(int value) {
        return counts[value];
    }

    int values() {
        return counts.length;
    }

    /** The share that it explains, between 0 and 1. */
    double share() {
        double between = 0;
        int used = 0;
        for (int value = 0; value < counts.length; value++) {
            if (counts[value] > 0) {
                double away = mean(value) - mean;
                between += counts[value] * away * away;
                used++;
            }
        }
        if (!(squares > 0) || used < 2 || all <= used) {
            return 0;
        }
        double noise = (squares - between) / (all - used);
        return Math.clamp((between - (used - 1) * noise) / squares, 0, 1);
    }
}
