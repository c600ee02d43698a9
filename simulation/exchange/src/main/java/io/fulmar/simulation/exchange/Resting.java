package io.fulmar.simulation.exchange;

import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
import io.fulmar.domain.TimeInForce;
import io.fulmar.execution.CurrentBar;
import io.fulmar.execution.Touch;

/** An order at the simulated venue and what has happened to it there. Orders fill whole: bars say nothing of depth. */
final class Resting {
    final Order order;
    private OrderKind kind;
    private Moment since;
    private long level;

    Resting(Order order, Moment since) {
        this.order = order;
        this.kind = order.kind();
        this.since = since;
        this.level = switch (kind) {
            case OrderKind.Market ignored -> 0;
            case OrderKind.Limit(long ticks) -> ticks;
            case OrderKind.Stop(long trigger) -> trigger;
            case OrderKind.StopLimit(long trigger, long ignored) -> trigger;
            case OrderKind.TakeProfit(long trigger) -> trigger;
            case OrderKind.TrailingStop(long start, long ignored) -> start;
        };
    }

    /** The same place in the queue; a new price is a new arrival, at this moment. */
    Resting amended(Order terms, Moment now) {
        Resting changed = new Resting(terms, terms.kind().equals(order.kind()) ? since : now);
        if (terms.kind().equals(order.kind())) {
            changed.kind = kind;
            changed.level = level;
        }
        return changed;
    }

    boolean market() {
        return kind instanceof OrderKind.Market;
    }

    boolean limit() {
        return kind instanceof OrderKind.Limit;
    }

    /** Waits on the losing side of the price. */
    boolean stopLike() {
        return switch (kind) {
            case OrderKind.Stop ignored -> true;
            case OrderKind.StopLimit ignored -> true;
            case OrderKind.TrailingStop ignored -> true;
            case OrderKind.Market ignored -> false;
            case OrderKind.Limit ignored -> false;
            case OrderKind.TakeProfit ignored -> false;
        };
    }

    boolean impatient() {
        TimeInForce patience = order.terms().timeInForce();
        return patience.equals(TimeInForce.IOC) || patience.equals(TimeInForce.FOK);
    }

    /** Is this the first bar it sees, from the open on? */
    boolean arriving() {
        return since == Moment.OPEN;
    }

    boolean inside() {
        return since.inside();
    }

    /**
     * Whether this bar reaches it. One placed inside the bar counts as reached where that is the worse for us, else only by what surely
     * came later.
     */
    boolean reached(CurrentBar bar) {
        Side side = order.side();
        return stopLike()
                ? Touch.stopReached(side, level, bar.high(), bar.low())
                : Touch.limitReached(side, level, bar.high(), bar.low()) && since.beforeBest(side);
    }

    /** Whether the open is at its level or beyond, and it was there to see it. */
    boolean atOpen(CurrentBar bar) {
        long open = bar.open();
        return !inside()
                && (stopLike()
                        ? Touch.stopReached(order.side(), level, open, open)
                        : Touch.limitReached(order.side(), level, open, open));
    }

    /** The lowest high at which this order must see the bar; every bar while it is new, has a clock, or trails. */
    long wakesAbove() {
        boolean every = market()
                || since != Moment.BEFORE
                || kind instanceof OrderKind.TrailingStop
                || order.terms().timeInForce() instanceof TimeInForce.GoodTilDate;
        if (every) {
            return Long.MIN_VALUE;
        }
        return stopLike() == (order.side() == Side.BUY) ? level : Long.MAX_VALUE;
    }

    /** The highest low at which this order must see the bar. */
    long wakesBelow() {
        return stopLike() == (order.side() == Side.BUY) ? Long.MIN_VALUE : level;
    }

    /**
     * The price before slippage: its own, or the open where that has passed it. What came to be inside the bar did not see the open.
     */
    long price(CurrentBar bar) {
        long open = inside() ? level : bar.open();
        return stopLike() ? Touch.stopFill(order.side(), level, open) : Touch.limitFill(order.side(), level, open);
    }

    /** When what its fill brings about comes to be. */
    Moment filled(CurrentBar bar) {
        if (atOpen(bar)) {
            return Moment.OPEN;
        }
        return stopLike() == (order.side() == Side.BUY) ? Moment.RISING : Moment.FALLING;
    }

    /** A stop-limit touched at that price and moment is a limit from then on; says whether that limit can trade at once. */
    boolean becomesLimit(long limit, long touched, Moment then) {
        since = then;
        kind = new OrderKind.Limit(limit);
        level = limit;
        return Touch.limitReached(order.side(), limit, touched, touched);
    }

    /** Of two that this bar reaches, whether this one fills first. */
    boolean before(Resting other, CurrentBar bar, IntrabarPath path) {
        if (order.reduceOnly() != other.order.reduceOnly()) {
            return order.reduceOnly();
        }
        if (!order.reduceOnly()) {
            return false; // entries in the order in which they came
        }
        if (stopLike() != other.stopLike()) {
            return stopLike() ? path.stopFirst(this, other, bar) : !path.stopFirst(other, this, bar);
        }
        boolean sells = order.side() == Side.SELL;
        return stopLike() == sells
                ? level > other.level
                : level < other.level; // the nearer; of equals the first placed
    }

    /** Whether the price, on its way against the position that this protects, comes to it before it comes to that level. */
    boolean nearerThan(long other) {
        return order.side() == Side.SELL ? level > other : level < other;
    }

    /** The worst price it may trade at. */
    long bounded(long ticks) {
        if (!limit()) {
            return ticks;
        }
        return order.side() == Side.BUY ? Math.min(ticks, level) : Math.max(ticks, level);
    }

    /** The bar is over: a trail follows its best price, or the close where the best may have come before the trail. */
    void close(CurrentBar bar) {
        if (kind instanceof OrderKind.TrailingStop(long ignored, long distance)) {
            boolean seen = since.beforeBest(order.side());
            long high = seen ? bar.high() : bar.close();
            long low = seen ? bar.low() : bar.close();
            level = Touch.trailed(order.side(), level, distance, high, low);
        }
        since = Moment.BEFORE;
    }
}
