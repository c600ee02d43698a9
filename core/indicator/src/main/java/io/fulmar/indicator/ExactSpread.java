package io.fulmar.indicator;

import java.util.Arrays;

/** Standard deviation, variance and Bollinger's bands of exact values. */
final class ExactSpread implements Fold {
    /** What is made of a window's mean and spread. */
    private enum Form {
        DEVIATION,
        VARIANCE,
        BANDS
    }

    private final int window;
    private final Form form;
    private final double above;
    private final double below;
    private final ExactMoments moments;
    private int missing;

    private ExactSpread(int window, Form form, double above, double below) {
        this.window = window;
        this.form = form;
        this.above = above;
        this.below = below;
        moments = new ExactMoments(window);
        missing = window - 1;
    }

    static Fold deviation(int window, double times) {
        return new ExactSpread(window, Form.DEVIATION, times, 0);
    }

    static Fold variance(int window) {
        return new ExactSpread(window, Form.VARIANCE, 0, 0);
    }

    /** Fills upper, middle, lower. */
    static Fold bands(int window, double above, double below) {
        return new ExactSpread(window, Form.BANDS, above, below);
    }

    @Override
    public void take(Block in, double[][] out) {
        int size = in.size();
        moments.take(in);
        double unit = (double) window * (double) in.divisor(0);
        switch (form) {
            case DEVIATION -> deviations(size, unit, out[0]);
            case VARIANCE -> variances(size, unit, out[0]);
            case BANDS -> bands(size, unit, in.divisor(0), out);
        }
        int lead = Math.min(missing, size);
        if (lead > 0) {
            for (double[] column : out) {
                Arrays.fill(column, 0, lead, Double.NaN);
            }
            missing -= lead;
        }
    }

    private void deviations(int size, double unit, double[] out) {
        double[] spreads = moments.spreads();
        for (int i = 0; i < size; i++) {
            out[i] = Math.sqrt(spreads[i]) / unit * above;
        }
    }

    private void variances(int size, double unit, double[] out) {
        double[] spreads = moments.spreads();
        for (int i = 0; i < size; i++) {
            out[i] = spreads[i] / unit / unit;
        }
    }

    private void bands(int size, double unit, long divisor, double[][] out) {
        means(size, divisor, out[1]);
        double[] spreads = moments.spreads();
        double[] upper = out[0];
        double[] middle = out[1];
        double[] lower = out[2];
        for (int i = 0; i < size; i++) {
            double deviation = Math.sqrt(spreads[i]) / unit;
            upper[i] = middle[i] + above * deviation;
            lower[i] = middle[i] - below * deviation;
        }
    }

    private void means(int size, long divisor, double[] out) {
        long[] sums = moments.sums();
        long denominator = Math.multiplyExact((long) window, divisor);
        long whole = Math.multiplyExact((long) window, moments.base());
        if (Quotient.within(moments.bound(), window, Quotient.EXACT) && Quotient.fits(denominator)) {
            double d = denominator;
            for (int i = 0; i < size; i++) {
                out[i] = (sums[i] + whole) / d;
            }
        } else {
            for (int i = 0; i < size; i++) {
                out[i] = Quotient.of(Math.addExact(sums[i], whole), denominator);
            }
        }
    }
}
