package io.fulmar.simulation.exchange;

import io.fulmar.domain.Order;
import java.util.ArrayList;
import java.util.List;

/** The venue's own count of positions, kept apart from the desk's so that the two can be compared. */
final class Holdings {
    private static final class Holding {
        final int seat;
        final long instrument;
        long lots;

        Holding(int seat, long instrument) {
            this.seat = seat;
            this.instrument = instrument;
        }
    }

    private final List<Holding> holdings = new ArrayList<>();

    /** How many lots an order of that side could close. */
    long reducible(Order order) {
        long lots = holding(order).lots;
        return Long.signum(lots) == -order.side().sign() ? Math.abs(lots) : 0;
    }

    void add(Order order, long lots) {
        Holding holding = holding(order);
        holding.lots = Math.addExact(holding.lots, order.side().sign() * lots);
    }

    private Holding holding(Order order) {
        for (int i = 0; i < holdings.size(); i++) {
            Holding holding = holdings.get(i);
            if (holding.seat == order.seat() && holding.instrument == order.instrument()) {
                return holding;
            }
        }
        Holding added = new Holding(order.seat(), order.instrument());
        holdings.add(added);
        return added;
    }
}
