package io.fulmar.indicator;

/** The bar's range including the gap from the last close; the first bar has none. */
final class TrueRange implements Fold {
    private double close = Double.NaN;

    /** The closes one bar late: with every column read at the same index the loop runs several bars at once. */
    private double[] before = {};

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
        if (before.length < size) {
            before = new double[size];
        }
        double[] b = before;
        b[0] = close;
        System.arraycopy(c, 0, b, 1, size - 1);
        for (int i = 0; i < size; i++) {
            out[i] = next(h[i], l[i], b[i]);
        }
        close = c[size - 1];
    }

    static double next(double high, double low, double closeBefore) {
        return Math.max(high, closeBefore) - Math.min(low, closeBefore);
    }
}
