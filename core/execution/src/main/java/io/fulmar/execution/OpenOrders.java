package io.fulmar.execution;

import io.fulmar.domain.Side;
import java.util.Arrays;

/** The open orders of one instrument, by rising id, and what they keep reserved. */
final class OpenOrders {
    private static final int CAPACITY_FIRST = 8;

    final long instrument;
    private long[] ids = new long[CAPACITY_FIRST];
    private int count;
    private long reservedBuy;
    private long reservedSell;
    private int unknown;

    OpenOrders(long instrument) {
        this.instrument = instrument;
    }

    void begin(OrderState state) {
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, 2 * count);
        }
        ids[count++] = state.id();
    }

    /** An order was one thing and is another now: it keeps its place unless it ended, or came back from its end. */
    void moved(OrderState before, OrderState after) {
        reserve(before.order().side(), after.reservedLots() - before.reservedLots());
        unknown += (after.life() == Life.UNKNOWN ? 1 : 0) - (before.life() == Life.UNKNOWN ? 1 : 0);
        if (before.life().terminal() != after.life().terminal()) {
            if (after.life().terminal()) {
                remove(after.id());
            } else {
                insert(after);
            }
        }
    }

    long reservedLots(Side side) {
        return side == Side.BUY ? reservedBuy : reservedSell;
    }

    boolean anyUnknown() {
        return unknown > 0;
    }

    long[] ids() {
        return Arrays.copyOf(ids, count);
    }

    int count() {
        return count;
    }

    private void reserve(Side side, long lots) {
        if (side == Side.BUY) {
            reservedBuy = Math.addExact(reservedBuy, lots);
        } else {
            reservedSell = Math.addExact(reservedSell, lots);
        }
    }

    private void remove(long id) {
        int last = count - 1;
        int at = ids[last] == id ? last : Arrays.binarySearch(ids, 0, count, id);
        System.arraycopy(ids, at + 1, ids, at, last - at);
        count = last;
    }

    private void insert(OrderState state) {
        begin(state);
        Arrays.sort(ids, 0, count);
    }
}
