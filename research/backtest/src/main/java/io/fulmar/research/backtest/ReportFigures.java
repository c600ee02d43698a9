package io.fulmar.research.backtest;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * Figures that a report derives from its input, each once.
 *
 * @param span nanoseconds from the first open to the last close
 * @param cagr (1 + net return) ^ (periods / number of daily returns) - 1
 * @param maxDrawdown positive fraction, from equity at bar closes
 * @param hold metrics of buying at the first open with all the cash, and holding
 * @param turnover value of all fills of closed trades over average equity
 * @param feesShare fees over gross profit; empty without one
 */
record ReportFigures(
        long span,
        double netReturn,
        double holdReturn,
        OptionalDouble cagr,
        double maxDrawdown,
        OptionalDouble holdDrawdown,
        Metrics hold,
        Map<String, Bootstrap.Interval> intervals,
        TradeStatistics trades,
        double exposure,
        double turnover,
        OptionalDouble feesShare) {

    static ReportFigures of(ReportInput input) {
        ReportInput.Candles bars = input.candles();
        ReportInput.Totals totals = input.totals();
        double cash = input.equity().cash();
        double[] net = input.equity().net();
        int last = bars.size() - 1;
        BuyAndHold hold = BuyAndHold.of(bars.bars(), bars.first(), totals.periods());
        double averageEquity = sum(net) / bars.size();
        double netReturn = net[last] / cash - 1;
        double growth = Math.pow(1 + netReturn, totals.periods() / totals.dailyReturns().length) - 1;
        double grossProfit = input.equity().gross()[last] - cash;
        TradeStatistics trades = TradeStatistics.of(input.trades());
        return new ReportFigures(
                bars.closeTime(last) - bars.openTime(0),
                netReturn,
                hold.netReturn(),
                Double.isFinite(growth) ? OptionalDouble.of(growth) : OptionalDouble.empty(),
                depth(net, cash),
                OptionalDouble.of(hold.maxDrawdown()),
                hold.metrics(),
                Bootstrap.of(totals.dailyReturns(), totals.periods()),
                trades,
                totals.exposure().orElse(trades.exposure(bars.size())),
                averageEquity > 0 ? trades.turnover() / averageEquity : Double.NaN,
                grossProfit > 0 ? OptionalDouble.of(totals.fees() / grossProfit) : OptionalDouble.empty());
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double depth(double[] equity, double cash) {
        double least = 1;
        double peak = cash;
        double low = cash;
        for (double value : equity) {
            if (value > peak) {
                least = Math.min(least, low / peak);
                peak = value;
                low = value;
            } else if (value < low) {
                low = value;
            }
        }
        return 1 - Math.min(least, low / peak);
    }
}
