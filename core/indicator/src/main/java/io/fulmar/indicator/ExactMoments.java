package io.fulmar.indicator;

/**
 * Sum and spread of each window of exact values.
 *
 * <p>Sums run over {@code d = x - base}, which keeps squares small; whole numbers make the choice of the base invisible. The spread is
 * {@code n * sum(d*d) - sum(d)^2}: n squared times the variance, at least 0, and exactly 0 in a still market.
 */
final class ExactMoments {
    private final int window;
    private final LongHistory history;
    private final Wide squares = new Wide();
    private final Wide wide = new Wide();
    private long[] sums = {};
    private long[] squareSums = {};
    private double[] spreads = {};
    private long base;
    private long sum;
    private long largest;
    private boolean begun;

    ExactMoments(int window) {
        this.window = window;
        history = new LongHistory(window);
    }

    /** Takes a block; {@link #sums} and {@link #spreads} then hold a number for each of its bars, meaningless before bar n. */
    void take(Block in) {
        int size = in.size();
        if (size == 0) {
            return;
        }
        if (sums.length < size) {
            sums = new long[size];
            squareSums = new long[size];
            spreads = new double[size];
        }
        if (!begun) {
            base = in.mantissas(0)[in.from(0)];
            history.fill(base);
            begun = true;
        }
        int first = history.append(in.mantissas(0), in.from(0), size);
        long[] data = history.data();
        largest = Math.max(largest, farthest(data, first, first + size));
        if (!fits()) {
            rebase(data, first, size);
        }
        if (fits()) {
            run(data, first, size);
            spread(size);
        } else {
            runWide(data, first, size);
        }
    }

    /** The spread of each bar's window, as the nearest double. */
    double[] spreads() {
        return spreads;
    }

    /** The sum of each bar's window is {@code sums()[i] + n * base()}. */
    long[] sums() {
        return sums;
    }

    long base() {
        return base;
    }

    /** No window's sum is farther from 0 than this times n. */
    long bound() {
        return Math.addExact(Math.absExact(base), largest);
    }

    private boolean fits() {
        return Quotient.within(largest, window, 3_000_000_000L);
    }

    private long farthest(long[] data, int from, int to) {
        long low = base;
        long high = base;
        for (int i = from; i < to; i++) {
            low = Math.min(low, data[i]);
            high = Math.max(high, data[i]);
        }
        return Math.max(Math.subtractExact(high, base), Math.subtractExact(base, low));
    }

    private void rebase(long[] data, int first, int size) {
        base = data[first - 1];
        largest = farthest(data, first - window, first + size);
        if (!Quotient.within(largest, window, Long.MAX_VALUE)) {
            throw new ArithmeticException("squares of %d values that differ by %d overflow".formatted(window, largest));
        }
        sum = 0;
        squares.set(0);
        for (int i = first - window; i < first; i++) {
            long d = data[i] - base;
            sum += d;
            squares.plusProduct(d, d);
        }
    }

    private void run(long[] data, int first, int size) {
        long s = sum;
        long q = squares.low();
        long b = base;
        for (int i = 0; i < size; i++) {
            long fresh = data[first + i] - b;
            long old = data[first + i - window] - b;
            s += fresh - old;
            q += (fresh - old) * (fresh + old);
            sums[i] = s;
            squareSums[i] = q;
        }
        sum = s;
        squares.set(q);
    }

    private void spread(int size) {
        long n = window;
        for (int i = 0; i < size; i++) {
            spreads[i] = n * squareSums[i] - sums[i] * sums[i];
        }
    }

    private void runWide(long[] data, int first, int size) {
        for (int i = 0; i < size; i++) {
            long fresh = data[first + i] - base;
            long old = data[first + i - window] - base;
            sum += fresh - old;
            squares.plusProduct(fresh, fresh);
            squares.minusProduct(old, old);
            wide.setProduct(squares, window);
            wide.minusProduct(sum, sum);
            sums[i] = sum;
            spreads[i] = wide.nearest();
        }
    }
}
