package io.fulmar.research.sweep;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Side;
import io.fulmar.domain.Size;
import io.fulmar.execution.Touch;
import io.fulmar.market.Bars;
import io.fulmar.strategy.Plan;

/** Fishing of one combination: places rungs as the desk does, and goes bar by bar where they fill as the venue does. */
final class Angler {
    private final Terms terms;
    private final Prices prices;
    private final Bars bars;
    private final Plan.Fishing fishing;
    private final Way.Span apart;
    private final Guard guard;
    private final Purse purse;
    private final Ladder ladder;

    /** @param apart how far rungs lie apart */
    Angler(Terms terms, Market market, Plan.Fishing fishing, Way.Span apart, Guard guard, Purse purse) {
        this.terms = terms;
        this.prices = market.prices();
        this.bars = market.bars();
        this.fishing = fishing;
        this.apart = apart;
        this.guard = guard;
        this.purse = purse;
        this.ladder = new Ladder(prices, market.kernels());
    }

    Ladder ladder() {
        return ladder;
    }

    // ---- placed ----

    /** At the close of the bar in which a position of that rule ended. */
    void cast(Block block, Way way, int bar) {
        int count = fishing.rungs().count();
        Side side = purse.exitSide;
        long from = purse.exitTicks;
        long distance = Way.at(apart, block.index(bar), terms.ticksPerPrice).ticksAt(from);
        Bracket bracket = way.bracket(block.index(bar), terms.ticksPerPrice);
        Size part = way.size().part(count);
        long close = prices.closes[bar];
        long committed = 0;
        ladder.begin(side, bar + 1, until(bar));
        for (int i = 1; i <= count; i++) {
            long limit = Math.subtractExact(from, side.sign() * Math.multiplyExact(distance, (long) i));
            long lots = limit < 1 ? 0 : terms.rung(part, side, bracket, purse.balance, committed, limit, close);
            if (lots > 0) {
                ladder.add(limit, lots);
                committed = Math.addExact(committed, terms.commitment(side, lots, limit, close));
            }
        }
        guard.begin(bracket, side);
        ladder.look(bar + 1);
    }

    /** The first bar that opens when the time of rungs placed at that bar's close is over. */
    private int until(int bar) {
        long nanos = bars.timeframe().nanos();
        long closes = Math.addExact(bars.openTime(bar), nanos);
        return switch (fishing.rungs().within()) {
            case Plan.Rest.Bars(int count) ->
                count == 0
                        ? Integer.MAX_VALUE
                        : opening(Math.addExact(closes, Math.multiplyExact(nanos, (long) count)), bar);
            case Plan.Rest.Time(long time) -> opening(Math.addExact(closes, time), bar);
        };
    }

    /** The first bar from there on that opens at that time or later. */
    private int opening(long time, int from) {
        return bars.closingAfter(Math.addExact(time, bars.timeframe().nanos() - 1), from);
    }

    // ---- filled ----

    /**
     * Through a bar that reaches a rung: first what its open has passed, then exits before rungs. Says whether it reaches a level that ends
     * the position, and stops there.
     */
    boolean wade(int bar) {
        long open = prices.opens[bar];
        while (ladder.arrivesIn(bar) && ladder.reachedAt(open, open)) {
            long slipped = terms.slippage.slipped(ladder.side(), open);
            boolean buys = ladder.side() == Side.BUY;
            long price = buys ? Math.min(slipped, ladder.limit()) : Math.max(slipped, ladder.limit());
            take(new Purse.Fill(price, false, bar), false);
        }
        while (purse.lots == 0 || !guard.reachedIn(bar)) {
            if (!ladder.reachedAt(prices.highs[bar], prices.lows[bar])) {
                guard.close(bar);
                ladder.look(bar + 1);
                return false;
            }
            boolean inside = !ladder.reachedAt(open, open);
            long price = Touch.limitFill(ladder.side(), ladder.limit(), open);
            take(new Purse.Fill(price, true, bar), inside);
        }
        return true;
    }

    /** The nearest rung fills. */
    private void take(Purse.Fill fill, boolean inside) {
        if (purse.lots == 0) {
            purse.begin(ladder.side(), ladder.lots(), fill, purse.balance);
        } else {
            purse.join(ladder.lots(), fill);
        }
        ladder.take();
        guard.grow(purse.averageTicks(), inside);
    }
}
