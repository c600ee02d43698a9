package io.fulmar.indicator;

/**
 * ATR of exact prices: true ranges are whole numbers, found while the average's chain waits for its last step.
 *
 * <p>The share of a new range and its unit are one factor, so a bar costs a single fused step.
 */
final class TickAtr implements Fold {
    private final int window;
    private final double keep;
    private double average = Double.NaN;
    private double total;
    private long close;
    private int bars;

    TickAtr(int window) {
        this.window = window;
        keep = 1 - 1.0 / window;
    }

    @Override
    public void take(Block in, double[][] out) {
        int size = in.size();
        int begun = Math.min(size, window + 1 - bars);
        for (int i = 0; i < begun; i++) {
            out[0][i] = begin(in, i);
        }
        run(in, Math.max(0, begun), size, out[0]);
    }

    /** The first bar has no range; the mean of the next n is the first value. */
    private double begin(Block in, int i) {
        if (bars > 0) {
            long high = in.mantissas(0)[in.from(0) + i];
            long low = in.mantissas(1)[in.from(1) + i];
            total += Math.max(high, close) - Math.min(low, close);
        }
        close = in.mantissas(2)[in.from(2) + i];
        if (bars++ == window) {
            average = total / window / in.divisor(0);
        }
        return average;
    }

    private void run(Block in, int start, int size, double[] out) {
        long[] h = in.mantissas(0);
        long[] l = in.mantissas(1);
        long[] c = in.mantissas(2);
        int high = in.from(0);
        int low = in.from(1);
        int last = in.from(2);
        double share = 1.0 / window / in.divisor(0);
        double k = keep;
        double e = average;
        long before = close;
        for (int i = start; i < size; i++) {
            long range = Math.max(h[high + i], before) - Math.min(l[low + i], before);
            e = Math.fma(k, e, share * range);
            out[i] = e;
            before = c[last + i];
        }
        average = e;
        close = before;
    }
}
