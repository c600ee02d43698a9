package io.fulmar.engine;

import io.fulmar.domain.Exact;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.RunEvent;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import io.fulmar.market.Book;
import io.fulmar.market.Darkness;
import io.fulmar.market.Flow;
import io.fulmar.market.TradeBars;
import io.fulmar.strategy.BookView;
import io.fulmar.strategy.TradeView;
import java.util.List;

/** One market event by event, as a desk reads it at its own times: the flow, the book as known here, and the bars made of its trades. */
public final class FlowTape {
    final Tape tape;
    final Flow flow;
    final Book book = new Book();
    final TradeBars building;
    final TradeView trade;
    final BookView view;
    final List<Darkness> dark;
    private final Bars bars;

    /** Where the grid of bars puts the end of the running one. */
    long barEnd = Long.MAX_VALUE;

    long lastTrade;

    private long topBid;
    private long topAsk;
    private long topBidLots;
    private long topAskLots;

    /** {@code dark} tells when the flow's book is not known; its events are marked. There is room for so many bars, and for more. */
    public FlowTape(Instrument instrument, Flow flow, Timeframe timeframe, int room, List<Darkness> dark) {
        this.flow = flow;
        this.dark = List.copyOf(dark);
        this.bars = new Bars(timeframe, room + 1);
        this.tape = new Tape(instrument, bars);
        this.building = new TradeBars(
                bars,
                instrument.lot().mantissa(),
                Exact.powerOfTen(instrument.lot().scale()));
        this.trade = new TradeView(instrument);
        this.view = new BookView(instrument, book);
    }

    /** The bar that holds the time begins the grid anew. */
    void barAt(long venueTime) {
        Timeframe timeframe = bars.timeframe();
        barEnd = timeframe.floor(venueTime) + timeframe.nanos();
    }

    /** What the desk reckons with between bars: the last trade, else the middle of the book. */
    void refer(long time) {
        long price = lastTrade;
        if (price == 0 && book.twoSided()) {
            price = (book.bestBid() + book.bestAsk()) >>> 1;
        }
        if (price > 0) {
            tape.refer(price, time, book.bestBid(), book.bestAsk() == Book.NO_ASK ? 0 : book.bestAsk());
        }
    }

    /** Market data by reference: the journal names it; {@code hash} says what of the market there is, too. */
    public void name(Desk desk, String hash) {
        int size = flow.size();
        desk.record(new RunEvent.DataSet(
                tape.instrument.id(),
                bars.timeframe(),
                hash,
                size == 0 ? 0 : flow.receiveTimes()[0],
                size == 0 ? 0 : flow.receiveTimes()[size - 1],
                size));
    }

    /** The market as the rest of the desk knows it. */
    public Tape tape() {
        return tape;
    }

    /** Whether the best prices or what is there are others than when this was asked last. */
    boolean topChanged() {
        long bid = book.bestBid();
        long ask = book.bestAsk();
        long bidLots = book.bidLots(bid);
        long askLots = book.askLots(ask);
        if (bid == topBid && ask == topAsk && bidLots == topBidLots && askLots == topAskLots) {
            return false;
        }
        topBid = bid;
        topAsk = ask;
        topBidLots = bidLots;
        topAskLots = askLots;
        return true;
    }
}
