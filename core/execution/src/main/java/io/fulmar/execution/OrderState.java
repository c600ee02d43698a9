package io.fulmar.execution;

import io.fulmar.domain.Order;

/**
 * An order and what has become of it. Immutable.
 *
 * @param order the terms that stand
 * @param amend our request to change them
 * @param cancel our request to end it
 * @param filledLots booked so far
 * @param askedLots the lots of the amend that is open, else those that stand
 * @param venueOrder the venue's id, empty until it is known
 */
public record OrderState(
        Order order,
        Life life,
        Asking amend,
        Asking cancel,
        long filledLots,
        long askedLots,
        String venueOrder,
        Closing closing) {
    public OrderState {
        if ((amend.open() && !life.working()) || (cancel.open() && !life.out())) {
            throw new IllegalArgumentException("an order " + life + " with amend " + amend + ", cancel " + cancel);
        }
        if (filledLots < 0) {
            throw new IllegalArgumentException("an order with " + filledLots + " lots filled");
        }
    }

    static OrderState pending(Order order) {
        return new OrderState(order, Life.PENDING, Asking.NONE, Asking.NONE, 0, order.lots(), "", Closing.NONE);
    }

    public long id() {
        return order.id();
    }

    /** The most that may come to be filled in all: while an amend is open, the larger of old and new. */
    public long orderedLots() {
        return Math.max(order.lots(), askedLots);
    }

    /** The most that may still be filled. */
    public long openLots() {
        return life.terminal() ? 0 : Math.max(0, orderedLots() - filledLots);
    }

    /** Lots that may still add to a position and so stay reserved: out of the house, and not bound to reduce. */
    public long reservedLots() {
        return life.out() && !order.reduceOnly() ? openLots() : 0;
    }

    OrderState live(Life next) {
        return new OrderState(order, next, amend, cancel, filledLots, askedLots, venueOrder, closing);
    }

    /** Nothing is asked any more of an order that ended. */
    OrderState ended(Life next) {
        return new OrderState(
                order, next, Asking.NONE, Asking.NONE, filledLots, order.lots(), venueOrder, Closing.NONE);
    }

    OrderState filled(long lots) {
        return new OrderState(order, life, amend, cancel, lots, askedLots, venueOrder, closing);
    }

    OrderState cancelling(Asking asking) {
        return new OrderState(order, life, amend, asking, filledLots, askedLots, venueOrder, closing);
    }

    OrderState amending(Asking asking, long lots) {
        return new OrderState(order, life, asking, cancel, filledLots, lots, venueOrder, closing);
    }

    OrderState amended(Order terms) {
        return new OrderState(terms, life, Asking.NONE, cancel, filledLots, terms.lots(), venueOrder, closing);
    }

    OrderState known(Life next, String venueId) {
        return new OrderState(order, next, amend, cancel, filledLots, askedLots, venueId, closing);
    }

    OrderState closing(Closing said) {
        return new OrderState(order, life, amend, cancel, filledLots, askedLots, venueOrder, said);
    }
}
