package io.fulmar.research.backtest;

import io.fulmar.market.Bars;

/**
 * Buying at the first open with all the cash, and holding: what a strategy is measured against.
 *
 * @param maxDrawdown at bar closes, the starting cash included, as a positive fraction
 * @param metrics of its daily returns
 */
public record BuyAndHold(double netReturn, double maxDrawdown, Metrics metrics) {
    /** Of a market, from that bar on. */
    public static BuyAndHold of(Bars bars, int first, double periods) {
        long[] closes = bars.closes();
        double open = (double) bars.opens()[first];
        double[] daily = DailyReturns.of(Times.ofCloses(bars, first), i -> closes[first + i] / open, 1);
        return new BuyAndHold(
                closes[bars.size() - 1] / open - 1,
                Drawdowns.depth(closes, first, bars.size(), bars.opens()[first], open),
                Metrics.of(daily, periods));
    }
}
