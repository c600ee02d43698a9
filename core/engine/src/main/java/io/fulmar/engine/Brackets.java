package io.fulmar.engine;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
import io.fulmar.execution.Life;
import io.fulmar.execution.OrderState;
import io.fulmar.execution.Touch;

/**
 * What protects a position: stop, trail and target, placed when its entry fills, widened with each entry that joins it, and cancelled when
 * it is closed.
 *
 * <p>Stop and target lie at the first entry's distances from the average price of all entries. A trail keeps its level and its distance and
 * grows only in size: it has followed the market since.
 */
final class Brackets {
    private static final String GROWN = "the position has grown";

    private final Orderly orderly;

    Brackets(Orderly orderly) {
        this.orderly = orderly;
    }

    /** An entry has filled, or a part of it: the distances become levels, for all that is held. */
    void protect(Place place, Order entry, FillEvent.Filled fill) {
        long held = Math.abs(place.position.lots());
        place.basis.filled(entry, fill.lots(), fill.ticks(), held <= fill.lots());
        if (entry.id() != place.basis.root() && orderly.state(entry.id()).life().terminal()) {
            place.seat.added();
        }
        Bracket bracket = place.basis.bracket();
        if (!bracket.present()) {
            return;
        }
        Side side = entry.side().opposite();
        long ticks = place.basis.averageTicks();
        if (bracket.stop().present()) {
            long level = Touch.protection(side, ticks, bracket.stop().ticksAt(ticks));
            if (level > 0) { // no price is ever below one tick
                put(place, side, place.stopOrder, new OrderKind.Stop(level), Cause.STOP);
            } else {
                widen(place, side, place.stopOrder, Cause.STOP);
            }
        }
        if (bracket.trail().present() && place.trailOrder == 0) {
            long distance = bracket.trail().ticksAt(ticks);
            long level = Touch.protection(side, ticks, distance);
            place(place, side, new OrderKind.TrailingStop(level, distance), Cause.TRAIL);
        } else if (bracket.trail().present()) {
            widen(place, side, place.trailOrder, Cause.TRAIL);
        }
        if (bracket.target().present()) {
            long level =
                    Touch.protection(side.opposite(), ticks, bracket.target().ticksAt(ticks));
            if (level > 0) {
                put(place, side, place.targetOrder, new OrderKind.Limit(level), Cause.TARGET);
            } else {
                widen(place, side, place.targetOrder, Cause.TARGET);
            }
        }
    }

    private void put(Place place, Side side, long order, OrderKind kind, Cause cause) {
        if (order == 0) {
            place(place, side, kind, cause);
        } else {
            change(place, side, orderly.state(order), kind, cause);
        }
    }

    /** The same level for more lots. */
    private void widen(Place place, Side side, long order, Cause cause) {
        if (order != 0) {
            OrderState state = orderly.state(order);
            change(place, side, state, state.order().kind(), cause);
        }
    }

    /** At no moment less is protected than was: terms are amended, or a new order stands before the old one goes. */
    private void change(Place place, Side side, OrderState state, OrderKind kind, Cause cause) {
        long lots = Math.abs(place.position.lots());
        boolean same = state.order().lots() == lots && state.order().kind().equals(kind);
        if (same || orderly.amend(place, state, lots, kind)) {
            return;
        }
        OrderKind next = kind;
        if (state.life() == Life.ARMED && kind instanceof OrderKind.TrailingStop(long ignored, long distance)) {
            next = new OrderKind.TrailingStop(orderly.levelHeld(state.id()), distance);
        }
        place(place, side, next, cause);
        replace(state.id());
    }

    private void place(Place place, Side side, OrderKind kind, Cause cause) {
        Order order = new Order(
                orderly.nextId(),
                place.seat.number(),
                place.tape.instrument.id(),
                side,
                Math.abs(place.position.lots()),
                kind,
                Order.Terms.REDUCING,
                cause,
                place.basis.root(),
                Bracket.NONE);
        orderly.submit(place, order, cause.word());
    }

    /** The venue would not change one of them: a new one takes its place. */
    void refused(long id) {
        OrderState state = orderly.state(id);
        Order order = state.order();
        Place place = orderly.placeOf(order);
        boolean protects =
                order.id() == place.stopOrder || order.id() == place.targetOrder || order.id() == place.trailOrder;
        if (protects && state.life().out() && order.lots() < Math.abs(place.position.lots())) {
            place(place, order.side(), order.kind(), order.cause());
            replace(order.id());
        }
    }

    /** Another stands in its place. */
    private void replace(long order) {
        orderly.protection.letGo(order);
        orderly.cancel(order, GROWN);
    }

    /** The position is closed: whatever would still close it is cancelled, and what would make it larger. */
    void cancel(Place place) {
        orderly.protection.flat(place);
        cancel(place.stopOrder);
        cancel(place.trailOrder);
        cancel(place.targetOrder);
        cancel(place.exitOrder);
        orderly.drop(place, "the position is closed");
    }

    private void cancel(long order) {
        if (order != 0) {
            orderly.cancel(order, "the position is closed");
        }
    }
}
