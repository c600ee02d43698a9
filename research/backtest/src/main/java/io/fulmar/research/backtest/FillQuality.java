package io.fulmar.research.backtest;

import io.fulmar.domain.Worth;
import io.fulmar.simulation.exchange.Executions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How well fills were made, against their size and against the spread of their moment. Costs are in basis points of the value of a group's
 * fills: what they paid, over what they traded.
 *
 * @param bySize groups of as many fills each, from small to large
 * @param bySpread the same by the quoted spread; only fills whose touch was known
 */
public record FillQuality(List<Group> bySize, List<Group> bySpread) {
    static final FillQuality NONE = new FillQuality(List.of(), List.of());
    private static final int GROUPS = 8;
    private static final double BASIS_POINTS = 10_000;

    public FillQuality {
        bySize = List.copyOf(bySize);
        bySpread = List.copyOf(bySpread);
    }

    /**
     * Fills that are alike.
     *
     * @param low the least size, in the account's currency, or the least spread in basis points
     * @param spread what they paid from the middle to the touch; below zero where they earned it
     */
    public record Group(double low, double high, int fills, double spread, double slippage, double impact) {
        double paid() {
            return spread + slippage + impact;
        }
    }

    private record One(double value, double quoted, double spread, double slippage, double impact) {}

    /** Of all fills of a run. */
    public static FillQuality of(BacktestResult result, List<MarketData> markets) {
        List<One> all = new ArrayList<>();
        List<One> quoted = new ArrayList<>();
        double unit = result.currency().unitsPerOne();
        List<Worth> worths =
                markets.stream().map(market -> Worth.of(market.instrument())).toList();
        for (int i = 0; i < result.fills().size(); i++) {
            One one = one(result, markets, worths, i, unit);
            all.add(one);
            if (one.quoted > 0) {
                quoted.add(one);
            }
        }
        all.sort(Comparator.comparingDouble(One::value));
        quoted.sort(Comparator.comparingDouble(One::quoted));
        return new FillQuality(groups(all, false), groups(quoted, true));
    }

    private static One one(BacktestResult result, List<MarketData> markets, List<Worth> worths, int row, double unit) {
        BacktestResult.FillRow fill = result.fills().get(row);
        Executions executions = result.notes().executions();
        int place = MarketData.place(markets, fill.instrument());
        Worth worth = worths.get(place);
        SeatCosts alone = new SeatCosts(fill.seat(), markets.get(place).instrument(), worth);
        alone.fill(fill, executions, row);
        Costs costs = alone.costs();
        double quoted = executions.twoSided(row)
                ? (executions.ask(row) - executions.bid(row)) * 2.0 / (executions.ask(row) + executions.bid(row))
                : 0;
        double value = worth.notional(fill.lots(), fill.ticks());
        return new One(
                value / unit,
                quoted * BASIS_POINTS,
                costs.spread() / unit,
                costs.slippage() / unit,
                costs.impact() / unit);
    }

    private static List<Group> groups(List<One> sorted, boolean bySpread) {
        List<Group> groups = new ArrayList<>();
        int count = Math.min(GROUPS, sorted.size());
        for (int g = 0; g < count; g++) {
            int from = (int) ((long) g * sorted.size() / count);
            int to = (int) ((g + 1L) * sorted.size() / count);
            double value = 0;
            double spread = 0;
            double slippage = 0;
            double impact = 0;
            for (One one : sorted.subList(from, to)) {
                value += one.value;
                spread += one.spread;
                slippage += one.slippage;
                impact += one.impact;
            }
            One first = sorted.get(from);
            One last = sorted.get(to - 1);
            double scale = value > 0 ? BASIS_POINTS / value : 0;
            groups.add(new Group(
                    bySpread ? first.quoted : first.value,
                    bySpread ? last.quoted : last.value,
                    to - from,
                    spread * scale,
                    slippage * scale,
                    impact * scale));
        }
        return groups;
    }
}
