package io.fulmar.simulation.exchange;

import io.fulmar.market.Book;
import io.fulmar.market.Flow;
import java.util.ArrayList;
import java.util.List;

/**
 * One market as the venue sees it, at the venue's own time: the book as it was, and our orders beside it. What we take or leave there
 * changes nothing of the book; each model says what that assumes.
 */
final class FlowMarket {
    /** Hears what fills, at a price that was shown, reached and at last paid, and what can trade no more. */
    interface Fills {
        void fill(Resident order, long shown, long reached, long ticks, long lots, boolean maker, long time);

        void cancelled(Resident order, String reason, long time);
    }

    private final FlowRules rules;
    private final Fills fills;
    private final boolean tradesOnly;
    private final boolean quotesOnly;
    private final Book book;
    private final Taker taker;

    private final long[] times;
    private final byte[] kinds;
    private final long[] ticks;
    private final long[] lots;
    private final int size;
    private int at;
    private boolean dark;
    private boolean cleared;
    private boolean happened;

    /** Whether any order ever took all that its limit reaches and rests beyond it: from then on each message is looked at. */
    private boolean sweptAny;

    private long lastTrade;

    private final Ranks buys = new Ranks(true);
    private final Ranks sells = new Ranks(false);
    private final List<Resident> waiting = new ArrayList<>();

    FlowMarket(Flow flow, Book book, FlowRules rules, Fills fills) {
        this.book = book;
        this.rules = rules;
        this.fills = fills;
        tradesOnly = flow.depth() == Flow.Depth.TRADES;
        quotesOnly = flow.depth() == Flow.Depth.QUOTES;
        taker = new Taker(book, rules, flow.depth(), fills);
        times = flow.venueTimes();
        kinds = flow.kinds();
        ticks = flow.ticks();
        lots = flow.lots();
        size = flow.size();
        dark = flow.depth() == Flow.Depth.BOOK;
    }

    // ---- the market moves ----

    /** Reads events up to that time, inclusive. True if it stopped before because something happened to an order. */
    boolean run(long until) {
        if (buys.isEmpty() && sells.isEmpty() && waiting.isEmpty()) {
            pass(until);
            return false;
        }
        happened = false;
        while (at < size && times[at] <= until && !happened) {
            take(at++);
        }
        return happened;
    }

    /** Nobody of ours is there: only the book goes on. */
    private void pass(long until) {
        int event = at;
        while (event < size && times[event] <= until) {
            int kind = kinds[event] & Flow.KIND_MASK;
            if (kind == Flow.BID) {
                book.bid(ticks[event], lots[event]);
            } else if (kind == Flow.ASK) {
                book.ask(ticks[event], lots[event]);
            } else if (kind == Flow.CLEAR) {
                book.clear();
            } else if (kind != Flow.GAP) {
                lastTrade = ticks[event];
            }
            event++;
        }
        if (event > at) {
            at = event;
            dark = (kinds[event - 1] & Flow.DARK) != 0;
        }
    }

    private void take(int event) {
        int kind = kinds[event];
        long price = ticks[event];
        long quantity = lots[event];
        dark = (kind & Flow.DARK) != 0;
        switch (kind & Flow.KIND_MASK) {
            case Flow.BID -> {
                long before = book.bid(price, quantity);
                if (buys.holds(price)) {
                    changed(buys, price, before, quantity);
                }
            }
            case Flow.ASK -> {
                long before = book.ask(price, quantity);
                if (sells.holds(price)) {
                    changed(sells, price, before, quantity);
                }
            }
            case Flow.CLEAR -> {
                book.clear();
                cleared = true;
            }
            case Flow.GAP -> {}
            default -> traded((kind & Flow.KIND_MASK) == Flow.BUY, price, quantity, times[event]);
        }
        if ((kind & Flow.LAST) != 0 && !dark) {
            settle(times[event]);
        }
    }

    private void changed(Ranks side, long price, long before, long after) {
        for (int i = 0; i < side.size(); i++) {
            Resident one = side.get(i);
            if (one.level == price) {
                if (!quotesOnly) {
                    rules.queue().changed(one.place, before, after);
                } else if (after > 0) {
                    shown(one, before, after);
                }
            }
        }
    }

    /** A level that was not shown yet: all of it may stand before us. One that is not shown any more may still be there. */
    private void shown(Resident one, long before, long after) {
        if (!one.seen) {
            one.seen = true;
            rules.queue().join(one.place, after);
        } else if (before > 0) {
            rules.queue().changed(one.place, before, after);
        }
    }

