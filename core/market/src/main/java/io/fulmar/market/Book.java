package io.fulmar.market;

/**
 * An order book by price: how many lots each level holds. Levels stand in arrays by their distance in ticks, so that a change costs a few
 * instructions and the best prices are always at hand.
 */
public final class Book {
    /** The best bid of an empty side; prices are above zero. */
    public static final long NO_BID = 0;

    /** The best ask of an empty side. */
    public static final long NO_ASK = Long.MAX_VALUE;

    private final Levels bids = new Levels();
    private final Levels asks = new Levels();
    private long bestBid = NO_BID;
    private long bestAsk = NO_ASK;

    /** A bid level holds so many lots from now on, 0 for none. Returns what it held. */
    public long bid(long ticks, long lots) {
        long before = bids.set(ticks, lots);
        if (lots != 0) {
            if (ticks > bestBid) {
                bestBid = ticks;
            }
        } else if (ticks == bestBid) {
            bestBid = bids.below(ticks, NO_BID);
        }
        return before;
    }

    /** An ask level holds so many lots from now on, 0 for none. Returns what it held. */
    public long ask(long ticks, long lots) {
        long before = asks.set(ticks, lots);
        if (lots != 0) {
            if (ticks < bestAsk) {
                bestAsk = ticks;
            }
        } else if (ticks == bestAsk) {
            bestAsk = asks.above(ticks, NO_ASK);
        }
        return before;
    }

    /** Folds an event of a {@link Flow} in; trades change nothing. Returns what the level held before. */
    public long take(int kind, long ticks, long lots) {
        return switch (kind & Flow.KIND_MASK) {
            case Flow.BID -> bid(ticks, lots);
            case Flow.ASK -> ask(ticks, lots);
            case Flow.CLEAR -> {
                clear();
                yield 0;
            }
            default -> 0;
        };
    }

    public void clear() {
        bids.clear();
        asks.clear();
        bestBid = NO_BID;
        bestAsk = NO_ASK;
    }

    public long bestBid() {
        return bestBid;
    }

    public long bestAsk() {
        return bestAsk;
    }

    public long bidLots(long ticks) {
        return bids.at(ticks);
    }

    public long askLots(long ticks) {
        return asks.at(ticks);
    }

    /** The next bid level below that price, or {@link #NO_BID}. */
    public long bidBelow(long ticks) {
        return bids.below(ticks, NO_BID);
    }

    /** The next ask level above that price, or {@link #NO_ASK}. */
    public long askAbove(long ticks) {
        return asks.above(ticks, NO_ASK);
    }

    public boolean twoSided() {
        return bestBid != NO_BID && bestAsk != NO_ASK;
    }

    /** Whether somebody bids as much as somebody asks, or more: no matching venue leaves a book so. */
    public boolean crossed() {
        return bestBid >= bestAsk;
    }
}
