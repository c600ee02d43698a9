package io.fulmar.live;

import io.fulmar.domain.MarketDataEvent;
import io.fulmar.market.MarketListener;
import java.util.ArrayList;
import java.util.List;

/** Writes down what it is told. */
final class Told implements MarketListener {
    final List<String> lines = new ArrayList<>();

    @Override
    public void trade(int market, long venueTime, long heard, int side, long ticks, long lots, long id) {
        lines.add("trade %d %d %d %d %d %d %d".formatted(market, venueTime, heard, side, ticks, lots, id));
    }

    @Override
    public void quote(int market, long venueTime, long heard, long bid, long bidLots, long ask, long askLots) {
        lines.add("quote %d %d %d %d %d %d %d".formatted(market, venueTime, heard, bid, bidLots, ask, askLots));
    }

    @Override
    public void book(int market, long venueTime, long heard, int kind, long ticks, long lots, long sequence) {
        lines.add("book %d %d %d %d %d %d %d".formatted(market, venueTime, heard, kind, ticks, lots, sequence));
    }

    @Override
    public void mark(int market, long heard, long ticks, long index) {
        lines.add("mark %d %d %d %d".formatted(market, heard, ticks, index));
    }

    @Override
    public void funding(int market, long heard, long rate, long ticks) {
        lines.add("funding %d %d %d %d".formatted(market, heard, rate, ticks));
    }

    @Override
    public void bar(long heard, MarketDataEvent.BarClosed bar) {
        lines.add("bar %d %s".formatted(heard, bar));
    }
}
