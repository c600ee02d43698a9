package io.fulmar.research.robustness;

/** Order statistics without sorting all. A quantile is always the nearest rank, a value that occurred: number ceil(q x n) of n, from below. */
final class Quantiles {
    private static final int PER_MILLE = 1_000;

    private Quantiles() {}

    /** The place of a quantile given in per mille, from 0, in exact integers: 0.99 x 1,000 in doubles might be 991. */
    static int place(int perMille, int n) {
        int rank = (int) Math.ceilDiv((long) perMille * n, (long) PER_MILLE);
        return Math.clamp(rank, 1, n) - 1;
    }

    /** The quantile of the first n values; their order is lost. */
    static double of(double[] values, int n, int perMille) {
        return select(values, 0, n - 1, place(perMille, n));
    }

    /** The quantile of {@code 1 - value} taken of the values: the largest drawdown belongs to the smallest of them. */
    static double ofFalling(double[] values, int n, int perMille) {
        return select(values, 0, n - 1, n - 1 - place(perMille, n));
    }

    /** What would stand at {@code place} if the values from {@code from} to {@code to} were sorted; nothing below it is larger then. */
    static double select(double[] values, int from, int to, int place) {
        int low = from;
        int high = to;
        while (low < high) {
            double pivot = middle(values[low], values[(low + high) >>> 1], values[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) i++;
                while (values[j] > pivot) j--;
                if (i <= j) {
                    double swap = values[i];
                    values[i++] = values[j];
                    values[j--] = swap;
                }
            }
            if (place <= j) high = j;
            else if (place >= i) low = i;
            else return values[place];
        }
        return values[place];
    }

    static long select(long[] values, int from, int to, int place) {
        int low = from;
        int high = to;
        while (low < high) {
            long pivot = values[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) i++;
                while (values[j] > pivot) j--;
                if (i <= j) {
                    long swap = values[i];
                    values[i++] = values[j];
                    values[j--] = swap;
                }
            }
            if (place <= j) high = j;
            else if (place >= i) low = i;
            else return values[place];
        }
        return values[place];
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
