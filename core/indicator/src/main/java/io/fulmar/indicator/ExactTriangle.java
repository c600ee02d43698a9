package io.fulmar.indicator;

import java.util.Arrays;

/** TRIMA of exact values: a running sum of running sums, rounded once a bar. */
final class ExactTriangle implements Fold {
    private final int inner;
    private final int outer;
    private final LongHistory history;
    private final LongHistory sums;
    private long[] innerSums = {};
    private long innerSum;
    private long outerSum;
    private long largest;
    private int missing;

    ExactTriangle(int window) {
        inner = (window + 1) / 2;
        outer = window / 2 + 1;
        history = new LongHistory(inner);
        sums = new LongHistory(outer);
        missing = window - 1;
    }

    @Override
    public void take(Block in, double[][] out) {
        int size = in.size();
        int first = history.append(in.mantissas(0), in.from(0), size);
        long[] data = history.data();
        largest = ExactSum.largest(data, first, size, largest);
        if (!Quotient.within(largest, (long) inner * outer, Long.MAX_VALUE)) {
            throw new ArithmeticException("a triangular sum of values as large as %d overflows".formatted(largest));
        }
        if (innerSums.length < size) {
            innerSums = new long[size];
        }
        for (int i = 0; i < size; i++) {
            innerSum += data[first + i] - data[first + i - inner];
            innerSums[i] = innerSum;
        }
        int firstSum = sums.append(innerSums, 0, size);
        long denominator = Math.multiplyExact((long) inner * outer, in.divisor(0));
        for (int i = 0; i < size; i++) {
            outerSum += sums.data()[firstSum + i] - sums.data()[firstSum + i - outer];
            out[0][i] = Quotient.of(outerSum, denominator);
        }
        int lead = Math.min(missing, size);
        Arrays.fill(out[0], 0, lead, Double.NaN);
        missing -= lead;
    }
}
