package io.fulmar.live;

import io.fulmar.domain.MarketDataEvent;
import io.fulmar.market.BarKind;
import io.fulmar.market.BookWatch;
import io.fulmar.market.Flow;
import io.fulmar.market.Impossible;
import io.fulmar.market.MadeBars;
import io.fulmar.market.MarketListener;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where all that is heard of markets comes in, from feeds or from a replay: what cannot be is refused and counted, the rest is folded
 * into each market's book and bars and told on. Feed and replay go through the same lines, so that what was recorded does what it did.
 */
public final class MarketHub implements MarketListener {
    /** Hears of bars that the hub has made. */
    @FunctionalInterface
    public interface Bars {
        /** {@code kind} is the place of the bar's kind in the hub's list. The columns are valid during the call. */
        void made(int market, int kind, MadeBars bars, int bar);
    }

    private final HubMarket[] markets;
    private final MarketListener next;
    private final Bars bars;
    private long heard = Long.MIN_VALUE;

    /** {@code depths} says of each market how much of its book is told; bars of these kinds are made of each market's trades. */
    public MarketHub(
            List<Market> markets, List<Flow.Depth> depths, List<BarKind> kinds, MarketListener next, Bars bars) {
        this.markets = IntStream.range(0, markets.size())
                .mapToObj(i -> new HubMarket(markets.get(i), depths.get(i), kinds))
                .toArray(HubMarket[]::new);
        this.next = next;
        this.bars = bars;
    }

    @Override
    public void trade(int market, long venueTime, long time, int side, long ticks, long lots, long id) {
        heard = time;
        HubMarket of = markets[market];
        if (of.sieve.passesTrade(venueTime, time, ticks, lots)) {
            of.trade(venueTime, ticks, lots, market, bars);
            next.trade(market, venueTime, time, side, ticks, lots, id);
        }
    }

    @Override
    public void quote(int market, long venueTime, long time, long bid, long bidLots, long ask, long askLots) {
        heard = time;
        HubMarket of = markets[market];
        if (of.sieve.passesQuote(venueTime, time, bid, bidLots, ask, askLots)) {
            of.quote(time, bid, bidLots, ask, askLots);
            next.quote(market, venueTime, time, bid, bidLots, ask, askLots);
        }
    }

    @Override
    public void book(int market, long venueTime, long time, int kind, long ticks, long lots, long sequence) {
        heard = time;
        HubMarket of = markets[market];
        if (of.sieve.passesBook(venueTime, time, kind, ticks, lots)) {
            of.book(time, kind, ticks, lots);
            next.book(market, venueTime, time, kind, ticks, lots, sequence);
        }
    }

    @Override
    public void mark(int market, long time, long ticks, long index) {
        heard = time;
        if (markets[market].sieve.passesMark(time, ticks)) {
            next.mark(market, time, ticks, index);
        }
    }

    @Override
    public void funding(int market, long time, long rate, long ticks) {
        heard = time;
        if (markets[market].sieve.passesFunding(time, rate)) {
            next.funding(market, time, rate, ticks);
        }
    }

    @Override
    public void bar(long time, MarketDataEvent.BarClosed bar) {
        heard = time;
        next.bar(time, bar);
    }

    /** It is that time now and all trades before it have come: bars that end by the clock end. */
    public void clock(long now) {
        for (int i = 0; i < markets.length; i++) {
            markets[i].clock(now, i, bars);
        }
    }

    /** Nothing follows, ever: running bars are told as what they are. */
    public void end() {
        for (int i = 0; i < markets.length; i++) {
            markets[i].end(heard, i, bars);
        }
    }

    /** A market's book, and when it could not be trusted. */
    public BookWatch watch(int market) {
        return markets[market].watch;
    }

    /** How much was refused, by reason, over all markets. */
    public Map<Impossible, Long> refused() {
        Map<Impossible, Long> sum = new EnumMap<>(Impossible.class);
        for (HubMarket market : markets) {
            market.sieve.counts().forEach((why, count) -> sum.merge(why, count, Long::sum));
        }
        return sum;
    }
}
