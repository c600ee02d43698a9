package io.fulmar.risk;

import io.fulmar.domain.Instrument;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;

/**
 * An order that may add risk, as the checks look at it.
 *
 * @param order with its new terms, if it is to be amended
 * @param addedLots what it adds to the lots that wait already: all of a new order, nothing of an armed one
 * @param value of the whole order at the dearest price it may pay
 * @param addedValue what of it is not yet in the account's exposure
 */
record Ask(Order order, long addedLots, long value, long addedValue, Step step, Situation situation) {
    enum Step {
        SUBMIT,
        AMEND,
        TRIGGER
    }

    static Ask submit(Order order, Situation situation) {
        long value = dearest(order, order.lots(), situation);
        return new Ask(order, order.lots(), value, value, Step.SUBMIT, situation);
    }

    static Ask amend(Order before, Order after, Situation situation) {
        long value = dearest(after, after.lots(), situation);
        long more = Math.max(0, after.lots() - before.lots());
        // Some of it may have filled, at the old terms: the difference is greatest with nothing filled or with all of
        // it.
        long unfilled = Math.subtractExact(value, dearest(before, before.lots(), situation));
        long added = Math.max(unfilled, dearest(after, more, situation));
        return new Ask(after, more, value, Math.max(0, added), Step.AMEND, situation);
    }

    static Ask trigger(Order order, Situation situation) {
        return new Ask(order, 0, dearest(order, order.lots(), situation), 0, Step.TRIGGER, situation);
    }

    /** Value of that many lots at the dearest price this order may pay; an inverse one is dearest where the price is lowest. */
    long dearest(long lots) {
        return dearest(order, lots, situation);
    }

    private static long dearest(Order order, long lots, Situation situation) {
        long value = absolute(situation.value(lots, situation.referenceTicks()));
        value = Math.max(value, at(lots, trigger(order.kind()), situation));
        return Math.max(value, at(lots, limit(order.kind()), situation));
    }

    private static long at(long lots, long ticks, Situation situation) {
        return ticks <= 0 ? 0 : absolute(situation.value(lots, ticks));
    }

    static long absolute(long value) {
        return value < 0 ? Math.negateExact(value) : value;
    }

    /** The price it may not pass, or 0. */
    static long limit(OrderKind kind) {
        return switch (kind) {
            case OrderKind.Limit limit -> limit.ticks();
            case OrderKind.StopLimit stop -> stop.limit();
            case OrderKind.Market _, OrderKind.Stop _, OrderKind.TakeProfit _, OrderKind.TrailingStop _ -> 0;
        };
    }

    /** The price it waits for, or 0. */
    static long trigger(OrderKind kind) {
        return switch (kind) {
            case OrderKind.Stop stop -> stop.trigger();
            case OrderKind.StopLimit stop -> stop.trigger();
            case OrderKind.TakeProfit target -> target.trigger();
            case OrderKind.TrailingStop trail -> trail.start();
            case OrderKind.Market _, OrderKind.Limit _ -> 0;
        };
    }

    /** Lots in units of the base, as volumes are counted. */
    static double base(Instrument instrument, long lots, long ticks) {
        double quantity = instrument.quantity(lots) * instrument.contract().doubleValue();
        return instrument.kind().inverse() ? quantity / instrument.price(ticks) : quantity;
    }
}
