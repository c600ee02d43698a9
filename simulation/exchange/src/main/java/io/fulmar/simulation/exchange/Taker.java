package io.fulmar.simulation.exchange;

import io.fulmar.market.Book;
import io.fulmar.market.Flow;

/** How an order takes what is there. */
final class Taker {
    private final Book book;
    private final FlowRules rules;
    /** How many levels behind a quote are imagined; what is still left takes the last of them. */
    private static final int IMAGINED_MAX = 20;

    private final boolean tradesOnly;
    private final boolean quotesOnly;
    private final FlowMarket.Fills fills;

    Taker(Book book, FlowRules rules, Flow.Depth depth, FlowMarket.Fills fills) {
        this.book = book;
        this.rules = rules;
        this.tradesOnly = depth == Flow.Depth.TRADES;
        this.quotesOnly = depth == Flow.Depth.QUOTES;
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
            long slipped = rules.slipped(order.order().side(), lastTrade);
            fill(order, lastTrade, slipped, 0, order.left(), time);
            return;
        }
        long best = best(order);
        long worse = rules.impact().ticks(order.left(), held(order, best));
        if (rules.fills().whole()) {
            fill(order, best, best, worse, order.left(), time);
        } else if (quotesOnly && book.twoSided()) {
            imagine(order, best, worse, time);
        } else if (!order.allOrNothing() || depth(order, best) >= order.left()) {
            walk(order, best, worse, time);
        }
    }

    private void walk(Resident order, long best, long worse, long time) {
        long price = best;
        while (order.left() > 0 && within(order, price)) {
            fill(order, best, price, worse, Math.min(order.left(), held(order, price)), time);
            price = next(order, price);
        }
    }

    /** Behind a quote more of its kind are taken to stand, a spread apart. */
    private void imagine(Resident order, long best, long worse, long time) {
        long there = held(order, best);
        long spread = Math.max(1, book.bestAsk() - book.bestBid());
        long enough = order.buys() ? (order.level - best) / spread : (best - order.level) / spread;
        if (order.allOrNothing() && enough < (order.left() - 1) / there) {
            return;
        }
        long price = best;
        for (int level = 0; order.left() > 0 && within(order, price) && level < IMAGINED_MAX; level++) {
            boolean last = level == IMAGINED_MAX - 1 || (!order.buys() && price <= spread);
            fill(order, best, price, worse, last ? order.left() : Math.min(order.left(), there), time);
            price = order.buys() ? price + spread : price - spread;
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
    private void fill(Resident order, long shown, long price, long worse, long lots, long time) {
        long reached = bounded(order, price);
        long ticks = bounded(order, order.buys() ? Math.addExact(price, worse) : price - worse);
        fills.fill(order, shown, reached, ticks, lots, false, time);
    }

    private static long bounded(Resident order, long ticks) {
        return order.buys() ? Math.min(order.level, ticks) : Math.max(Math.max(1, order.level), ticks);
    }
}
