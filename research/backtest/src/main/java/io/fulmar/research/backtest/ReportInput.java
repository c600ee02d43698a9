package io.fulmar.research.backtest;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SequencedMap;

/**
 * Everything a report shows. Plain figures: the report decides nothing and reads no clock, so the same input gives the
 * same bytes.
 */
public record ReportInput(
        Header header, Candles candles, Equity equity, List<TradeRow> trades, Totals totals, List<Warning> warnings) {

    public ReportInput {
        trades = List.copyOf(trades);
        warnings = List.copyOf(warnings);
        if (candles.size() != equity.net().length || candles.size() != equity.gross().length) {
            throw new IllegalArgumentException("equity needs one value a bar: " + candles.size() + " bars, "
                    + equity.net().length + " net and " + equity.gross().length + " gross values");
        }
    }

    /**
     * What was run.
     *
     * @param parameters by name, as given on the command line
     * @param seed of generated data or of random models, if the run had one
     * @param hashes by name: hash, dataHash, codeHash, ...
     * @param reproduce the command line that gives this report again
     * @param generatedBy e.g. {@code fulmar 0.1.0}
     */
    public record Header(
            String title,
            List<String> strategies,
            SequencedMap<String, String> parameters,
            String symbol,
            String timeframe,
            String currency,
            OptionalLong seed,
            SequencedMap<String, String> hashes,
            String reproduce,
            String generatedBy) {
        public Header {
            strategies = List.copyOf(strategies);
        }
    }

    /**
     * Bars, oldest first: the arrays themselves, not copies.
     *
     * @param openTimes UTC nanoseconds
     * @param nanos length of a bar
     * @param priceDecimals decimals a price is shown with
     */
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over and not copied
    public record Candles(
            long[] openTimes,
            double[] opens,
            double[] highs,
            double[] lows,
            double[] closes,
            int size,
            long nanos,
            int priceDecimals) {
        public Candles {
            if (size < 1 || openTimes.length < size || closes.length < size) {
                throw new IllegalArgumentException("a report needs at least one bar");
            }
        }

        long closeTime(int bar) {
            return openTimes[bar] + nanos;
        }
    }

    /**
     * Equity at bar closes, one value a bar.
     *
     * @param cash before the first bar
     * @param net after all costs
     * @param gross as net, had nothing been paid in fees and slippage
     * @param moneyDecimals decimals an amount is shown with
     */
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over and not copied
    public record Equity(double cash, double[] net, double[] gross, int moneyDecimals) {}

    /**
     * Figures of the run as run.json has them.
     *
     * @param fills number of fills
     * @param fees over all fills, open trades included
     * @param costs whether any fee or slippage was modelled; without, the report says so in a banner
     * @param openTrades open at the end
     * @param exposure share of bars with a position; empty takes it from the trades
     * @param dailyReturns of equity at 00:00 UTC, the first from the starting cash
     * @param periods daily returns a year
     * @param metrics of the daily returns
     */
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over and not copied
    public record Totals(
            int fills,
            double fees,
            boolean costs,
            int openTrades,
            OptionalDouble exposure,
            double[] dailyReturns,
            double periods,
            Metrics metrics) {}

    /**
     * Something to know before believing the result.
     *
     * @param code short and stable, as in run.json
     * @param sentence what it means and what to do
     */
    public record Warning(String code, long count, String sentence) {}
}
