package io.fulmar.market;

/**
 * Writes what a guard let through into a {@link Flow}. Streams of one market are told apart by their own times; here they become one, by when
 * we heard of them, so that an event made earlier than the one before takes that one's venue time. Marks and funding have no place in a flow.
 */
public final class FlowSink implements MarketSink {
    private final Flow flow;
    private final BarFold fold;
    private final MadeBars bars;
    private final long[] time = new long[1];
    private final long[] price = new long[1];
    private final long[] quantity = new long[1];
    private final Book told = new Book();
    private long venueLast = Long.MIN_VALUE;
    private long refused;

    /** Bars are made of the trades at the same time, and know of the gaps. */
    public FlowSink(Flow flow, BarFold fold, MadeBars bars) {
        this.flow = flow;
        this.fold = fold;
        this.bars = bars;
    }

    @Override
    public void trade(long venueTime, long receiveTime, long ticks, long lots, boolean buyerTook) {
        append(venueTime, receiveTime, (buyerTook ? Flow.BUY : Flow.SELL) | Flow.LAST, ticks, lots);
        time[0] = venueLast;
        price[0] = ticks;
        quantity[0] = lots;
        fold.take(time, price, quantity, 0, 1, bars);
    }

    @Override
    public void quote(long venueTime, long receiveTime, long bid, long bidLots, long ask, long askLots) {
        if (told.bestBid() != bid && told.bestBid() != Book.NO_BID) {
            change(venueTime, receiveTime, Flow.BID, told.bestBid(), 0);
        }
        change(venueTime, receiveTime, Flow.BID, bid, bidLots);
        if (told.bestAsk() != ask && told.bestAsk() != Book.NO_ASK) {
            change(venueTime, receiveTime, Flow.ASK, told.bestAsk(), 0);
        }
        change(venueTime, receiveTime, Flow.ASK, ask, askLots);
        flow.endMessage();
    }

    private void change(long venueTime, long receiveTime, int kind, long ticks, long lots) {
        told.take(kind, ticks, lots);
        append(venueTime, receiveTime, kind, ticks, lots);
    }

    @Override
    public void snapshot(long venueTime, long receiveTime) {
        append(venueTime, receiveTime, Flow.CLEAR, 0, 0);
    }

    @Override
    public void level(long venueTime, long receiveTime, boolean bid, long ticks, long lots, boolean last) {
        append(venueTime, receiveTime, (bid ? Flow.BID : Flow.ASK) | (last ? Flow.LAST : 0), ticks, lots);
    }

    @Override
    public void mark(long venueTime, long receiveTime, long ticks) {}

    @Override
    public void funding(long venueTime, long receiveTime, long rate, int scale, long nextTime) {}

    @Override
    public void gap(long from, long until, String reason) {
        append(Math.max(venueLast, from), until, Flow.GAP, 0, 0);
        fold.gap();
    }

    @Override
    public void refused(RefusedMessage message) {
        refused++;
    }

    private void append(long venueTime, long receiveTime, int kind, long ticks, long lots) {
        venueLast = Math.max(venueLast, venueTime);
        flow.append(venueLast, receiveTime, kind, ticks, lots);
    }

    /** How many messages were refused. */
    public long refused() {
        return refused;
    }
}
