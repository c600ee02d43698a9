package io.fulmar.research.robustness;

import java.util.Arrays;

/**
 * How differently a strategy does as the market changes: days are sorted by how the market moved over the twenty before them, into calm, usual and wild, each
 * rising or falling, and the mean daily return is taken in each of the six. What lives on one regime dies with it.
 *
 * @param means of the daily returns: calm, usual, wild while falling, then while rising; NaN where there was no such day
 * @param days of each
 * @param spread the best less the worst mean
 */
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not copied
record RegimeSpread(double[] means, int[] days, double spread) {
    private static final int LOOK_BACK = 20;
    private static final int KINDS = 3;

    /** Of a strategy's daily returns and the market's on the same days. */
    public static RegimeSpread of(double[] returns, double[] market) {
        if (returns.length != market.length) throw new IllegalArgumentException("days of strategy and market differ");
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
        double[] sums = new double[2 * KINDS];
        int[] days = new int[2 * KINDS];
        for (int i = 0; i < known; i++) {
            int kind = volatility[i] <= sorted[Quantiles.place(333, known)]
                    ? 0
                    : volatility[i] <= sorted[Quantiles.place(667, known)] ? 1 : 2;
            int regime = kind + (trend[i] > 0 ? KINDS : 0);
            sums[regime] += returns[i + LOOK_BACK];
            days[regime]++;
        }
        double best = Double.NEGATIVE_INFINITY;
        double worst = Double.POSITIVE_INFINITY;
        for (int regime = 0; regime < sums.length; regime++) {
            sums[regime] = days[regime] == 0 ? Double.NaN : sums[regime] / days[regime];
            if (days[regime] == 0) continue;
            best = Math.max(best, sums[regime]);
            worst = Math.min(worst, sums[regime]);
        }
        return new RegimeSpread(sums, days, known == 0 ? Double.NaN : best - worst);
    }
}
