package io.fulmar.research.sweep;

/**
 * Sobol's points, which fill a cube evenly whatever their number, with the directions of Joe and Kuo (2008, new-joe-kuo-6), shifted by
 * a seed: each coordinate's bits are flipped by a number drawn for it, which keeps the evenness.
 */
final class SobolSequence {
    /** Coordinates that there are directions for. */
    static final int DIMENSIONS_MAX = 21;

    private static final int BITS = 32;

    /** For the coordinates from the second on: degree, coefficients of the polynomial, first directions. */
    private static final int[][] JOE_KUO = {
        {1, 0, 1},
        {2, 1, 1, 3},
        {3, 1, 1, 3, 1},
        {3, 2, 1, 1, 1},
        {4, 1, 1, 1, 3, 3},
        {4, 4, 1, 3, 5, 13},
        {5, 2, 1, 1, 5, 5, 17},
        {5, 4, 1, 1, 5, 5, 5},
        {5, 7, 1, 1, 7, 11, 19},
        {5, 11, 1, 1, 5, 1, 1},
        {5, 13, 1, 1, 1, 3, 11},
        {5, 14, 1, 3, 5, 5, 31},
        {6, 1, 1, 3, 3, 9, 7, 49},
        {6, 13, 1, 1, 1, 15, 21, 21},
        {6, 16, 1, 3, 1, 13, 27, 49},
        {6, 19, 1, 1, 1, 15, 7, 5},
        {6, 22, 1, 3, 1, 15, 13, 25},
        {6, 25, 1, 1, 5, 5, 19, 61},
        {7, 1, 1, 3, 7, 11, 23, 15, 103},
        {7, 4, 1, 3, 7, 13, 13, 15, 69},
    };

    private final long[][] directions;
    private final long[] shifts;

    SobolSequence(int dimensions, long seed) {
        directions = new long[dimensions][BITS];
        shifts = new long[dimensions];
        for (int d = 0; d < dimensions; d++) {
            shifts[d] = seed == 0 ? 0 : Noise.bits(seed, d, 0) >>> BITS;
            if (d == 0) {
                for (int bit = 0; bit < BITS; bit++) {
                    directions[0][bit] = 1L << (BITS - 1 - bit);
                }
            } else {
                fill(directions[d], JOE_KUO[d - 1]);
            }
        }
    }

    private static void fill(long[] v, int[] entry) {
        int degree = entry[0];
        int coefficients = entry[1];
        for (int i = 0; i < degree; i++) {
            v[i] = (long) entry[2 + i] << (BITS - 1 - i);
        }
        for (int i = degree; i < BITS; i++) {
            v[i] = v[i - degree] ^ (v[i - degree] >>> degree);
            for (int k = 1; k < degree; k++) {
                if ((coefficients >> (degree - 1 - k) & 1) != 0) {
                    v[i] ^= v[i - k];
                }
            }
        }
    }

    /** The coordinates of a point, each in [0, 1). */
    double[] point(long number) {
        double[] point = new double[directions.length];
        long gray = number ^ (number >>> 1);
        for (int d = 0; d < point.length; d++) {
            long bits = shifts[d];
            for (int bit = 0; bit < BITS; bit++) {
                if ((gray >>> bit & 1) != 0) {
                    bits ^= directions[d][bit];
                }
            }
            point[d] = bits * 0x1.0p-32;
        }
        return point;
    }
}
