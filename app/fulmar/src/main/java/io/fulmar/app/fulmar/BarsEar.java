package io.fulmar.app.fulmar;

import io.fulmar.domain.MarketDataEvent;
import io.fulmar.market.MarketListener;
import java.util.function.Consumer;

/** Tells everything on, and the bars to somebody else too. */
record BarsEar(MarketListener next, Consumer<MarketDataEvent.BarClosed> bars) implements MarketListener {
    @Override
    public void trade(int market, long venueTime, long heard, int side, long ticks, long lots, long id) {
        next.trade(market, venueTime, heard, side, ticks, lots, id);
    }

    @Override
    public void quote(int market, long venueTime, long heard, long bid, long bidLots, long ask, long askLots) {
        next.quote(market, venueTime, heard, bid, bidLots, ask, askLots);
    }

    @Override
    public void book(int market, long venueTime, long heard, int kind, long ticks, long lots, long sequence) {
        next.book(market, venueTime, heard, kind, ticks, lots, sequence);
    }

    @Override
    public void mark(int market, long heard, long ticks, long index) {
        next.mark(market, heard, ticks, index);
    }

    @Override
    public void funding(int market, long heard, long rate, long ticks) {
        next.funding(market, heard, rate, ticks);
    }

    @Override
    public void bar(long heard, MarketDataEvent.BarClosed bar) {
        next.bar(heard, bar);
        bars.accept(bar);
    }
}
