package io.fulmar.engine;

import io.fulmar.market.Book;
import io.fulmar.market.Flow;
import io.fulmar.market.TradeBars;
import io.fulmar.strategy.BookView;
import io.fulmar.strategy.Seat;
import io.fulmar.strategy.Strategy;
import io.fulmar.strategy.TradeView;

/**
 * The loop over the events of a flow, and the only caller of what a strategy hears of them. Each strategy class gets a hidden copy of this
 * class, for the reason that {@link Loop} gives; like it, this class is top-level, small and without static state.
 */
final class FlowLoop implements FlowRunner {
    @Override
    public int run(FlowTape market, FlowPlace seated, int from, long until) {
        Strategy<?> strategy = seated.place.strategy;
        Seat seat = seated.place.seat;
        Flow flow = market.flow;
        long[] venueTimes = flow.venueTimes();
        long[] receiveTimes = flow.receiveTimes();
        byte[] kinds = flow.kinds();
        long[] ticks = flow.ticks();
        long[] lots = flow.lots();
        int size = flow.size();
        Book book = market.book;
        TradeBars building = market.building;
        BookView view = market.view;
        TradeView trade = market.trade;
        boolean trades = seated.hearsTrades && seated.asked();
        boolean books = seated.hearsBooks && seated.asked();
        boolean quotes = seated.hearsQuotes && seated.asked();
        long end = market.barEnd;
        int event = from;
        while (event < size) {
            long received = receiveTimes[event];
            long made = venueTimes[event];
            if (received > until || made >= end) {
                break;
            }
            int kind = kinds[event];
            int what = kind & Flow.KIND_MASK;
            long price = ticks[event];
            long quantity = lots[event];
            event++;
            if (what == Flow.BID) {
                book.bid(price, quantity);
            } else if (what == Flow.ASK) {
                book.ask(price, quantity);
            } else if (what == Flow.BUY || what == Flow.SELL) {
                building.take(made, price, quantity);
                market.lastTrade = price;
                if (trades) {
                    trade.moveTo(made, received, what == Flow.BUY, price, quantity);
                    strategy.onTrade(trade);
                    if (seat.spokeOfOrders()) {
                        break;
                    }
                }
                continue;
            } else if (what == Flow.CLEAR) {
                book.clear();
            }
            if ((books || quotes) && (kind & (Flow.LAST | Flow.DARK)) == Flow.LAST) {
                view.moveTo(made, received);
                show(market, strategy, quotes, books);
                if (seat.spokeOfOrders()) {
                    break;
                }
            }
        }
        return event;
    }

    /** A message has changed the book. */
    private static void show(FlowTape market, Strategy<?> strategy, boolean quotes, boolean books) {
        if (quotes && market.topChanged()) {
            strategy.onQuote(market.view);
        }
        if (books) {
            strategy.onBook(market.view);
        }
    }

    @Override
    public void timer(FlowPlace seated, long time) {
        seated.place.strategy.onTimer(time);
    }

    @Override
    public void bar(FlowPlace seated) {
        seated.place.strategy.onBar(seated.place.tape.bar());
    }
}
