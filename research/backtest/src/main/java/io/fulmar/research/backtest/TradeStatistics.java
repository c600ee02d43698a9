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
        double[] profits = trades.stream().mapToDouble(TradeRow::pnl).toArray();
        double[] returns = trades.stream().mapToDouble(TradeRow::netReturn).toArray();
        double[] multiples = trades.stream()
                .map(TradeRow::multipleOfRisk)
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
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
                finite(Sums.mean(returns)),
                pValue(returns),
                finite(Sums.mean(multiples)),
                Sums.longestRun(profits, p -> p > 0),
                Sums.longestRun(profits, p -> p < 0),
                trades.stream().mapToLong(TradeRow::duration).min().orElse(0),
                averageDuration(trades),
                trades.stream().mapToLong(TradeRow::duration).max().orElse(0),
                Sums.sum(profits),
                Sums.sum(trades.stream().mapToDouble(TradeRow::fees).toArray()),
                Sums.sum(trades.stream().mapToDouble(TradeRow::turnover).toArray()),
                trades.stream().mapToLong(TradeRow::barsHeld).sum());
    }

    /** Longs and shorts apart, under {@code long} and {@code short}; a side without trades is there too. */
    public static SequencedMap<String, TradeStatistics> bySide(List<TradeRow> trades) {
        SequencedMap<String, TradeStatistics> sides = new LinkedHashMap<>();
        sides.put("long", of(trades.stream().filter(TradeRow::buy).toList()));
        sides.put("short", of(trades.stream().filter(trade -> !trade.buy()).toList()));
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

    private static long averageDuration(List<TradeRow> trades) {
        return trades.isEmpty()
                ? 0
                : Math.round(trades.stream().mapToDouble(TradeRow::duration).sum() / trades.size());
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
