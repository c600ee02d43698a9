package io.fulmar.research.robustness;

/**
 * Where the gates stand.
 *
 * @param tradesMin closed trades that are needed
 * @param tradesPerYear as many for each year, if that is more
 * @param bestTradePercent the best trade may make at most so much of the gross profit
 * @param withoutBestPercent the result must stay above zero without so many of the best trades, rounded up
 * @param drawdown a drawdown as deep as this fraction fails
 * @param daysMin length of the window
 */
public record Gates(
        int tradesMin,
        double tradesPerYear,
        double bestTradePercent,
        double withoutBestPercent,
        double drawdown,
        double daysMin) {
    public static final Gates USUAL = new Gates(30, 20, 25, 5, 0.5, 180);

    public Gates {
        within("gate trades", tradesMin, 0, 1e9);
        within("gate trades-per-year", tradesPerYear, 0, 1e9);
        within("gate best-trade-percent", bestTradePercent, 0, 100);
        within("gate without-best-percent", withoutBestPercent, 0, 100);
        within("gate drawdown", drawdown, 0, 1);
        within("gate days", daysMin, 0, 1e6);
    }

    private static void within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " must lie between " + least + " and " + most + ", not " + value);
        }
    }

    /** The gates a candidate fails, as a mask; {@code sorted} has room for its trades and is filled anew. */
    int failed(Track track, double[] stressed, double years, long[] sorted) {
        int failed = 0;
        int n = track.trades;
        if (n < Math.max(tradesMin, tradesPerYear * years)) failed |= Gate.FEW_TRADES.bit();
        if (years * Scoring.DAYS_PER_YEAR < daysMin) failed |= Gate.SHORT.bit();
        if (track.maxDrawdown >= drawdown) failed |= Gate.DRAWDOWN.bit();
        long best = 0;
        long profit = 0;
        long total = 0;
        for (int i = 0; i < n; i++) {
            long pnl = track.pnl[i];
            sorted[i] = pnl;
            best = Math.max(best, pnl);
            profit += Math.max(0, pnl);
            total += pnl;
            if (stressed[i] <= -1) failed |= Gate.TOTAL_LOSS.bit();
        }
        if (best > bestTradePercent / 100 * profit) failed |= Gate.ONE_TRADE_MATTERS.bit();
        if (total - ofTheBest(sorted, n) <= 0) failed |= Gate.FEW_TRADES_MATTER.bit();
        return failed;
    }

    private long ofTheBest(long[] sorted, int n) {
        int best = (int) Math.ceil(withoutBestPercent * n / 100);
        if (best == 0) return 0;
        Quantiles.select(sorted, 0, n - 1, n - best);
        long sum = 0;
        for (int i = n - best; i < n; i++) sum += sorted[i];
        return sum;
    }
}
