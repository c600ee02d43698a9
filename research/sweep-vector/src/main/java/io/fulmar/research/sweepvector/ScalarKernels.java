package io.fulmar.research.sweepvector;

/** The plain loops. */
final class ScalarKernels implements Kernels {
    private static final int WORD = 64;

    @Override
    public long above(double[] a, double[] b, int from, int words, long[] out) {
        long any = 0;
        for (int k = 0; k < words; k++) {
            long word = 0;
            for (int j = 0; j < WORD; j++) {
                int i = from + WORD * k + j;
                word |= a[i] > b[i] ? 1L << j : 0;
            }
            out[k] = word;
            any |= word;
        }
        return any;
    }

    @Override
    public long atLeast(double[] a, double[] b, int from, int words, long[] out) {
        long any = 0;
        for (int k = 0; k < words; k++) {
            long word = 0;
            for (int j = 0; j < WORD; j++) {
                int i = from + WORD * k + j;
                word |= a[i] >= b[i] ? 1L << j : 0;
            }
            out[k] = word;
            any |= word;
        }
        return any;
    }

    @Override
    public long rises(double[] a, double[] b, int from, int words, long[] out) {
        long before = a[from - 1] > b[from - 1] ? 1 : 0;
        above(a, b, from, words, out);
        long any = 0;
        for (int k = 0; k < words; k++) {
            long word = out[k];
            out[k] = word & ~((word << 1) | before);
            before = word >>> (WORD - 1);
            any |= out[k];
        }
        return any;
    }

    @Override
    public long rises(double[] a, double[] b, float[] roundedA, float[] roundedB, int from, int words, long[] out) {
        return rises(a, b, from, words, out);
    }

    @Override
    public boolean anyMissing(double[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Double.isNaN(a[i])) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int firstOutside(int[] lows, int[] highs, int from, int to, int down, int up) {
        int i = from;
        while (i < to && lows[i] > down && highs[i] < up) {
            i++;
        }
        return i;
    }

    @Override
    public int highest(int[] a, int from, int to) {
        int most = Integer.MIN_VALUE;
        for (int i = from; i < to; i++) {
            most = Math.max(most, a[i]);
        }
        return most;
    }

    @Override
    public int lowest(int[] a, int from, int to) {
        int least = Integer.MAX_VALUE;
        for (int i = from; i < to; i++) {
            least = Math.min(least, a[i]);
        }
        return least;
    }
}
