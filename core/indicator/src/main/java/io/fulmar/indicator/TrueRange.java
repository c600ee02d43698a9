package io.fulmar.indicator;

/** The bar's range including the gap from the last close; the first bar has none. */
final class TrueRange implements Fold {
    private double close = Double.NaN;

    @Override
    public void take(Block in, double[][] out) {
        run(in, out[0]);
    }

    /** Fills {@code out[0 .. size)} from the block's inputs high, low, close (0, 1, 2). */
    void run(Block in, double[] out) {
        int size = in.size();
        if (size == 0) {
            return;
        }
        double[] h = in.values(0);
        double[] l = in.values(1);
        double[] c = in.values(2);
        out[0] = next(h[0], l[0], close);
        for (int i = 1; i < size; i++) {
            out[i] = Math.max(h[i], c[i - 1]) - Math.min(l[i], c[i - 1]);
        }
        close = c[size - 1];
    }

    static double next(double high, double low, double closeBefore) {
        return Math.max(high, closeBefore) - Math.min(low, closeBefore);
    }
}
