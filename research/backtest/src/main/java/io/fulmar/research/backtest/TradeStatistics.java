package io.fulmar.research.backtest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/**
 * What a list of closed trades amounts to. A win has a profit above zero after fees, a loss one below; amounts are in
 * the settlement currency. Empty where no trade gives a figure.
 *
 * @param winRate wins over all trades
 * @param profitFactor sum of wins over sum of losses
 * @param averageLoss below zero
 * @param best highest profit
 * @param worst lowest profit
 * @param expectancy mean profit a trade
 * @param averageReturn mean of the trades' own returns
 * @param pValue how likely a mean return this far from zero would be if the true one were zero: two-sided t-test,
 *     trades taken as independent
 * @param averageMultiple mean profit in units of the risk to the stop, over trades that had one
 * @param durationMin nanoseconds, like the other two
 * @param turnover value of all entries and exits
 * @param barsHeld over all trades
 */
public record TradeStatistics(
        int number,
        int wins,
        int losses,
        OptionalDouble winRate,
        OptionalDouble profitFactor,
        OptionalDouble averageWin,
        OptionalDouble averageLoss,
        OptionalDouble best,
        OptionalDouble worst,
        OptionalDouble expectancy,
        OptionalDouble averageReturn,
        OptionalDouble pValue,
        OptionalDouble averageMultiple,
        int longestWins,
        int longestLosses,
        long durationMin,
        long durationAverage,
        long durationMax,
        double pnl,
        double fees,
        double turnover,
        long barsHeld) {

    /** Of these trades, in the order of closing. */
    public static TradeStatistics of(List<TradeRow> trades) {
        Columns columns = new Columns(trades);
        double[] profits = columns.profits;
        double[] wins = Sums.where(profits, p -> p > 0);
        double[] losses = Sums.where(profits, p -> p < 0);
        double[] sorted = Sums.sorted(profits);
        boolean none = profits.length == 0;
        return new TradeStatistics(
                profits.length,
                wins.length,
                losses.length,
                finite((double) wins.length / profits.length),
                finite(Sums.sum(wins) / -Sums.sum(losses)),
                finite(Sums.mean(wins)),
                finite(Sums.mean(losses)),
                none ? OptionalDouble.empty() : OptionalDouble.of(sorted[sorted.length - 1]),
                none ? OptionalDouble.empty() : OptionalDouble.of(sorted[0]),
                finite(Sums.mean(profits)),
                finite(Sums.mean(columns.returns)),
                pValue(columns.returns),
                finite(Sums.mean(Sums.where(columns.multiples, r -> !Double.isNaN(r)))),
                Sums.longestRun(profits, p -> p > 0),
                Sums.longestRun(profits, p -> p < 0),
                none ? 0 : columns.durationMin,
                none ? 0 : Math.round(Sums.mean(columns.durations)),
                columns.durationMax,
                Sums.sum(profits),
                Sums.sum(columns.fees),
                Sums.sum(columns.turnovers),
                columns.barsHeld);
    }

    /** The trades as columns, in one pass: a report does this for a dozen groups in a young virtual machine. */
    private static final class Columns {
        final double[] profits;
        final double[] returns;
        final double[] multiples;
        final double[] durations;
        final double[] fees;
        final double[] turnovers;
        long durationMin = Long.MAX_VALUE;
        long durationMax;
        long barsHeld;

        Columns(List<TradeRow> trades) {
            int size = trades.size();
            profits = new double[size];
            returns = new double[size];
            multiples = new double[size];
            durations = new double[size];
            fees = new double[size];
            turnovers = new double[size];
            for (int i = 0; i < size; i++) {
                TradeRow trade = trades.get(i);
                profits[i] = trade.pnl();
                returns[i] = trade.netReturn();
                multiples[i] = trade.multipleOfRisk().orElse(Double.NaN);
                durations[i] = trade.duration();
                fees[i] = trade.fees();
                turnovers[i] = trade.turnover();
                durationMin = Math.min(durationMin, trade.duration());
                durationMax = Math.max(durationMax, trade.duration());
                barsHeld += trade.barsHeld();
            }
        }
    }

    /** Longs and shorts apart, under {@code long} and {@code short}; a side without trades is there too. */
    public static SequencedMap<String, TradeStatistics> bySide(List<TradeRow> trades) {
        SequencedMap<String, TradeStatistics> sides = new LinkedHashMap<>();
        List<TradeRow> longs = new ArrayList<>();
        List<TradeRow> shorts = new ArrayList<>();
        for (TradeRow trade : trades) {
            (trade.buy() ? longs : shorts).add(trade);
        }
        sides.put("long", of(longs));
        sides.put("short", of(shorts));
        return Collections.unmodifiableSequencedMap(sides);
    }

    /** By what ended the trade; only what occurred. */
    public static SequencedMap<String, TradeStatistics> byExit(List<TradeRow> trades) {
        Map<TradeRow.Exit, List<TradeRow>> groups = new EnumMap<>(TradeRow.Exit.class);
        trades.forEach(trade ->
                groups.computeIfAbsent(trade.exit(), exit -> new ArrayList<>()).add(trade));
        SequencedMap<String, TradeStatistics> exits = new LinkedHashMap<>();
        groups.forEach((exit, group) -> exits.put(exit.word(), of(group)));
        return Collections.unmodifiableSequencedMap(exits);
    }

    /** By strategy, in order of appearance. */
    public static SequencedMap<String, TradeStatistics> byStrategy(List<TradeRow> trades) {
        SequencedMap<String, List<TradeRow>> groups = new LinkedHashMap<>();
        trades.forEach(trade -> groups.computeIfAbsent(trade.strategy(), name -> new ArrayList<>())
                .add(trade));
        SequencedMap<String, TradeStatistics> strategies = new LinkedHashMap<>();
        groups.forEach((name, group) -> strategies.put(name, of(group)));
        return Collections.unmodifiableSequencedMap(strategies);
    }

    /** Share of bars spent in a trade, at most 1: trades of several strategies may overlap. */
    public double exposure(int bars) {
        return Math.min(1, (double) barsHeld / bars);
    }

    private static OptionalDouble pValue(double[] returns) {
        double error = Sums.deviation(returns) / Math.sqrt(returns.length);
        return error > 0
                ? finite(Distribution.studentTwoSided(Sums.mean(returns) / error, returns.length - 1))
                : OptionalDouble.empty();
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
