package io.fulmar.indicator;

/**
 * Sums of doubles in one fixed order, oldest first over eight partial sums, so that a window gives the same bits wherever the series
 * began.
 */
final class Sums {
    private static final int LANES = 8;

    /** How small a difference is against its operands before it is taken for rounding: TA-Lib's 1e-14. */
    private static final double NOISE = 1e-14;

    private Sums() {}

    /** Whether two numbers differ by no more than rounding. */
    static boolean same(double a, double b) {
        return Math.abs(a - b) <= NOISE * (Math.abs(a) + Math.abs(b));
    }

    static double of(double[] data, int from, int count) {
        double a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
        int i = from;
        for (int end = from + count - count % LANES; i < end; i += LANES) {
            a += data[i];
            b += data[i + 1];
            c += data[i + 2];
            d += data[i + 3];
            e += data[i + 4];
            f += data[i + 5];
            g += data[i + 6];
            h += data[i + 7];
        }
        double rest = 0;
        for (; i < from + count; i++) {
            rest += data[i];
        }
        return (((a + e) + (c + g)) + ((b + f) + (d + h))) + rest;
    }
}
