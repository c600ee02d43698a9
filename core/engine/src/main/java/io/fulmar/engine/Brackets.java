package io.fulmar.engine;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
import io.fulmar.execution.Touch;

/** What protects a position: stop, trail and target, placed when its entry fills and cancelled when it is closed. */
final class Brackets {
    private final Orderly orderly;

    Brackets(Orderly orderly) {
        this.orderly = orderly;
    }

    /** The entry has filled, whole: its distances become levels. */
    void protect(Place place, Order entry, FillEvent.Filled fill) {
        Bracket bracket = entry.bracket();
        if (!bracket.present()) {
            return;
        }
        Side side = entry.side().opposite();
        long ticks = fill.ticks();
        if (bracket.stop().present() && place.stopOrder == 0) {
            long level = Touch.protection(side, ticks, bracket.stop().ticksAt(ticks));
            if (level > 0) { // no price is ever below one tick
                place(place, entry, new OrderKind.Stop(level), Cause.STOP);
            }
        }
        if (bracket.trail().present() && place.trailOrder == 0) {
            long distance = bracket.trail().ticksAt(ticks);
            long level = Touch.protection(side, ticks, distance);
            place(place, entry, new OrderKind.TrailingStop(level, distance), Cause.TRAIL);
        }
        if (bracket.target().present() && place.targetOrder == 0) {
            long level =
                    Touch.protection(side.opposite(), ticks, bracket.target().ticksAt(ticks));
            if (level > 0) {
                place(place, entry, new OrderKind.Limit(level), Cause.TARGET);
            }
        }
    }

    private void place(Place place, Order entry, OrderKind kind, Cause cause) {
        Order order = new Order(
                orderly.nextId(),
                entry.seat(),
                entry.instrument(),
                entry.side().opposite(),
                Math.abs(place.position.lots()),
                kind,
                Order.Terms.REDUCING,
                cause,
                entry.id(),
                Bracket.NONE);
        orderly.submit(place, order, cause.word());
    }

    /** The position is closed: whatever would still close it is cancelled. */
    void cancel(Place place) {
        orderly.protection.flat(place);
        cancel(place.stopOrder);
        cancel(place.trailOrder);
        cancel(place.targetOrder);
        cancel(place.exitOrder);
    }

    private void cancel(long order) {
        if (order != 0) {
            orderly.cancel(order, "the position is closed");
        }
    }
}
