package io.fulmar.research.robustness;

/** The standard normal distribution, the same on every machine. */
final class Normal {
    /** Beyond this the upper tail is taken from its continued fraction, which converges quickly there. */
    private static final double FAR = 2.5;

    private static final int TERMS_MAX = 500;
    private static final int FRACTION_TERMS = 200;
    private static final double ROOT_TWO_PI = 2.5066282746310002;

    private Normal() {}

    /** P(Z <= x). */
    static double below(double x) {
        if (Double.isNaN(x)) return Double.NaN;
        double density = StrictMath.exp(-x * x / 2) / ROOT_TWO_PI;
        if (Math.abs(x) > FAR) {
            double fraction = Math.abs(x);
            for (int k = FRACTION_TERMS; k >= 1; k--) fraction = Math.abs(x) + k / fraction;
            return x < 0 ? density / fraction : 1 - density / fraction;
        }
        double term = x;
        double sum = x;
        for (int odd = 3; odd < TERMS_MAX && Math.abs(term) > 1e-18 * Math.abs(sum); odd += 2) {
            term *= x * x / odd;
            sum += term;
        }
        return 0.5 + density * sum;
    }

    /** The x with P(Z <= x) = p, by bisection and then Newton's steps; for p above 0 and below 1. */
    static double quantile(double p) {
        if (!(p > 0 && p < 1)) throw new IllegalArgumentException("a probability lies between 0 and 1, not " + p);
        if (p > 0.5) return -quantile(1 - p);
        double low = -40;
        double high = 0;
        for (int step = 0; step < 40; step++) {
            double middle = (low + high) / 2;
            if (below(middle) < p) low = middle;
            else high = middle;
        }
        double x = (low + high) / 2;
        for (int step = 0; step < 3; step++) {
            double density = StrictMath.exp(-x * x / 2) / ROOT_TWO_PI;
            if (density == 0) return x;
            x -= (below(x) - p) / density;
        }
        return x;
    }
}
