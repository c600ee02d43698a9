package io.fulmar.indicator;

import java.math.BigInteger;
import java.util.Arrays;

/** The weighted average and the regression line of exact values: whole-number sums, one rounding a bar. */
final class ExactLinear implements Fold {
    private final int window;
    private final LinearForm form;
    private final LongHistory history;
    private long largest;
    private long plain;
    private long weighted;
    private BigInteger plainBig = BigInteger.ZERO;
    private BigInteger weightedBig = BigInteger.ZERO;
    private boolean big;
    private int missing;
    private long[] numerators = {};

    ExactLinear(int window, LinearForm form) {
        this.window = window;
        this.form = form;
        history = new LongHistory(window);
        missing = window - 1;
    }

    @Override
    public void take(Block in, double[][] out) {
        int size = in.size();
        int first = history.append(in.mantissas(0), in.from(0), size);
        long[] data = history.data();
        largest = ExactSum.largest(data, first, size, largest);
        if (!big && !fitsLong()) {
            big = true;
            plainBig = BigInteger.valueOf(plain);
            weightedBig = BigInteger.valueOf(weighted);
        }
        if (!big && fitsDoubles(in.divisor(0))) {
            run(data, first, size, in.divisor(0), out[0]);
        } else {
            runSlowly(data, first, size, in.divisor(0), out[0]);
        }
        int lead = Math.min(missing, size);
        missing -= lead;
        Arrays.fill(out[0], 0, lead, Double.NaN);
    }

    /** Whether numerator and denominator are doubles without rounding, whatever the window holds. */
    private boolean fitsDoubles(long unit) {
        long n = window;
        long weights = n * (n + 1) / 2;
        long factors = Math.abs(form.ofWeighted(n)) * weights + Math.abs(form.ofPlain(n)) * n;
        return Quotient.within(largest, factors, Quotient.EXACT)
                && Quotient.within(form.divisor(n), unit, Quotient.EXACT);
    }

    private void run(long[] data, int first, int size, long unit, double[] out) {
        if (numerators.length < size) {
            numerators = new long[size];
        }
        long[] found = numerators;
        long n = window;
        long a = form.ofWeighted(n);
        long b = form.ofPlain(n);
        long w = weighted;
        long p = plain;
        for (int i = 0; i < size; i++) {
            long newest = data[first + i];
            w += n * newest - p;
            p += newest - data[first + i - window];
            found[i] = b == 0 ? w : a * w - b * p;
        }
        weighted = w;
        plain = p;
        double divisor = form.divisor(n) * unit;
        if (b == 0) {
            divisor /= a;
        }
        for (int i = 0; i < size; i++) {
            out[i] = found[i] / divisor;
        }
    }

    private void runSlowly(long[] data, int first, int size, long unit, double[] out) {
        for (int i = 0; i < size; i++) {
            long newest = data[first + i];
            long oldest = data[first + i - window];
            out[i] = big ? stepBig(newest, oldest, unit) : step(newest, oldest, unit);
        }
    }

    /** Both products of the form, and so their difference, stay below 2^62. */
    private boolean fitsLong() {
        long n = window;
        long weights = n * (n + 1) / 2;
        long plainFactor = Math.multiplyExact(n, Math.abs(form.ofPlain(n)));
        return Quotient.within(largest, weights, Long.MAX_VALUE / 2 / Math.abs(form.ofWeighted(n)))
                && Quotient.within(largest, Math.max(1, plainFactor), Long.MAX_VALUE / 2);
    }

    private double step(long newest, long oldest, long unit) {
        weighted += window * newest - plain;
        plain += newest - oldest;
        long numerator = form.ofWeighted(window) * weighted - form.ofPlain(window) * plain;
        long divisor = form.divisor(window);
        return Quotient.within(divisor, unit, Long.MAX_VALUE)
                ? Quotient.of(numerator, divisor * unit)
                : Quotient.of(
                        BigInteger.valueOf(numerator),
                        BigInteger.valueOf(divisor).multiply(BigInteger.valueOf(unit)));
    }

    private double stepBig(long newest, long oldest, long unit) {
        BigInteger fresh = BigInteger.valueOf(newest);
        weightedBig =
                weightedBig.add(fresh.multiply(BigInteger.valueOf(window))).subtract(plainBig);
        plainBig = plainBig.add(fresh).subtract(BigInteger.valueOf(oldest));
        return form.exact(weightedBig, plainBig, window, unit);
    }
}
