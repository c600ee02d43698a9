package io.fulmar.simulation.exchange;

import io.fulmar.market.Book;
import java.util.Arrays;

/**
 * What the simulated venue knew when it filled, one row a fill in the order in which fills are reported: from the price that was there to
 * the price that was paid. A real venue never says so much; the difference is what a fill cost besides its fee.
 */
public final class Executions {
    /** Where there is no book, or only one side of it. */
    public static final long UNKNOWN = 0;

    private static final int CAPACITY = 16;

    private long[] orders = new long[CAPACITY];
    private long[] bids = new long[CAPACITY];
    private long[] asks = new long[CAPACITY];
    private long[] shown = new long[CAPACITY];
    private long[] reached = new long[CAPACITY];
    private int size;

    Executions() {}

    /** On bars, where no book is known. */
    void add(long order, long shownTicks, long reachedTicks) {
        add(order, UNKNOWN, UNKNOWN, shownTicks, reachedTicks);
    }

    /** Beside a book, which may be dark. */
    void add(long order, Book book, boolean dark, long shownTicks, long reachedTicks) {
        boolean known = !dark && book.twoSided();
        add(order, known ? book.bestBid() : UNKNOWN, known ? book.bestAsk() : UNKNOWN, shownTicks, reachedTicks);
    }

    private void add(long order, long bid, long ask, long shownTicks, long reachedTicks) {
        if (size == orders.length) {
            orders = Arrays.copyOf(orders, size * 2);
            bids = Arrays.copyOf(bids, size * 2);
            asks = Arrays.copyOf(asks, size * 2);
            shown = Arrays.copyOf(shown, size * 2);
            reached = Arrays.copyOf(reached, size * 2);
        }
        orders[size] = order;
        bids[size] = bid;
        asks[size] = ask;
        shown[size] = shownTicks;
        reached[size] = reachedTicks;
        size++;
    }

    public int size() {
        return size;
    }

    public long order(int fill) {
        return orders[fill];
    }

    /** Whether the touch was known on both sides. */
    public boolean twoSided(int fill) {
        return bids[fill] != UNKNOWN;
    }

    /** The best bid at that moment, where the touch was known. */
    public long bid(int fill) {
        return bids[fill];
    }

    public long ask(int fill) {
        return asks[fill];
    }

    /** The first price there was to trade at: of a taker the touch, the open or the level; of a maker its own. */
    public long shown(int fill) {
        return shown[fill];
    }

    /** The price that size and slippage took it to, before the impact that the rules add. */
    public long reached(int fill) {
        return reached[fill];
    }
}
