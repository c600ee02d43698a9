package io.fulmar.research.backtest;

/** Probabilities of the normal and of Student's distribution, to twelve digits and, for many thousand trades, nine. */
final class Distribution {
    private static final double TINY = 1e-300;
    private static final int STEPS_MAX = 500;
    /** ln(2 pi) / 2. */
    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

    private Distribution() {}

    /** P(Z <= x) of the standard normal; accurate in the far lower tail as well. */
    static double normal(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        double density = Math.exp(-x * x / 2 - HALF_LOG_TWO_PI);
        if (Math.abs(x) > 2.5) {
            double tail = density / millsFraction(Math.abs(x));
            return x < 0 ? tail : 1 - tail;
        }
        double term = x;
        double sum = x;
        for (int odd = 3; Math.abs(term) > 1e-18 * Math.abs(sum) && odd < STEPS_MAX; odd += 2) {
            term *= x * x / odd;
            sum += term;
        }
        return 0.5 + density * sum;
    }

    /** The z with P(Z <= z) = p, to nine digits; infinite at 0 and 1. */
    static double normalQuantile(double p) {
        if (!(p > 0 && p < 1)) {
            return p == 0 ? Double.NEGATIVE_INFINITY : p == 1 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        double low = -40;
        double high = 40;
        for (int step = 0; step < 64; step++) {
            double middle = (low + high) / 2;
            if (normal(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** x + 1/(x + 2/(x + 3/(x + ...))), Laplace's continued fraction of the upper tail, evaluated from the far end. */
    private static double millsFraction(double x) {
        double value = x;
        for (int k = 200; k >= 1; k--) {
            value = x + k / value;
        }
        return value;
    }

    /** Two-sided p-value of Student's t: P(|T| >= |t|) with the given degrees of freedom. */
    static double studentTwoSided(double t, double freedom) {
        if (Double.isNaN(t) || freedom <= 0) {
            return Double.NaN;
        }
        return Double.isInfinite(t) ? 0 : incompleteBeta(freedom / 2, 0.5, freedom / (freedom + t * t));
    }

    /** Regularized incomplete beta function by its continued fraction (DLMF 8.17.22). */
    static double incompleteBeta(double a, double b, double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        if (x > (a + 1) / (a + b + 2)) {
            return 1 - incompleteBeta(b, a, 1 - x);
        }
        double front = Math.exp(
                a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b) - Math.log(a));
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double fraction = d;
        for (int m = 1; m < STEPS_MAX; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            fraction *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            fraction *= d * c;
            if (Math.abs(d * c - 1) < 1e-16) {
                break;
            }
        }
        return front * fraction;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** ln of the gamma function for x > 0: Stirling's series after shifting x above 12. */
    static double logGamma(double x) {
        double shift = 0;
        double z = x;
        while (z < 12) {
            shift += Math.log(z);
            z += 1;
        }
        double inverse = 1 / (z * z);
        double series = (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse / 1680))) / z;
        return (z - 0.5) * Math.log(z) - z + HALF_LOG_TWO_PI + series - shift;
    }
}
