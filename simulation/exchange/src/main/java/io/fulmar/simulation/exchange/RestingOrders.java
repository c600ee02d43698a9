package io.fulmar.simulation.exchange;

import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.TimeInForce;
import io.fulmar.execution.CurrentBar;
import io.fulmar.execution.Reports;
import java.util.ArrayList;
import java.util.List;

/** The orders that rest at the venue, in the order in which they came. */
final class RestingOrders {
    private final List<Resting> orders = new ArrayList<>();

    boolean isEmpty() {
        return orders.isEmpty();
    }

    int size() {
        return orders.size();
    }

    Resting get(int index) {
        return orders.get(index);
    }

    /** Where the order of that id stands; below zero if it does not. */
    int find(long order) {
        for (int i = 0; i < orders.size(); i++) {
            if (orders.get(i).order.id() == order) {
                return i;
            }
        }
        return -1;
    }

    void add(Resting resting) {
        orders.add(resting);
    }

    void set(int index, Resting resting) {
        orders.set(index, resting);
    }

    Resting remove(int index) {
        return orders.remove(index);
    }

    void remove(Resting resting) {
        orders.remove(resting);
    }

    long wakesAbove() {
        long above = Long.MAX_VALUE;
        for (int i = 0; i < orders.size(); i++) {
            above = Math.min(above, orders.get(i).wakesAbove());
        }
        return above;
    }

    long wakesBelow() {
        long below = Long.MIN_VALUE;
        for (int i = 0; i < orders.size(); i++) {
            below = Math.max(below, orders.get(i).wakesBelow());
        }
        return below;
    }

    /** Orders with a date that the bar opens at, or after. */
    void expire(CurrentBar bar, Reports reports) {
        for (int i = 0; i < orders.size(); ) {
            Resting resting = orders.get(i);
            boolean over = resting.order.instrument() == bar.instrument()
                    && resting.order.terms().timeInForce() instanceof TimeInForce.GoodTilDate(long until)
                    && bar.openTime() >= until;
            if (over) {
                orders.remove(i);
                reports.report(new OrderEvent.Expired(resting.order.id(), 0), bar.openTime());
            } else {
                i++;
            }
        }
    }

    /** All of an instrument that has come to its end. */
    void expire(long instrument, long time, Reports reports) {
        for (int i = 0; i < orders.size(); ) {
            if (orders.get(i).order.instrument() == instrument) {
                reports.report(new OrderEvent.Expired(orders.remove(i).order.id(), 0), time);
                i = 0; // the desk answered: brackets came or went
            } else {
                i++;
            }
        }
    }

    /** The bar is over. */
    void close(CurrentBar bar) {
        for (int i = 0; i < orders.size(); i++) {
            Resting resting = orders.get(i);
            if (resting.order.instrument() == bar.instrument()) {
                resting.close(bar);
            }
        }
    }

    /** The data has ended: what was decided and can no longer fill is cancelled. */
    void end(long time, Reports reports) {
        for (int i = 0; i < orders.size(); ) {
            Resting resting = orders.get(i);
            if (resting.market() || !resting.order.reduceOnly()) {
                orders.remove(i);
                reports.report(new OrderEvent.Cancelled(resting.order.id(), 0, "the data ended"), time);
            } else {
                i++;
            }
        }
    }
}
