package io.fulmar.engine;

import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Order;

/** A trade that the venue took back is booked as its opposite, fee included: nothing is erased. */
final class Reversal {
    private Reversal() {}

    static Order of(Order order) {
        return new Order(
                order.id(),
                order.seat(),
                order.instrument(),
                order.side().opposite(),
                order.lots(),
                order.kind(),
                order.terms(),
                order.cause(),
                order.group(),
                order.bracket());
    }

    static FillEvent.Filled of(FillEvent.Busted busted) {
        return new FillEvent.Filled(
                busted.order(),
                busted.trade(),
                busted.ticks(),
                busted.lots(),
                -busted.fee(),
                false,
                busted.timeNanos());
    }
}
