package io.fulmar.research.sweep;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Exact;
import io.fulmar.domain.Side;
import io.fulmar.market.Bars;
import io.fulmar.strategy.Plan;
import java.util.Arrays;
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
    private final Way[] buys;
    private final Way[] sells;
    private final Guard guard;
    final Purse purse;

    private final boolean rests;
    private final boolean fishes;
    private final Angler angler;
    private final Ladder ladder;

    /** The close at which it decides next. */
    private int at;

    /** Entries are read again from that close on. */
    private int restedAt;

    private int current;

    /** The rule that {@link #first} has found. */
    private int found;

    /** A position that is to be fished for ended in the bar whose close comes next. */
    private boolean ended;

    /** Rungs were placed since the last entry by a rule. */
    private boolean fished;

    /** @param apart how far its rungs lie apart */
    Lane(Terms terms, Market market, Plan plan, List<Way> ways, Way.Span apart) {
        this.terms = terms;
        this.prices = market.prices();
        this.bars = market.bars();
        this.plan = plan;
        this.rests = !plan.cooldown().after().isEmpty();
        this.fishes = plan.fishing().present();
        this.ways = ways.toArray(new Way[0]);
        this.buys = on(Side.BUY);
        this.sells = on(Side.SELL);
        this.guard = new Guard(terms, prices, market.kernels());
        this.purse = new Purse(terms, prices, market.kernels());
        this.angler = new Angler(terms, market, plan.fishing(), apart, guard, purse);
        this.ladder = angler.ladder();
        this.at = market.firstBar();
    }

    private Way[] on(Side side) {
        return Arrays.stream(ways).filter(way -> way.side() == side).toArray(Way[]::new);
    }

    /** Decides at all closes of the block. */
    void advance(Block block) {
        while (at < block.to) {
            if (purse.lots != 0) {
                hold(block, ways[current]);
            } else if (fishes && (ended || ladder.waits())) {
                fish(block, ways[current]);
            } else {
                seek(block);
            }
        }
    }

    /** The first close from there on, before another, at which one of these holds, which is then {@link #found}; else the other. */
    private int first(Block block, Way[] among, int from, int to) {
        int bar = to;
        found = -1;
        for (Way way : among) {
            int next = way.when().next(block, from, bar, 0);
            if (next < bar) {
                bar = next;
                found = way.number();
            }
        }
        return bar;
    }

    private Way[] against(Way way) {
        return way.side() == Side.BUY ? sells : buys;
    }

    // ---- flat ----

    private void seek(Block block) {
        int bar = first(block, ways, Math.max(at, restedAt), block.to);
        if (found < 0) {
            at = bar;
        } else {
            begin(block, found, bar);
        }
    }

    /** A rule enters as decided at that close. */
    private void begin(Block block, int way, int bar) {
        Way next = ways[way];
        Bracket bracket = next.bracket(block.index(bar), terms.ticksPerPrice);
        long lots = terms.lots(next.size(), next.side(), bracket, purse.balance, 0, prices.closes[bar]);
        at = bar + 1;
        begun(way);
        if (lots > 0 && at < prices.size) {
            enter(next.side(), bracket, lots, purse.balance);
        }
    }

    /** A rule was followed: rungs that wait go. */
    private void begun(int way) {
        current = way;
        fished = false;
        ladder.drop();
    }

    /** At the open of the bar at hand. */
    private void enter(Side side, Bracket bracket, long lots, long equity) {
        long fill = purse.enter(side, lots, at, equity);
        guard.protect(bracket, side, fill, at);
    }

    // ---- fishing ----

    /** Flat, and rungs wait or may be placed. An entry by a rule comes before them, and a signal against them ends them. */
    private void fish(Block block, Way way) {
        if (ended) {
            ended = false;
            mayFish(block, way, at++);
            return;
        }
        int due = ladder.due();
        int end = Math.min(block.to, Math.min(due, ladder.until()));
        int resting = Math.min(end, restedAt);
        int turned = first(block, against(way), at, resting);
        int bar = turned < resting ? turned : first(block, ways, Math.max(at, restedAt), end);
        int left = way.exit().next(block, at, bar, Signal.NO_ENTRY);
        if (left < bar || turned < resting) {
            ladder.drop();
            at = left + 1;
        } else if (bar < end) {
            begin(block, found, bar);
        } else if (end == block.to) {
            at = end;
        } else if (end == due) {
            wade(due);
        } else {
            ladder.drop(); // their time is over
            at = end;
        }
    }

    /** At the close of the bar in which a position ended. */
    private void mayFish(Block block, Way way, int bar) {
        boolean rested = bar >= restedAt;
        if (first(block, rested ? ways : against(way), bar, bar + 1) == bar) {
            if (rested) {
                begin(block, found, bar);
            }
        } else if (way.exit().next(block, bar, bar + 1, Signal.NO_ENTRY) > bar) {
            fished = true;
            angler.cast(block, way, bar);
        }
    }

    // ---- in a position ----

    private void hold(Block block, Way way) {
        int due = ladder.due();
        int end = Math.min(block.to, Math.min(guard.foreseen(), due));
        int bar = way.exit().next(block, at, end, purse.entryBar);
        Cause cause = Cause.SIGNAL;
        int time = (int) Math.min(end, Math.max(at, (long) purse.entryBar + way.barsMax() - 1));
        if (way.barsMax() > 0 && time < bar) {
            bar = time;
            cause = Cause.TIME;
        }
        int turning = -1;
        if (plan.reversing()) {
            int turn = first(block, against(way), Math.max(at, restedAt), Math.min(end, bar + 1));
            turning = found;
            bar = turning < 0 ? bar : turn;
        }
        int turned = ladder.waits() ? first(block, against(way), at, Math.min(bar, ladder.until())) : bar;
        boolean withdraws = turned < bar && found >= 0;
        bar = withdraws ? turned : bar;
        int until = Math.min(Math.min(block.to, bar + 1), due);
        int touched = guard.touched(until);
        if (touched < until) {
            leaveAt(touched);
        } else if (bar >= block.to) {
            at = block.to;
        } else if (bar == due) {
            wade(due);
        } else if (withdraws) {
            ladder.drop();
            at = bar + 1;
        } else if (turning >= 0) {
            reverse(block, turning, bar);
        } else {
            leave(cause, bar + 1);
        }
    }

    /** A level was reached in that bar. */
    private void leaveAt(int bar) {
        purse.leave(bar, guard.price, guard.cause == Cause.TARGET);
        left(guard.cause, bar);
        at = bar;
    }

    /** Through a bar in which rungs fill. */
    private void wade(int bar) {
        at = bar;
        if (angler.wade(bar)) {
            leaveAt(bar);
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
        ladder.drop();
        ended = fishes && !fished && plan.fishing().after().contains(cause);
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

    /** Leaves and enters the other way at one open, sized at the close before as if the position were gone. */
    private void reverse(Block block, int way, int bar) {
        Way next = ways[way];
        Bracket bracket = next.bracket(block.index(bar), terms.ticksPerPrice);
        long close = prices.closes[bar];
        long equity = purse.equity(bar);
        long leaving = Exact.fee(terms.worth.notional(Math.abs(purse.lots), close), terms.taker);
        Side side = purse.lots > 0 ? Side.SELL : Side.BUY;
        long lots = terms.lots(next.size(), side, bracket, equity, leaving, close);
        at = bar + 1;
        begun(way);
        if (at == prices.size) {
            return;
        }
        if (lots == 0) {
            leave(Cause.SIGNAL, at);
            return;
        }
        purse.leave(at, prices.opens[at], false);
        rest(Cause.SIGNAL, at);
        enter(side, bracket, lots, equity);
    }
}
