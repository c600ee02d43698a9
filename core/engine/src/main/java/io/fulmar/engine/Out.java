package io.fulmar.engine;

import io.fulmar.domain.Exact;
import io.fulmar.domain.Order;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Side;
import io.fulmar.domain.Worth;
import java.util.ArrayList;
import java.util.List;

/** The orders that a strategy works itself, by its own numbers, and what they take of the account's capital until they are over. */
final class Out {
    private static final class Working {
        final long number;
        final long id;
        final Side side;
        long left;
        long ticks;

        Working(long number, long id, Side side, long left, long ticks) {
            this.number = number;
            this.id = id;
            this.side = side;
            this.left = left;
            this.ticks = ticks;
        }
    }

    private long expectedNumber;
    private long expectedId;
    private long expectedTicks;
    private final Worth worth;
    private Rate rate = Rate.ZERO;
    private long cost;
    private long fee;
    private final List<Working> orders = new ArrayList<>();

    Out(Worth worth) {
        this.worth = worth;
    }

    /** The fee with which they are reckoned. */
    void rate(Rate taker) {
        rate = taker;
    }

    /** The next order with that id is the strategy's own of that number, reckoned at that price. */
    void expect(long number, long id, long ticks) {
        expectedNumber = number;
        expectedId = id;
        expectedTicks = ticks;
    }

    /** Whether an approved order is the one expected: it waits from now on. */
    boolean begun(Order order) {
        if (order.id() != expectedId) {
            return false;
        }
        orders.add(new Working(expectedNumber, order.id(), order.side(), order.lots(), expectedTicks));
        expectedId = 0;
        reckon();
        return true;
    }

    boolean isEmpty() {
        return orders.isEmpty();
    }

    /** The desk's ids, oldest first. */
    long[] ids() {
        long[] ids = new long[orders.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = orders.get(i).id;
        }
        return ids;
    }

    /** The desk's id of the strategy's number; 0 if it is over. */
    long id(long number) {
        for (int i = 0; i < orders.size(); i++) {
            if (orders.get(i).number == number) {
                return orders.get(i).id;
            }
        }
        return 0;
    }

    /** The strategy's number of the desk's id; 0 if it is none of these. */
    long number(long id) {
        for (int i = 0; i < orders.size(); i++) {
            if (orders.get(i).id == id) {
                return orders.get(i).number;
            }
        }
        return 0;
    }

    void filled(long id, long lots) {
        for (int i = 0; i < orders.size(); i++) {
            if (orders.get(i).id == id) {
                orders.get(i).left -= lots;
                reckon();
            }
        }
    }

    void amended(long id, long left, long ticks) {
        for (int i = 0; i < orders.size(); i++) {
            if (orders.get(i).id == id) {
                orders.get(i).left = left;
                orders.get(i).ticks = ticks;
                reckon();
            }
        }
    }

    void over(long id) {
        for (int i = 0; i < orders.size(); i++) {
            if (orders.get(i).id == id) {
                orders.remove(i);
                reckon();
                return;
            }
        }
    }

    long lots(Side side) {
        long lots = 0;
        for (int i = 0; i < orders.size(); i++) {
            lots += orders.get(i).side == side ? Math.max(0, orders.get(i).left) : 0;
        }
        return lots;
    }

    /** What all would cost at their prices. */
    long cost() {
        return cost;
    }

    long fee() {
        return fee;
    }

    private void reckon() {
        cost = 0;
        for (int i = 0; i < orders.size(); i++) {
            Working one = orders.get(i);
            cost = one.left > 0 ? Math.addExact(cost, worth.notional(one.left, one.ticks)) : cost;
        }
        fee = cost == 0 ? 0 : Exact.fee(cost, rate);
    }
}
