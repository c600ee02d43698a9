package io.fulmar.simulation.exchange;

import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
import io.fulmar.domain.TimeInForce;
import io.fulmar.execution.Touch;

/** An order at the venue on flows: what is left of it, where it stands in the queue, and the trigger it waits for. */
final class Resident {
    final QueueModel.Place place = new QueueModel.Place();
    private Order order;
    private long filled;

    /** The price it may trade at, or the trigger it waits for. */
    long level;

    private long distance;
    private boolean waiting;
    private boolean closed;

    /** It took all that its limit reaches, and the book still shows that: it does not take it again. */
    boolean swept;

    /** Whether the level it rests at was ever shown: quotes show only the best. */
    boolean seen;

    Resident(Order order) {
        this.order = order;
        terms(order.kind());
    }

    private void terms(OrderKind kind) {
        waiting = true;
        distance = 0;
        switch (kind) {
            case OrderKind.Market ignored -> {
                waiting = false;
                level = order.side() == Side.BUY ? Long.MAX_VALUE : 0;
            }
            case OrderKind.Limit(long ticks) -> {
                waiting = false;
                level = ticks;
            }
            case OrderKind.Stop(long trigger) -> level = trigger;
            case OrderKind.StopLimit(long trigger, long ignored) -> level = trigger;
            case OrderKind.TakeProfit(long trigger) -> level = trigger;
            case OrderKind.TrailingStop(long start, long behind) -> {
                level = start;
                distance = behind;
            }
        }
    }

    Order order() {
        return order;
    }

    long id() {
        return order.id();
    }

    boolean buys() {
        return order.side() == Side.BUY;
    }

    long left() {
        return closed ? 0 : order.lots() - filled;
    }

    /** It is over. */
    void close() {
        closed = true;
    }

    /** The same order with other terms: it queues anew. */
    Resident again(long lots, OrderKind kind) {
        Resident anew = new Resident(order.withLots(lots).withKind(kind));
        anew.filled = filled;
        return anew;
    }

    long filled() {
        return filled;
    }

    void fill(long lots) {
        filled += lots;
    }

    /** Whether it waits for its trigger. */
    boolean waiting() {
        return waiting;
    }

    boolean market() {
        return order.kind() instanceof OrderKind.Market;
    }

    boolean patient() {
        TimeInForce patience = order.terms().timeInForce();
        return !market() && !patience.equals(TimeInForce.IOC) && !patience.equals(TimeInForce.FOK);
    }

    boolean allOrNothing() {
        return order.terms().timeInForce().equals(TimeInForce.FOK);
    }

    long expiry() {
        return order.terms().timeInForce() instanceof TimeInForce.GoodTilDate(long until) ? until : Long.MAX_VALUE;
    }

    void amend(long lots, OrderKind kind) {
        order = order.withLots(lots).withKind(kind);
        terms(kind);
    }

    /** Whether a price touches the trigger; a trail follows it. */
    boolean triggered(long ticks) {
        boolean stopLike = !(order.kind() instanceof OrderKind.TakeProfit);
        boolean touched = stopLike
                ? Touch.stopReached(order.side(), level, ticks, ticks)
                : Touch.limitReached(order.side(), level, ticks, ticks);
        if (!touched && distance > 0) {
            level = Touch.trailed(order.side(), level, distance, ticks, ticks);
        }
        return touched;
    }

    /** What a touched order becomes. */
    void release() {
        switch (order.kind()) {
            case OrderKind.StopLimit(long ignored, long limit) -> order = order.withKind(new OrderKind.Limit(limit));
            case OrderKind.Stop ignored -> order = order.withKind(OrderKind.MARKET);
            case OrderKind.TakeProfit ignored -> order = order.withKind(OrderKind.MARKET);
            case OrderKind.TrailingStop ignored -> order = order.withKind(OrderKind.MARKET);
            case OrderKind.Market ignored -> {}
            case OrderKind.Limit ignored -> {}
        }
        terms(order.kind());
    }
}
