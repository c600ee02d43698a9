package io.fulmar.simulation.exchange;

import io.fulmar.domain.Order;
import io.fulmar.domain.Side;
import java.util.ArrayList;
import java.util.List;

/** The venue's own count of positions, kept apart from the desk's so that the two can be compared. */
final class Holdings {
    private final boolean hedge;
    private final List<Listing> listings;
    final List<Holding> all = new ArrayList<>();

    Holdings(List<Listing> listings, boolean hedge) {
        this.listings = listings;
        this.hedge = hedge;
    }

    /** How many lots an order of that side could close. */
    long reducible(Order order) {
        long lots = of(order).lots;
        return Long.signum(lots) == -order.side().sign() ? Math.abs(lots) : 0;
    }

    /** Where an order belongs: in hedge mode what opens with a sale, and what a purchase reduces, is the short side. */
    Holding of(Order order) {
        boolean shortLeg = hedge && order.positionSide() == Side.SELL;
        for (int i = 0; i < all.size(); i++) {
            Holding holding = all.get(i);
            if (holding.is(order.seat(), order.instrument(), shortLeg)) {
                return holding;
            }
        }
        Holding added = new Holding(order.seat(), Listing.of(listings, order.instrument()), shortLeg);
        all.add(added);
        return added;
    }
}
