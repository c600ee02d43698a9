package io.fulmar.market;

/** Poorer flows made of richer ones, so that what a strategy does on each can be compared. */
public final class Thinned {
    private final Flow in;
    private final Flow out;
    private final Book book = new Book();
    private final Book told = new Book();

    private Thinned(Flow in, Flow out) {
        this.in = in;
        this.out = out;
    }

    /** The trades alone. */
    public static Flow trades(Flow flow) {
        var thin = new Thinned(flow, new Flow(Flow.Depth.TRADES, flow.size() / 4 + 16));
        for (int event = 0; event < flow.size(); event++) {
            thin.trade(event);
        }
        return thin.out;
    }

    /** The best bid and ask whenever they have changed at a message's end, and the trades. */
    public static Flow quotes(Flow flow) {
        var thin = new Thinned(flow, new Flow(Flow.Depth.QUOTES, flow.size() / 2 + 16));
        for (int event = 0; event < flow.size(); event++) {
            thin.book.take(flow.kinds()[event], flow.ticks()[event], flow.lots()[event]);
            thin.trade(event);
            if ((flow.kinds()[event] & Flow.LAST) != 0) {
                thin.quote(event);
            }
        }
        return thin.out;
    }

    private void trade(int event) {
        if (in.isTrade(event)) {
            append(event, in.kind(event) | Flow.LAST, in.ticks()[event], in.lots()[event]);
        }
    }

    private void quote(int event) {
        int before = out.size();
        long bid = book.bestBid();
        if (told.bestBid() != bid && told.bestBid() != Book.NO_BID) {
            change(event, Flow.BID, told.bestBid(), 0);
        }
        if (bid != Book.NO_BID && told.bidLots(bid) != book.bidLots(bid)) {
            change(event, Flow.BID, bid, book.bidLots(bid));
        }
        long ask = book.bestAsk();
        if (told.bestAsk() != ask && told.bestAsk() != Book.NO_ASK) {
            change(event, Flow.ASK, told.bestAsk(), 0);
        }
        if (ask != Book.NO_ASK && told.askLots(ask) != book.askLots(ask)) {
            change(event, Flow.ASK, ask, book.askLots(ask));
        }
        if (out.size() > before) {
            out.endMessage();
        }
    }

    private void change(int event, int kind, long ticks, long lots) {
        told.take(kind, ticks, lots);
        append(event, kind, ticks, lots);
    }

    private void append(int event, int kind, long ticks, long lots) {
        out.append(in.venueTimes()[event], in.receiveTimes()[event], kind, ticks, lots);
    }
}
