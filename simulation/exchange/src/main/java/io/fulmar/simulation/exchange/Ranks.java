package io.fulmar.simulation.exchange;

import java.util.ArrayList;
import java.util.List;

/** One side's resting orders as they would trade: the best price first, at one price who came first. */
final class Ranks {
    private final boolean buys;
    private final List<Resident> orders = new ArrayList<>();

    /** The prices between which any rests; an empty side is between none. */
    private long low;

    private long high;

    Ranks(boolean buys) {
        this.buys = buys;
        bounds();
    }

    long low() {
        return low;
    }

    long high() {
        return high;
    }

    boolean holds(long ticks) {
        return ticks >= low && ticks <= high;
    }

    boolean isEmpty() {
        return orders.isEmpty();
    }

    int size() {
        return orders.size();
    }

    Resident get(int place) {
        return orders.get(place);
    }

    void add(Resident order) {
        int place = orders.size();
        while (place > 0 && before(order, orders.get(place - 1))) {
            place--;
        }
        orders.add(place, order);
        bounds();
    }

    private boolean before(Resident order, Resident other) {
        return buys ? order.level > other.level : order.level < other.level;
    }

    /** Forgets what has nothing left. */
    void sweep() {
        for (int i = orders.size() - 1; i >= 0; i--) {
            if (orders.get(i).left() == 0) {
                orders.remove(i);
            }
        }
        bounds();
    }

    private void bounds() {
        boolean none = orders.isEmpty();
        long best = none ? 0 : orders.get(0).level;
        long worst = none ? 0 : orders.get(orders.size() - 1).level;
        low = none ? Long.MAX_VALUE : buys ? worst : best;
        high = none ? Long.MIN_VALUE : buys ? best : worst;
    }
}
