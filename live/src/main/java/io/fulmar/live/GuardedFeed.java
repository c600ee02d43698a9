package io.fulmar.live;

import io.fulmar.domain.Instrument;
import io.fulmar.market.Book;
import io.fulmar.market.Flow;
import io.fulmar.market.MarketListener;
import io.fulmar.market.MarketSink;
import io.fulmar.market.RefusedMessage;
import java.util.function.Consumer;

/**
 * Tells a listener what a guard let through: ticks and lots become units of the instrument's decimals, gaps become events of the book, as
 * listeners know them. What had been recorded before is passed over, so that a capture can be read again after a crash.
 */
final class GuardedFeed implements MarketSink {
    private static final int MARKET = 0;

    /** How far each channel had been recorded. */
    record Before(RecordedUntil trades, RecordedUntil quotes, RecordedUntil books) {
        static final Before NOTHING = new Before(new RecordedUntil(), new RecordedUntil(), new RecordedUntil());
    }

    private final MarketListener listener;
    private final Before before;
    private final Consumer<RefusedMessage> refusals;
    private final long tickUnits;
    private final long lotUnits;

    private final Book book = new Book();

    /** The number of the message that is at the guard. */
    private long number;

    private boolean traded;
    private long venueLast = Long.MIN_VALUE;
    private long bookTime = Long.MIN_VALUE;
    private long bookNumber;
    private long rows;
    private long knownRows;
    private long gaps;

    GuardedFeed(Instrument instrument, Before before, MarketListener listener, Consumer<RefusedMessage> refusals) {
        this.listener = listener;
        this.before = before;
        this.refusals = refusals;
        tickUnits = instrument.tick().normalized().mantissa();
        lotUnits = instrument.lot().normalized().mantissa();
    }

    void number(long now) {
        number = now;
    }

    private boolean isNew(RecordedUntil until, long time, long rowNumber) {
        boolean known = until.has(time, rowNumber);
        rows++;
        knownRows += known ? 1 : 0;
        return !known;
    }

    @Override
    public void trade(long venueTime, long receiveTime, long ticks, long lots, boolean buyerTook) {
        venueLast = venueTime;
        if (!traded && before.trades.misses(number)) {
            gap(receiveTime - 1, receiveTime, "trades are missing behind the recorded ones");
        }
        traded = true;
        if (isNew(before.trades, venueTime, number)) {
            int side = buyerTook ? 1 : -1;
            listener.trade(MARKET, venueTime, receiveTime, side, ticks * tickUnits, lots * lotUnits, number);
        }
    }

    @Override
    public void quote(long venueTime, long receiveTime, long bid, long bidLots, long ask, long askLots) {
        venueLast = venueTime;
        if (isNew(before.quotes, venueTime, 0)) {
            long bidUnits = bid * tickUnits;
            long askUnits = ask * tickUnits;
            listener.quote(MARKET, venueTime, receiveTime, bidUnits, bidLots * lotUnits, askUnits, askLots * lotUnits);
        }
    }

    @Override
    public void snapshot(long venueTime, long receiveTime) {
        bookNumber = number;
        book.clear();
        book(venueTime, receiveTime, Flow.CLEAR, 0, 0);
    }

    @Override
    public void level(long venueTime, long receiveTime, boolean bid, long ticks, long lots, boolean last) {
        bookNumber = number;
        int kind = (bid ? Flow.BID : Flow.ASK) | (last ? Flow.LAST : 0);
        book.take(kind, ticks * tickUnits, lots * lotUnits);
        book(venueTime, receiveTime, kind, ticks * tickUnits, lots * lotUnits);
    }

    /** A gap of trades may stand in the book's channel already; nothing of the book may stand before it. */
    private void book(long venueTime, long receiveTime, int kind, long ticks, long lots) {
        bookTime = Math.max(bookTime, venueTime);
        if (isNew(before.books, bookTime, bookNumber)) {
            listener.book(MARKET, bookTime, receiveTime, kind, ticks, lots, bookNumber);
        }
    }

    /** After a gap of something else: whoever heard of it trusts no book until the next whole one, and here it is known. */
    void tellBook(long receiveTime) {
        book(bookTime, receiveTime, Flow.CLEAR, 0, 0);
        for (long bid = book.bestBid(); bid != Book.NO_BID; bid = book.bidBelow(bid)) {
            book(bookTime, receiveTime, Flow.BID, bid, book.bidLots(bid));
        }
        for (long ask = book.bestAsk(); ask != Book.NO_ASK; ask = book.askAbove(ask)) {
            book(bookTime, receiveTime, Flow.ASK, ask, book.askLots(ask));
        }
        // said again, because a message must end
        boolean bids = book.bestBid() != Book.NO_BID;
        long price = bids ? book.bestBid() : book.bestAsk();
        if (bids || price != Book.NO_ASK) {
            long lots = bids ? book.bidLots(price) : book.askLots(price);
            book(bookTime, receiveTime, (bids ? Flow.BID : Flow.ASK) | Flow.LAST, price, lots);
        }
    }

    @Override
    public void mark(long venueTime, long receiveTime, long ticks) {
        listener.mark(MARKET, receiveTime, ticks * tickUnits, MarketListener.UNKNOWN);
    }

    @Override
    public void funding(long venueTime, long receiveTime, long rate, int scale, long nextTime) {
        // what will be paid is no settlement, and only those are recorded
    }

    /** Where it stands in the book's channel says no more than that it came behind what is before it. */
    @Override
    public void gap(long from, long until, String reason) {
        if (from >= until) {
            return; // the end of a silence that ended at once
        }
        gaps++;
        book(bookTime == Long.MIN_VALUE ? Math.min(venueLast, until) : bookTime, until, Flow.GAP | Flow.LAST, 0, 0);
    }

    @Override
    public void refused(RefusedMessage message) {
        refusals.accept(message);
    }

    /** Told and known ones. */
    long rows() {
        return rows;
    }

    long knownRows() {
        return knownRows;
    }

    long gaps() {
        return gaps;
    }
}
