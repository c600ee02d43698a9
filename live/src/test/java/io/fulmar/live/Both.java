package io.fulmar.live;

import io.fulmar.domain.MarketDataEvent;
import io.fulmar.market.MarketListener;

/** Tells two what it is told, one after the other. */
record Both(MarketListener first, MarketListener second) implements MarketListener {
    @Override
    public void trade(int market, long venueTime, long heard, int side, long ticks, long lots, long id) {
        first.trade(market, venueTime, heard, side, ticks, lots, id);
        second.trade(market, venueTime, heard, side, ticks, lots, id);
    }

    @Override
    public void quote(int market, long venueTime, long heard, long bid, long bidLots, long ask, long askLots) {
        first.quote(market, venueTime, heard, bid, bidLots, ask, askLots);
        second.quote(market, venueTime, heard, bid, bidLots, ask, askLots);
    }

    @Override
    public void book(int market, long venueTime, long heard, int kind, long ticks, long lots, long sequence) {
        first.book(market, venueTime, heard, kind, ticks, lots, sequence);
        second.book(market, venueTime, heard, kind, ticks, lots, sequence);
    }

    @Override
    public void mark(int market, long heard, long ticks, long index) {
        first.mark(market, heard, ticks, index);
        second.mark(market, heard, ticks, index);
    }

    @Override
    public void funding(int market, long heard, long rate, long ticks) {
        first.funding(market, heard, rate, ticks);
        second.funding(market, heard, rate, ticks);
    }

    @Override
    public void bar(long heard, MarketDataEvent.BarClosed bar) {
        first.bar(heard, bar);
        second.bar(heard, bar);
    }
}
