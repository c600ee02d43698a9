package io.fulmar.simulation.exchange;

import io.fulmar.market.Book;

/** How an order takes what is there. */
final class Taker {
    private final Book book;
    private final FlowRules rules;
    private final boolean tradesOnly;
    private final FlowMarket.Fills fills;

    Taker(Book book, FlowRules rules, boolean tradesOnly, FlowMarket.Fills fills) {
        this.book = book;
        this.rules = rules;
        this.tradesOnly = tradesOnly;
        this.fills = fills;
    }

    /** Whether it would trade at once. */
    boolean marketable(Resident order, long lastTrade) {
        if (tradesOnly) {
            return lastTrade > 0 && (order.buys() ? order.level >= lastTrade : order.level <= lastTrade);
        }
        long best = best(order);
        return best != Book.NO_BID && best != Book.NO_ASK && (order.buys() ? order.level >= best : order.level <= best);
    }

    /** Takes what it may; the caller has seen that it is marketable. */
    void take(Resident order, long lastTrade, long time) {
        if (tradesOnly) {
            fill(order, rules.slipped(order.order().side(), lastTrade), 0, order.left(), time);
            return;
        }
        long best = best(order);
        long worse = rules.impact().ticks(order.left(), held(order, best));
        if (rules.fills().whole()) {
            fill(order, best, worse, order.left(), time);
        } else if (!order.allOrNothing() || depth(order, best) >= order.left()) {
            walk(order, best, worse, time);
        }
    }

    private void walk(Resident order, long best, long worse, long time) {
        long price = best;
        while (order.left() > 0 && within(order, price)) {
            fill(order, price, worse, Math.min(order.left(), held(order, price)), time);
            price = next(order, price);
        }
    }

    private long depth(Resident order, long best) {
        long sum = 0;
        for (long price = best; sum < order.left() && within(order, price); price = next(order, price)) {
            sum = Math.addExact(sum, held(order, price));
        }
        return sum;
    }

    private long best(Resident order) {
        return order.buys() ? book.bestAsk() : book.bestBid();
    }

    private long held(Resident order, long price) {
        return order.buys() ? book.askLots(price) : book.bidLots(price);
    }

    private long next(Resident order, long price) {
        return order.buys() ? book.askAbove(price) : book.bidBelow(price);
    }

    private static boolean within(Resident order, long price) {
        return price != Book.NO_ASK
                && price != Book.NO_BID
                && (order.buys() ? price <= order.level : price >= order.level);
    }

    /** So many ticks worse, but no worse than its limit, nor than one tick. */
    private void fill(Resident order, long price, long worse, long lots, long time) {
        long ticks = order.buys()
                ? Math.min(order.level, Math.addExact(price, worse))
                : Math.max(Math.max(1, order.level), price - worse);
        fills.fill(order, ticks, lots, false, time);
    }
}
