package io.fulmar.research.robustness;

import java.util.SplittableRandom;

/** Tracks made by hand or by chance, for tests. */
final class Tracks {
    static final long CASH = 1_000_000_000L;

    private Tracks() {}

    /** Trades one after the other with these returns of the equity before them and these costs, spread evenly over the days. */
    static Track of(double[] returns, double costShare, int days) {
        Track track = new Track();
        int n = returns.length;
        track.reserve(n, days);
        track.trades = n;
        track.days = days;
        track.cash = CASH;
        long equity = CASH;
        long peak = CASH;
        int day = 0;
        for (int i = 0; i < n; i++) {
            for (; day < (long) i * days / n; day++) track.dailyEquity[day] = equity;
            track.entryBar[i] = 10 * i;
            track.exitBar[i] = 10 * i + 5;
            track.equityBefore[i] = equity;
            track.pnl[i] = (long) (returns[i] * equity);
            track.costs[i] = (long) (costShare * equity);
            equity += track.pnl[i];
            peak = Math.max(peak, equity);
            track.maxDrawdown = Math.max(track.maxDrawdown, 1 - (double) equity / peak);
        }
        for (; day < days; day++) track.dailyEquity[day] = equity;
        track.dailyEquity[0] = CASH;
        track.finalEquity = equity;
        track.bars = 10L * n;
        track.barsInMarket = 5L * n;
        return track;
    }

    /** Normal returns with this mean and deviation, bound to their neighbours by a first-order correlation. */
    static double[] returns(SplittableRandom random, int n, double mean, double deviation, double correlation) {
        double[] returns = new double[n];
        double last = 0;
        for (int i = 0; i < n; i++) {
            last = correlation * last + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
            returns[i] = Math.max(-0.9, mean + deviation * last);
        }
        return returns;
    }
}
