package io.fulmar.engine;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Order;
import io.fulmar.execution.OrderState;
import java.util.Optional;

/**
 * Keeps a bracket as large as the position it protects, where entries fill in parts: an order that has become too small is cancelled and
 * placed anew in the same breath. One that has become too large stays, since it may only reduce.
 */
final class Cover {
    private final Desk desk;
    private final Orderly orderly;

    Cover(Desk desk) {
        this.desk = desk;
        this.orderly = desk.orderly;
    }

    void look(Place place) {
        long lots = Math.abs(place.position.lots());
        if (lots != 0) {
            look(place, place.stopOrder, lots);
            look(place, place.trailOrder, lots);
            look(place, place.targetOrder, lots);
        }
    }

    private void look(Place place, long id, long lots) {
        Optional<OrderState> state = id == 0 ? Optional.empty() : desk.ledger.orders.state(id);
        if (state.isEmpty() || state.get().life().terminal()) {
            return;
        }
        Order small = state.get().order();
        if (small.lots() - state.get().filledLots() >= lots) {
            return;
        }
        orderly.protection.letGo(id);
        orderly.cancel(id, "the position has grown");
        Order large = new Order(
                orderly.nextId(),
                small.seat(),
                small.instrument(),
                small.side(),
                lots,
                small.kind(),
                small.terms(),
                small.cause(),
                small.group(),
                Bracket.NONE);
        orderly.submit(place, large, small.cause().word());
    }
}
