package io.fulmar.live;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.market.BarFold;
import io.fulmar.market.BarKind;
import io.fulmar.market.Book;
import io.fulmar.market.BookWatch;
import io.fulmar.market.Flow;
import io.fulmar.market.MadeBars;
import java.util.List;

/** One market as the hub folds it: what is refused, its book, its bars. */
final class HubMarket {
    final Sieve sieve = new Sieve();
    final BookWatch watch;
    private final boolean whole;
    private final List<BarFold> folds;
    private final MadeBars made = new MadeBars(16);
    private final long[] time = new long[1];
    private final long[] ticks = new long[1];
    private final long[] lots = new long[1];
    private long bid = Book.NO_BID;
    private long ask = Book.NO_ASK;

    HubMarket(Market market, Flow.Depth depth, List<BarKind> bars) {
        Decimal tick = Decimal.of(1, market.scales().price());
        Decimal lot = Decimal.of(1, market.scales().quantity());
        Instrument instrument = Instrument.of(1, market.venue(), market.symbol(), tick, lot, Decimal.ONE);
        watch = new BookWatch(depth);
        whole = depth == Flow.Depth.BOOK;
        folds = bars.stream().map(kind -> BarFold.of(kind, instrument)).toList();
    }

    void trade(long venueTime, long price, long quantity, int market, MarketHub.Bars audience) {
        time[0] = venueTime;
        ticks[0] = price;
        lots[0] = quantity;
        for (int i = 0; i < folds.size(); i++) {
            folds.get(i).take(time, ticks, lots, 0, 1, made);
            if (!made.isEmpty()) {
                tell(market, i, audience);
            }
        }
    }

    private void tell(int market, int fold, MarketHub.Bars audience) {
        for (int bar = 0; bar < made.size(); bar++) {
            audience.made(market, fold, made, bar);
        }
        made.clear();
    }

    /** A book of one level a side, where no deeper one is told. */
    void quote(long heard, long newBid, long bidLots, long newAsk, long askLots) {
        if (whole) {
            return;
        }
        if (bid != Book.NO_BID && bid != newBid) {
            watch.take(heard, Flow.BID, bid, 0);
        }
        if (ask != Book.NO_ASK && ask != newAsk) {
            watch.take(heard, Flow.ASK, ask, 0);
        }
        bid = bidLots > 0 ? newBid : Book.NO_BID;
        ask = askLots > 0 ? newAsk : Book.NO_ASK;
        if (bidLots > 0) {
            watch.take(heard, Flow.BID, newBid, bidLots);
        }
        if (askLots > 0) {
            watch.take(heard, Flow.ASK, newAsk, askLots);
        }
    }

    void book(long heard, int kind, long price, long quantity) {
        if ((kind & Flow.KIND_MASK) == Flow.GAP) {
            folds.forEach(BarFold::gap);
        }
        if (whole) {
            watch.take(heard, kind, price, quantity);
        }
    }

    void clock(long now, int market, MarketHub.Bars audience) {
        for (int i = 0; i < folds.size(); i++) {
            folds.get(i).clock(now, made);
            tell(market, i, audience);
        }
    }

    void end(long now, int market, MarketHub.Bars audience) {
        watch.end(now);
        for (int i = 0; i < folds.size(); i++) {
            folds.get(i).end(made);
            tell(market, i, audience);
        }
    }
}
