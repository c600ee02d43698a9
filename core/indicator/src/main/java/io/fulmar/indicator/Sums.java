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

    static double plain(double[] data, int from, int count) {
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
        return together(a, b, c, d, e, f, g, h) + rest;
    }

    /** Weights 1 for the oldest to {@code count} for the newest. */
    static double weighted(double[] data, int from, int count) {
        double[] lanes = new double[LANES];
        for (int i = 0; i < count; i++) {
            lanes[i % LANES] += (i + 1) * data[from + i];
        }
        return together(lanes);
    }

    /** Of squared distances from a centre. */
    static double squares(double[] data, double centre, int count) {
        return products(data, centre, data, centre, count);
    }

    static double products(double[] left, double leftCentre, double[] right, double rightCentre, int count) {
        double[] lanes = new double[LANES];
        for (int i = 0; i < count; i++) {
            lanes[i % LANES] += (left[i] - leftCentre) * (right[i] - rightCentre);
        }
        return together(lanes);
    }

    /** Of absolute distances from a centre. */
    static double distances(double[] data, double centre, int count) {
        double[] lanes = new double[LANES];
        for (int i = 0; i < count; i++) {
            lanes[i % LANES] += Math.abs(data[i] - centre);
        }
        return together(lanes);
    }

    private static double together(double... p) {
        return ((p[0] + p[4]) + (p[2] + p[6])) + ((p[1] + p[5]) + (p[3] + p[7]));
    }
}
