package io.fulmar.research.backtest;

import io.fulmar.domain.Instrument;
import io.fulmar.market.Bars;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SequencedMap;

/**
 * Everything a report shows. Plain figures: the report decides nothing and reads no clock, so the same input gives the
 * same bytes.
 *
 * @param shares what each of several strategies made; empty when there is one
 * @param account where the profit came from and what it cost
 */
public record ReportInput(
        Header header,
        Candles candles,
        Equity equity,
        List<Share> shares,
        Plots plots,
        List<TradeRow> trades,
        Totals totals,
        List<Warning> warnings,
        ReportAccount account) {

    public ReportInput {
        shares = List.copyOf(shares);
        trades = List.copyOf(trades);
        warnings = List.copyOf(warnings);
        if (candles.size() != equity.net().length || candles.size() != equity.gross().length) {
            throw new IllegalArgumentException("equity needs one value a bar: " + candles.size() + " bars, "
                    + equity.net().length + " net and " + equity.gross().length + " gross values");
        }
        if (account.known() && account.exposure().gross().length != candles.size()) {
            throw new IllegalArgumentException("exposure needs one value a bar: " + candles.size() + " bars, "
                    + account.exposure().gross().length + " values");
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

    /** The bars of a market from that one on, oldest first: looked at where they stand, not copied. */
    public record Candles(Instrument instrument, Bars bars, int first) {
        public Candles {
            if (first < 0 || first >= bars.size()) {
                throw new IllegalArgumentException("a report needs at least one bar");
            }
        }

        String market() {
            return instrument.symbol().toString();
        }

        /** Decimals a price is shown with. */
        int priceDecimals() {
            return instrument.tick().scale();
        }

        public int size() {
            return bars.size() - first;
        }

        /** Length of a bar. */
        long nanos() {
            return bars.timeframe().nanos();
        }

        Times closeTimes() {
            return Times.ofCloses(bars, first);
        }

        long openTime(int bar) {
            return bars.openTime(first + bar);
        }

        long closeTime(int bar) {
            return bars.closeTime(first + bar);
        }

        double open(int bar) {
            return price(bars.opens()[first + bar]);
        }

        double close(int bar) {
            return price(bars.closes()[first + bar]);
        }

        /** The highest price of bars [from, to). */
        double high(int from, int to) {
            long[] highs = bars.highs();
            long high = Long.MIN_VALUE;
            for (int i = first + from; i < first + to; i++) {
                high = Math.max(high, highs[i]);
            }
            return price(high);
        }

        /** The lowest price of bars [from, to). */
        double low(int from, int to) {
            long[] lows = bars.lows();
            long low = Long.MAX_VALUE;
            for (int i = first + from; i < first + to; i++) {
                low = Math.min(low, lows[i]);
            }
            return price(low);
        }

        private double price(long ticks) {
            return (double) ticks * instrument.tickMantissa() / instrument.priceDivisor();
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
     * What a strategy made of the account, after its costs, at bar closes; cash and all shares are the equity.
     *
     * @param profit in the account's currency, one value a bar
     */
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over and not copied
    public record Share(String name, double[] profit) {}

    /** Indicators to draw beside the candles, read at those bars only that are drawn. */
    public interface Plots {
        /** None. */
        Plots NONE = new Plots() {
            @Override
            public List<String> names() {
                return List.of();
            }

            @Override
            public double[][] at(int[] bars) {
                return new double[0][];
            }
        };

        /** As a strategy writes them: {@code sma(20)}, {@code macd(12,26,9).hist}. */
        List<String> names();

        /** Of each its values at the closes of these bars, which rise; NaN where it has none. */
        double[][] at(int[] bars);
    }

    /**
     * Figures of the run as run.json has them.
     *
     * @param fills number of fills
     * @param fees over all fills, open trades included
     * @param costs whether any fee or slippage was modelled; without, the report says so in a banner
     * @param openTrades open at the end
     * @param exposure share of bars with a position; empty takes it from the trades
     * @param firstDay of the daily returns: days since 1970
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
            long firstDay,
            double[] dailyReturns,
            double periods,
            Metrics metrics) {}

    /**
     * Something to know before believing the result.
     *
     * @param code short and stable, as in run.json
     * @param sentence what it means and what to do
     * @param moments when, the first few of them
     */
    public record Warning(String code, long count, String sentence, List<Moment> moments) {
        public Warning {
            moments = List.copyOf(moments);
        }

        public Warning(String code, long count, String sentence) {
            this(code, count, sentence, List.of());
        }
    }

    /**
     * A stretch of time to look at.
     *
     * @param from UTC nanoseconds
     * @param to UTC nanoseconds, from or later
     * @param what in a few words
     */
    public record Moment(long from, long to, String what) {}
}
