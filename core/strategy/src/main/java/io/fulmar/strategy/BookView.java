package io.fulmar.strategy;

import io.fulmar.domain.Instrument;
import io.fulmar.market.Book;

/**
 * The order book as we know it: valid during the call; {@link #keep} makes a record of its best prices. Of quotes only the best level of
 * each side is known. Prices come in units and, for exact work, in ticks.
 */
public final class BookView {
    private final Scale scale;
    private final Book book;
    private long time;
    private long receivedAt;

    public BookView(Instrument instrument, Book book) {
        this.scale = new Scale(instrument);
        this.book = book;
    }

    /** Only the engine moves it. */
    public void moveTo(long venueTime, long receiveTime) {
        time = venueTime;
        receivedAt = receiveTime;
    }

    /** When the venue changed it last, UTC nanoseconds. */
    public long time() {
        return time;
    }

    /** When we heard of that. */
    public long receivedAt() {
        return receivedAt;
    }

    /** Whether both sides have a price. */
    public boolean twoSided() {
        return book.twoSided();
    }

    /** The best bid; NaN when nobody bids. */
    public double bid() {
        return book.bestBid() == Book.NO_BID ? Double.NaN : scale.price(book.bestBid());
    }

    /** The best ask; NaN when nobody asks. */
    public double ask() {
        return book.bestAsk() == Book.NO_ASK ? Double.NaN : scale.price(book.bestAsk());
    }

    public double mid() {
        return (bid() + ask()) / 2;
    }

    public double bidQuantity() {
        return scale.quantity(book.bidLots(book.bestBid()));
    }

    public double askQuantity() {
        return scale.quantity(book.askLots(book.bestAsk()));
    }

    /** Zero when nobody bids. */
    public long bidTicks() {
        return book.bestBid();
    }

    /** {@link Long#MAX_VALUE} when nobody asks. */
    public long askTicks() {
        return book.bestAsk();
    }

    public long bidLots(long ticks) {
        return book.bidLots(ticks);
    }

    public long askLots(long ticks) {
        return book.askLots(ticks);
    }

    /** The next bid level below that price; zero when there is none. */
    public long bidBelow(long ticks) {
        return book.bidBelow(ticks);
    }

    /** The next ask level above that price; {@link Long#MAX_VALUE} when there is none. */
    public long askAbove(long ticks) {
        return book.askAbove(ticks);
    }

    public double price(long ticks) {
        return scale.price(ticks);
    }

    public Quote keep() {
        return new Quote(time, receivedAt, bid(), bidQuantity(), ask(), askQuantity());
    }
}
