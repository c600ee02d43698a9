package io.fulmar.market;

import io.fulmar.domain.MarketDataEvent;

/**
 * What is told of markets, event by event, in the order in which it was heard; whoever listens need not know whether it happens now or is
 * replayed. Markets are numbers that listener and teller have agreed upon. Times are nanoseconds since 1970 UTC, prices ticks, quantities
 * lots.
 */
public interface MarketListener {
    /** Of a price that is not known. */
    long UNKNOWN = 0;

    /** {@code side} is 1 where a buyer took, -1 where a seller did, 0 where nobody knows. */
    void trade(int market, long venueTime, long heard, int side, long ticks, long lots, long id);

    /** The best bid and ask; a side that is empty has no lots. */
    void quote(int market, long venueTime, long heard, long bid, long bidLots, long ask, long askLots);

    /** A change of the book, of a {@link Flow}'s kinds with their marks; {@link Flow#GAP} tells that messages are missing. */
    void book(int market, long venueTime, long heard, int kind, long ticks, long lots, long sequence);

    /** The mark price and its index, or {@link #UNKNOWN}. */
    void mark(int market, long heard, long ticks, long index);

    /** A settlement of funding, in units of the market's rates, at a mark price, or {@link #UNKNOWN}. */
    void funding(int market, long heard, long rate, long ticks);

    /** A bar that others have made has closed; its instrument is the market's number. */
    void bar(long heard, MarketDataEvent.BarClosed bar);
}
