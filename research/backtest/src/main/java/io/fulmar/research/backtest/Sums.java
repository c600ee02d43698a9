package io.fulmar.research.backtest;

import java.util.Arrays;
import java.util.function.DoublePredicate;

/** Sums, moments and quantiles of plain columns; every sum is compensated, so the order of adding hardly matters. */
final class Sums {
    private Sums() {}

    /** Neumaier's compensated sum. */
    static double sum(double[] values) {
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        return sum + lost;
    }

    /** The mean, NaN of nothing. */
    static double mean(double[] values) {
        return sum(values) / values.length;
    }

    /** The mean of {@code |value - centre|^power}, signed for odd powers, times the number of values. */
    static double moment(double[] values, double centre, int power) {
        double[] powers = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double away = values[i] - centre;
            double product = 1;
            for (int p = 0; p < power; p++) {
                product *= away;
            }
            powers[i] = product;
        }
        return sum(powers);
    }

    /** Sample standard deviation (ddof 1); exactly zero when all values are equal, NaN of fewer than two. */
    static double deviation(double[] values) {
        if (values.length < 2) {
            return Double.NaN;
        }
        return constant(values) ? 0 : Math.sqrt(moment(values, mean(values), 2) / (values.length - 1));
    }

    /** Adjusted Fisher-Pearson skewness, as pandas has it. */
    static double skew(double[] values) {
        double n = values.length;
        if (n < 3 || constant(values)) {
            return Double.NaN;
        }
        double mean = mean(values);
        double second = moment(values, mean, 2);
        return n * Math.sqrt(n - 1) / (n - 2) * moment(values, mean, 3) / (second * Math.sqrt(second));
    }

    /** Excess kurtosis with the usual small-sample correction, as pandas has it. */
    static double kurtosis(double[] values) {
        double n = values.length;
        if (n < 4 || constant(values)) {
            return Double.NaN;
        }
        double mean = mean(values);
        double second = moment(values, mean, 2);
        double ratio = n * (n + 1) * (n - 1) * moment(values, mean, 4) / ((n - 2) * (n - 3) * second * second);
        return ratio - 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3));
    }

    /** Quantile by linear interpolation between neighbours; NaN of nothing. */
    static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = (sorted.length - 1) * share;
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
    }

    static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    /** The least of those that are numbers; positive infinity of none. */
    static double least(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
            least = value < least && value > Double.NEGATIVE_INFINITY ? value : least;
        }
        return least;
    }

    /** The most of those that are numbers; negative infinity of none. */
    static double most(double[] values) {
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            most = value > most && value < Double.POSITIVE_INFINITY ? value : most;
        }
        return most;
    }

    /** The mean of those that are numbers; NaN of none. */
    static double meanOfFinite(double[] values) {
        double sum = 0;
        double lost = 0;
        int count = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                double next = sum + value;
                lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
                sum = next;
                count++;
            }
        }
        return (sum + lost) / count;
    }

    static double[] where(double[] values, DoublePredicate wanted) {
        double[] found = new double[values.length];
        int size = 0;
        for (double value : values) {
            if (wanted.test(value)) {
                found[size++] = value;
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** Longest run of wanted values. */
    static int longestRun(double[] values, DoublePredicate wanted) {
        int longest = 0;
        int run = 0;
        for (double value : values) {
            run = wanted.test(value) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** True when no value differs from the first: a spread computed from rounding noise would mean nothing. */
    static boolean constant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