    private void traded(boolean buyer, long price, long quantity, long time) {
        lastTrade = price;
        if (dark) {
            return;
        }
        if ((buyer || tradesOnly) && price >= sells.low()) {
            reach(sells, price, quantity, time);
        }
        if ((!buyer || tradesOnly) && price <= buys.high()) {
            reach(buys, price, quantity, time);
        }
        if (!waiting.isEmpty()) {
            trigger(price, price, time);
        }
    }

    /** A trade at that price: orders it went through fill, those at it move up. */
    private void reach(Ranks side, long price, long quantity, long time) {
        for (int i = 0; i < side.size(); i++) {
            Resident one = side.get(i);
            if (one.buys() ? one.level > price : one.level < price) {
                fill(one, one.left(), time);
            } else if (one.level == price && !tradesOnly) {
                rules.queue().traded(one.place, quantity);
                long reached = one.place.reached();
                if (reached > 0) {
                    fill(one, rules.fills().whole() ? one.left() : Math.min(reached, one.left()), time);
                }
            } else {
                break; // sorted: the rest is further away
            }
        }
        side.sweep();
    }

    /** A message is over and the book whole: who it crosses trades. */
    private void settle(long time) {
        if (cleared) {
            cleared = false;
            again(buys);
            again(sells);
        }
        if (book.bestAsk() <= buys.high() || sweptAny) {
            crossed(buys, time);
        }
        if (book.bestBid() >= sells.low() || sweptAny) {
            crossed(sells, time);
        }
        if (quotesOnly) {
            alone();
        }
        if (!waiting.isEmpty() && !tradesOnly && book.twoSided()) {
            trigger(book.bestAsk(), book.bestBid(), time);
        }
    }

    /** After a snapshot: no level holds less than what is ahead of us. */
    private void again(Ranks side) {
        for (int i = 0; i < side.size(); i++) {
            Resident one = side.get(i);
            long now = one.buys() ? book.bidLots(one.level) : book.askLots(one.level);
            rules.queue().changed(one.place, now, now);
        }
    }

    private void crossed(Ranks side, long time) {
        for (int i = 0; i < side.size(); i++) {
            Resident one = side.get(i);
            boolean crosses = one.buys() ? one.level >= book.bestAsk() : one.level <= book.bestBid();
            if (crosses && !one.swept) {
                fill(one, one.left(), time);
            }
            one.swept &= crosses;
        }
        side.sweep();
    }

    /** Quotes: where the best is worse than our price, nobody is at our price but us. */
    private void alone() {
        for (int i = 0; i < buys.size() && buys.get(i).level > book.bestBid(); i++) {
            rules.queue().join(buys.get(i).place, 0);
            buys.get(i).seen = true;
        }
        for (int i = 0; i < sells.size() && sells.get(i).level < book.bestAsk(); i++) {
            rules.queue().join(sells.get(i).place, 0);
            sells.get(i).seen = true;
        }
    }

    private void fill(Resident order, long quantity, long time) {
        happened = true;
        fills.fill(order, order.level, order.level, order.level, quantity, true, time);
    }

    /** What waits for a price that somebody would pay or ask, and for that of a trade. */
    private void trigger(long buying, long selling, long time) {
        for (int i = 0; i < waiting.size(); ) {
            Resident one = waiting.get(i);
            if (one.triggered(one.buys() ? buying : selling)) {
                waiting.remove(i);
                one.release();
                enter(one, time);
                happened = true;
            } else {
                i++;
            }
        }
    }

    // ---- orders come and go ----

    boolean dark() {
        return dark;
    }

    boolean marketable(Resident order) {
        return taker.marketable(order, lastTrade);
    }

    void hold(Resident order) {
        waiting.add(order);
    }

    /** It takes what it may, and what is left of it rests if it has the patience. */
    void enter(Resident order, long time) {
        if (taker.marketable(order, lastTrade)) {
            taker.take(order, lastTrade, time);
        }
        if (order.left() == 0) {
            return;
        }
        if (!order.patient()) {
            fills.cancelled(order, order.market() ? "nobody is left to trade with" : "not marketable", time);
            return;
        }
        long level = order.buys() ? book.bidLots(order.level) : book.askLots(order.level);
        rules.queue().join(order.place, level);
        order.seen = level > 0 || !quotesOnly;
        order.swept = order.filled() > 0 && taker.marketable(order, lastTrade);
        sweptAny |= order.swept;
        (order.buys() ? buys : sells).add(order);
    }

    /** It is over: whoever took its lots away. */
    void sweep() {
        buys.sweep();
        sells.sweep();
        waiting.removeIf(one -> one.left() == 0);
    }
}
