package io.fulmar.research.robustness;

/** Sums in one fixed order: eight partial sums, value i in sum i mod 8, then added in pairs. Every machine and thread gets the same bits. */
final class Sums {
    private Sums() {}

    static double sum(double[] values, int n) {
        double a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
        int i = 0;
        for (; i + 7 < n; i += 8) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
            e += values[i + 4];
            f += values[i + 5];
            g += values[i + 6];
            h += values[i + 7];
        }
        if (i < n) a += values[i];
        if (i + 1 < n) b += values[i + 1];
        if (i + 2 < n) c += values[i + 2];
        if (i + 3 < n) d += values[i + 3];
        if (i + 4 < n) e += values[i + 4];
        if (i + 5 < n) f += values[i + 5];
        if (i + 6 < n) g += values[i + 6];
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }

    static double mean(double[] values, int n) {
        return sum(values, n) / n;
    }

    /** Sum of {@code (values[i] - mean) * (values[i + lag] - mean)} over the pairs there are. */
    static double products(double[] values, int n, double mean, int lag) {
        double a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
        int pairs = n - lag;
        int i = 0;
        for (; i + 7 < pairs; i += 8) {
            a += (values[i] - mean) * (values[i + lag] - mean);
            b += (values[i + 1] - mean) * (values[i + 1 + lag] - mean);
            c += (values[i + 2] - mean) * (values[i + 2 + lag] - mean);
            d += (values[i + 3] - mean) * (values[i + 3 + lag] - mean);
            e += (values[i + 4] - mean) * (values[i + 4 + lag] - mean);
            f += (values[i + 5] - mean) * (values[i + 5 + lag] - mean);
            g += (values[i + 6] - mean) * (values[i + 6 + lag] - mean);
            h += (values[i + 7] - mean) * (values[i + 7 + lag] - mean);
        }
        for (; i < pairs; i++) a += (values[i] - mean) * (values[i + lag] - mean);
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }

    /** Sample standard deviation (n - 1); 0 of fewer than two values. */
    static double deviation(double[] values, int n, double mean) {
        return n < 2 ? 0 : Math.sqrt(products(values, n, mean, 0) / (n - 1));
    }
}
