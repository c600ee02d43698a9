package io.fulmar.store.lake;

import io.fulmar.domain.Exact;

/**
 * Doubles that stand for decimals: each is the double nearest to {@code mantissa / 10^scale}, so that {@code rint(x * 10^scale)} gives
 * the mantissa back. That holds for every mantissa below 2^51.
 */
final class Decimals {
    /** How far a float from elsewhere may lie from a decimal to be taken for it. */
    static final int ULPS = 4;

    static final double MANTISSA_MAX = 1L << 51;

    private Decimals() {}

    static double power(int scale) {
        return Exact.powerOfTen(scale);
    }

    /** Whether the number is within 4 ulp of a decimal of that scale; so is what is no number. */
    static boolean near(double number, int scale) {
        if (Double.isNaN(number)) {
            return true;
        }
        double mantissa = Math.rint(number * power(scale));
        double nearest = mantissa / power(scale);
        return Math.abs(mantissa) < MANTISSA_MAX && Math.abs(number - nearest) <= ULPS * Math.ulp(nearest);
    }

    /** How many of these numbers are not the nearest double of a decimal of that scale. A plain loop: it decides how fast files are written. */
    static int inexact(double[] numbers, int from, int to, int scale) {
        double power = power(scale);
        int count = 0;
        for (int i = from; i < to; i++) {
            double mantissa = Math.rint(numbers[i] * power);
            count += mantissa / power == numbers[i] && Math.abs(mantissa) < MANTISSA_MAX ? 0 : 1;
        }
        return count;
    }

    /** Puts the nearest decimal in the place of numbers that lie within 4 ulp of one; returns the first that does not, or -1. */
    static int snap(double[] numbers, int from, int to, int scale) {
        double power = power(scale);
        for (int i = from; i < to; i++) {
            if (!near(numbers[i], scale)) {
                return i;
            }
            if (!Double.isNaN(numbers[i])) {
                numbers[i] = Math.rint(numbers[i] * power) / power;
            }
        }
        return -1;
    }
}
