package io.fulmar.simulation.exchange;

import io.fulmar.domain.Order;
import java.util.ArrayList;
import java.util.List;

/**
 * The venue's own count of positions, kept apart from the desk's so that the two can be compared. Each seat has its own; in hedge mode a
 * strategy has a seat for its longs and one for its shorts, and what crosses from one side to the other is a mistake.
 */
final class Holdings {
    private final List<Listing> listings;
    final List<Holding> all = new ArrayList<>();

    Holdings(List<Listing> listings) {
        this.listings = listings;
    }

    /** How many lots an order of that side could close. */
    long reducible(Order order) {
        long lots = of(order).lots;
        return Long.signum(lots) == -order.side().sign() ? Math.abs(lots) : 0;
    }

    /** By seat, then in the order in which instruments came. */
    Holding of(Order order) {
        int at = all.size();
        for (int i = all.size() - 1; i >= 0; i--) {
            Holding holding = all.get(i);
            if (holding.is(order.seat(), order.instrument())) {
                return holding;
            }
            if (holding.seat > order.seat()) {
                at = i;
            }
        }
        Holding added = new Holding(order.seat(), Listing.of(listings, order.instrument()));
        all.add(at, added);
        return added;
    }
}
