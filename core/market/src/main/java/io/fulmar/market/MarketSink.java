package io.fulmar.market;

/** Takes what a {@link Guard} let through, in order. Times are nanoseconds since 1970 UTC: when the venue did it, and when we heard of it. */
public interface MarketSink {
    void trade(long venueTime, long receiveTime, long ticks, long lots, boolean buyerTook);

    /** The best bid and ask and what is there. */
    void quote(long venueTime, long receiveTime, long bid, long bidLots, long ask, long askLots);

    /** The book is empty until its levels have come. */
    void snapshot(long venueTime, long receiveTime);

    /** A level holds so many lots from now on; {@code last} ends a message. */
    void level(long venueTime, long receiveTime, boolean bid, long ticks, long lots, boolean last);

    void mark(long venueTime, long receiveTime, long ticks);

    /** The rate in parts of {@code 10^scale}, and when it is paid next. */
    void funding(long venueTime, long receiveTime, long rate, int scale, long nextTime);

    /** Something is missing: bars, strategies and risk must see it. */
    void gap(long from, long until, String reason);

    /** For the quarantine. */
    void refused(RefusedMessage message);
}
