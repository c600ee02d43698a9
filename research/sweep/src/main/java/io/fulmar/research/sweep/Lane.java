package io.fulmar.research.sweep;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Exact;
import io.fulmar.domain.Side;
import io.fulmar.market.Bars;
import io.fulmar.strategy.Plan;
import java.util.List;

/**
 * One combination of a plan on its way over the bars: from signal to signal. It decides what {@code PlanInterpreter} decides at each
 * close, but goes only to those closes at which something can come of it.
 */
final class Lane {
    private final Terms terms;
    private final Prices prices;
    private final Bars bars;
    private final Plan plan;
    private final Way[] ways;
    private final Guard guard;
    final Purse purse;

    private final boolean rests;

    /** The close at which it decides next. */
    private int at;

    /** Entries are read again from that close on. */
    private int restedAt;

    private int current;

    Lane(Terms terms, Market market, Plan plan, List<Way> ways) {
        this.terms = terms;
        this.prices = market.prices();
        this.bars = market.bars();
        this.plan = plan;
        this.rests = !plan.cooldown().after().isEmpty();
        this.ways = ways.toArray(new Way[0]);
        this.guard = new Guard(terms, prices, market.kernels());
        this.purse = new Purse(terms, prices, market.kernels());
        this.at = market.firstBar();
    }

    /** Decides at all closes of the block. */
    void advance(Block block) {
        while (at < block.to) {
            if (purse.lots == 0) {
                seek(block);
            } else {
                hold(block, ways[current]);
            }
        }
    }

    // ---- flat ----

    private void seek(Block block) {
        int from = Math.max(at, restedAt);
        int bar = block.to;
        int found = -1;
        for (int i = 0; i < ways.length; i++) {
            int next = ways[i].when().next(block, from, bar, 0);
            if (next < bar) {
                bar = next;
                found = i;
            }
        }
        at = bar;
        if (found >= 0) {
            at++;
            Way way = ways[found];
            Bracket bracket = way.bracket(block.index(bar), terms.ticksPerPrice);
            long lots = terms.lots(way.size(), way.side(), bracket, purse.balance, 0, prices.closes[bar]);
            if (lots > 0 && at < prices.size) {
                enter(found, bracket, lots, purse.balance);
            }
        }
    }

    /** At the open of the bar at hand. */
    private void enter(int way, Bracket bracket, long lots, long equity) {
        current = way;
        Side side = ways[way].side();
        long fill = purse.enter(side, lots, at, equity);
        guard.protect(bracket, side, fill, at);
    }

    // ---- in a position ----

    private void hold(Block block, Way way) {
        int end = Math.min(block.to, guard.foreseen());
        int bar = way.exit().next(block, at, end, purse.entryBar);
        Cause cause = Cause.SIGNAL;
        int time = (int) Math.min(end, Math.max(at, (long) purse.entryBar + way.barsMax() - 1));
        if (way.barsMax() > 0 && time < bar) {
            bar = time;
            cause = Cause.TIME;
        }
        int turning = plan.reversing() ? turn(block, way.side().opposite(), Math.min(end, bar + 1)) : -1;
        if (turning >= 0) {
            bar = turnBar;
        }
        int until = Math.min(block.to, bar + 1);
        int touched = guard.touched(until);
        if (touched < until) {
            purse.leave(touched, guard.price, guard.cause == Cause.TARGET);
            left(guard.cause, touched);
            at = touched;
        } else if (bar >= block.to) {
            at = block.to;
        } else if (turning >= 0) {
            reverse(block, turning, bar);
        } else {
            leave(cause, bar + 1);
        }
    }

    private void leave(Cause cause, int bar) {
        at = bar;
        if (bar < prices.size) {
            purse.leave(bar, prices.opens[bar], false);
            left(cause, bar);
        }
    }

    /** The position ended in that bar, and nothing is held at its close. */
    private void left(Cause cause, int bar) {
        purse.rest();
        rest(cause, bar);
    }

    private void rest(Cause cause, int bar) {
        if (!rests || !plan.cooldown().after().contains(cause)) {
            return;
        }
        long until = switch (plan.cooldown().rest()) {
            case Plan.Rest.Bars(int count) -> (long) bar + count;
            case Plan.Rest.Time(long nanos) ->
                nanos == 0
                        ? bar
                        : bars.closingAfter(
                                Math.addExact(bars.openTime(bar), nanos)
                                        + bars.timeframe().nanos()
                                        - 1,
                                bar);
        };
        restedAt = (int) Math.max(restedAt, Math.min(until, prices.size));
    }

    // ---- turning round ----

    private int turnBar;

    /** The rule of the other side that holds first before {@code to}, at {@link #turnBar}; -1 if none does. */
    private int turn(Block block, Side side, int to) {
        int from = Math.max(at, restedAt);
        int found = -1;
        turnBar = to;
        for (int i = 0; i < ways.length; i++) {
            if (ways[i].side() == side) {
                int next = ways[i].when().next(block, from, turnBar, 0);
                if (next < turnBar) {
                    turnBar = next;
                    found = i;
                }
            }
        }
        return found;
    }

    /** Leaves and enters the other way at one open, sized at the close before as if the position were gone. */
    private void reverse(Block block, int way, int bar) {
        Way next = ways[way];
        Bracket bracket = next.bracket(block.index(bar), terms.ticksPerPrice);
        long close = prices.closes[bar];
        long equity = purse.equity(bar);
        long leaving = Exact.fee(terms.worth.notional(Math.abs(purse.lots), close), terms.taker);
        long lots = terms.lots(next.size(), next.side(), bracket, equity, leaving, close);
        at = bar + 1;
        if (at == prices.size) {
            return;
        }
        if (lots == 0) {
            leave(Cause.SIGNAL, at);
            return;
        }
        purse.leave(at, prices.opens[at], false);
        rest(Cause.SIGNAL, at);
        enter(way, bracket, lots, equity);
    }
}
