package io.fulmar.research.robustness;

import java.util.Arrays;

/**
 * Which state the market was in on each day, by how it moved over the twenty before: calm, usual or wild, falling or rising. Found once for all candidates.
 */
final class Regimes {
    static final int COUNT = 6;
    private static final int LOOK_BACK = 20;
    private static final int KINDS = 3;

    private final int[] regimes;
    private final int days;

    private Regimes(int[] regimes, int days) {
        this.regimes = regimes;
        this.days = days;
    }

    /** Of the market's daily returns; the first twenty days have none. */
    static Regimes of(double[] market) {
        int known = Math.max(0, market.length - LOOK_BACK);
        double[] volatility = new double[known];
        double[] trend = new double[known];
        for (int i = 0; i < known; i++) {
            double[] before = Arrays.copyOfRange(market, i, i + LOOK_BACK);
            double mean = Sums.mean(before, LOOK_BACK);
            trend[i] = mean;
            volatility[i] = Sums.deviation(before, LOOK_BACK, mean);
        }
        double[] sorted = volatility.clone();
        Arrays.sort(sorted);
        int[] regimes = new int[known];
        for (int i = 0; i < known; i++) {
            int kind = volatility[i] <= sorted[Quantiles.place(333, known)]
                    ? 0
                    : volatility[i] <= sorted[Quantiles.place(667, known)] ? 1 : 2;
            regimes[i] = kind + (trend[i] > 0 ? KINDS : 0);
        }
        return new Regimes(regimes, market.length);
    }

    /** Of a strategy's returns on the same days. */
    RegimeSpread spread(double[] returns) {
        if (returns.length != days) throw new IllegalArgumentException("days of strategy and market differ");
        double[] means = new double[COUNT];
        int[] counts = new int[COUNT];
        for (int i = 0; i < regimes.length; i++) {
            means[regimes[i]] += returns[i + LOOK_BACK];
            counts[regimes[i]]++;
        }
        double best = Double.NEGATIVE_INFINITY;
        double worst = Double.POSITIVE_INFINITY;
        for (int regime = 0; regime < COUNT; regime++) {
            means[regime] = counts[regime] == 0 ? Double.NaN : means[regime] / counts[regime];
            if (counts[regime] == 0) continue;
            best = Math.max(best, means[regime]);
            worst = Math.min(worst, means[regime]);
        }
        return new RegimeSpread(means, counts, regimes.length == 0 ? Double.NaN : best - worst);
    }
}
