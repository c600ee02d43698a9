package io.fulmar.research.backtest;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Figures over the days of a window that moves on day by day; NaN until it is full, and where a figure has none. */
final class Rolling {
    static final int[] WINDOWS = {30, 60, 90, 252};

    private Rolling() {}

    /** Mean over deviation of daily returns, a year's worth; the risk-free rate is 0. */
    static double[] sharpe(double[] returns, int window, double periods) {
        return over(returns, window, days -> {
            double deviation = Sums.deviation(days);
            return deviation > 0 ? Sums.mean(days) / deviation * Math.sqrt(periods) : Double.NaN;
        });
    }

    /** Deviation of daily returns, a year's worth. */
    static double[] volatility(double[] returns, int window, double periods) {
        return over(returns, window, days -> Sums.deviation(days) * Math.sqrt(periods));
    }

    static double[] mean(double[] values, int window) {
        return over(values, window, Sums::mean);
    }

    /** How much of the market's daily move the strategy made with it: covariance over the market's variance. */
    static double[] beta(double[] returns, double[] market, int window) {
        double[] rolled = new double[returns.length];
        Arrays.fill(rolled, Double.NaN);
        for (int last = window - 1; last < returns.length; last++) {
            double[] own = Arrays.copyOfRange(returns, last + 1 - window, last + 1);
            double[] other = Arrays.copyOfRange(market, last + 1 - window, last + 1);
            double variance = covariance(other, other);
            rolled[last] = variance > 0 ? covariance(own, other) / variance : Double.NaN;
        }
        return rolled;
    }

    private static double covariance(double[] a, double[] b) {
        double[] products = new double[a.length];
        double meanA = Sums.mean(a);
        double meanB = Sums.mean(b);
        for (int i = 0; i < products.length; i++) {
            products[i] = (a[i] - meanA) * (b[i] - meanB);
        }
        return Sums.sum(products);
    }

    /** Pearson's over the days on which both have a value; NaN where one of them never moves. */
    static double correlation(double[] a, double[] b) {
        double[] first = new double[a.length];
        double[] second = new double[a.length];
        int size = 0;
        for (int i = 0; i < a.length; i++) {
            if (Double.isFinite(a[i]) && Double.isFinite(b[i])) {
                first[size] = a[i];
                second[size++] = b[i];
            }
        }
        first = Arrays.copyOf(first, size);
        second = Arrays.copyOf(second, size);
        if (size < 2 || Sums.constant(first) || Sums.constant(second)) {
            return Double.NaN;
        }
        return Math.clamp(
                covariance(first, second) / Math.sqrt(covariance(first, first) * covariance(second, second)), -1, 1);
    }

    private static double[] over(double[] values, int window, ToDoubleFunction<double[]> figure) {
        double[] rolled = new double[values.length];
        Arrays.fill(rolled, Double.NaN);
        for (int last = window - 1; last < values.length; last++) {
            rolled[last] = figure.applyAsDouble(Arrays.copyOfRange(values, last + 1 - window, last + 1));
        }
        return rolled;
    }
}
