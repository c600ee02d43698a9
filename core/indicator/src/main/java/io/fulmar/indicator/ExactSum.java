package io.fulmar.indicator;

import java.util.Arrays;

/** SMA and SUM of exact values: a running whole-number sum, divided and rounded once a bar. */
final class ExactSum implements Fold {
    private final int window;
    private final int share;
    private final LongHistory history;
    private long[] sums = {};
    private long sum;
    private long largest;
    private int missing;

    /** @param share what the sum is divided by: the window for a mean, 1 for a sum */
    ExactSum(int window, int share) {
        this.window = window;
        this.share = share;
        history = new LongHistory(window);
        missing = window - 1;
    }

    @Override
    public void take(Block in, double[][] out) {
        int size = in.size();
        int first = history.append(in.mantissas(0), in.from(0), size);
        if (sums.length < size) {
            sums = new long[size];
        }
        largest = largest(history.data(), first, size, largest);
        if (!Quotient.within(largest, window, Long.MAX_VALUE)) {
            throw new ArithmeticException("a sum of %d values as large as %d overflows".formatted(window, largest));
        }
        sum = run(history.data(), first, size, sum);
        divide(size, Math.multiplyExact(in.divisor(0), (long) share), out[0]);
        if (missing > 0) {
            int lead = Math.min(missing, size);
            Arrays.fill(out[0], 0, lead, Double.NaN);
            missing -= lead;
        }
    }

    static long largest(long[] data, int first, int size, long atLeast) {
        long low = 0;
        long high = 0;
        for (int i = first; i < first + size; i++) {
            low = Math.min(low, data[i]);
            high = Math.max(high, data[i]);
        }
        return Math.max(atLeast, Math.max(high, Math.negateExact(low)));
    }

    private long run(long[] data, int first, int size, long before) {
        long s = before;
        for (int i = 0; i < size; i++) {
            s += data[first + i] - data[first + i - window];
            sums[i] = s;
        }
        return s;
    }

    private void divide(int size, long denominator, double[] out) {
        if (Quotient.within(largest, window, Quotient.EXACT) && Quotient.fits(denominator)) {
            Quotient.divide(sums, size, denominator, out);
        } else {
            for (int i = 0; i < size; i++) {
                out[i] = Quotient.of(sums[i], denominator);
            }
        }
    }
}
