package io.fulmar.research.robustness;

import io.fulmar.market.Bars;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.MarketData;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * How much history a strategy needs before its decisions are those it makes with all of it. Recursive indicators remember their start for a while, and
 * some for ever: a live start with less history than this decides otherwise than the backtest did.
 */
public final class WarmUp {
    private static final int SHORTEST = 32;

    /**
     * What was found.
     *
     * @param settled the fewest bars tried from which on, as far as tried, all decisions are the same; none if not even the longest gave them
     * @param most the longest history tried, in bars; 0 where there was nothing to compare
     */
    public record Result(OptionalInt settled, int most) {}

    private final BacktestSetup setup;
    private final LookAhead.Runs runs;

    public WarmUp(BacktestSetup setup, LookAhead.Runs runs) {
        this.setup = setup;
        this.runs = runs;
    }

    /** Lets signals count from a decision in the second half on, behind histories that double in length. */
    public Result check() {
        Bars bars = setup.markets().getFirst().bars();
        int middle = bars.size() / 2;
        if (middle < 2 * SHORTEST) return new Result(OptionalInt.empty(), 0);
        List<Decision> later = decisions(Long.MIN_VALUE, bars.openTime(middle));
        if (later.isEmpty()) return new Result(OptionalInt.empty(), 0);
        // Signals begin to count with the bar of a decision, so that a history which is too short cannot hide behind a
        // quiet time.
        int first = bars.closingAfter(later.getFirst().time() - 1, 0);
        long from = bars.openTime(first);
        List<Decision> expected = decisions(Long.MIN_VALUE, from);
        OptionalInt settled = OptionalInt.empty();
        int most = 0;
        for (int history = SHORTEST; history < first; history *= 2) {
            boolean same = decisions(bars.openTime(first - history), from).equals(expected);
            if (!same) settled = OptionalInt.empty();
            else if (settled.isEmpty()) settled = OptionalInt.of(history);
            most = history;
        }
        return new Result(settled, most);
    }

    private List<Decision> decisions(long first, long tradeFrom) {
        BacktestSetup later = new BacktestSetup(
                setup.markets().stream().map(market -> from(market, first)).toList(),
                setup.strategies(),
                setup.cash(),
                setup.leveragePpm(),
                setup.rules(),
                setup.limits(),
                tradeFrom,
                setup.terms());
        return Decision.all(runs.run(later).log());
    }

    private static MarketData from(MarketData market, long first) {
        Bars bars = market.bars();
        if (first == Long.MIN_VALUE) return market;
        int start = Arrays.binarySearch(bars.openTimes(), 0, bars.size(), first);
        int from = start < 0 ? -start - 1 : start;
        int to = bars.size();
        Bars part = bars.range(from, to);
        return new MarketData(market.instrument(), part, part.size(), 0, 0, 0, 0, market.dataHash());
    }
}
