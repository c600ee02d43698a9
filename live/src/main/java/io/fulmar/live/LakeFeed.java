package io.fulmar.live;

import io.fulmar.domain.MarketDataEvent;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.MarketListener;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Replay;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.util.ArrayList;
import java.util.List;

/** Tells a listener what the rows of a replay say, in whole ticks and lots. Datasets of one symbol at one venue are one market. */
public final class LakeFeed {
    private final Replay replay;
    private final List<Market> markets = new ArrayList<>();
    private final FedStream[] streams;

    public LakeFeed(Replay replay) {
        this.replay = replay;
        streams = new FedStream[replay.streams()];
        for (int i = 0; i < streams.length; i++) {
            note(replay.dataset(i), replay.scales(i));
        }
        for (int i = 0; i < streams.length; i++) {
            int market = marketOf(replay.dataset(i));
            Scales scales = markets.get(market).scales();
            streams[i] = FedStream.of(market, replay.dataset(i).kind(), scales);
        }
    }

    private void note(Dataset dataset, Scales scales) {
        int known = marketOf(dataset);
        if (known < 0) {
            markets.add(new Market(dataset.venue(), dataset.symbol(), scales));
        } else {
            Market before = markets.get(known);
            markets.set(
                    known,
                    new Market(before.venue(), before.symbol(), before.scales().max(scales)));
        }
    }

    private int marketOf(Dataset dataset) {
        for (int i = 0; i < markets.size(); i++) {
            Market market = markets.get(i);
            if (market.venue().equals(dataset.venue()) && market.symbol().equals(dataset.symbol())) {
                return i;
            }
        }
        return -1;
    }

    /** The markets, by number; where a market's datasets differ in decimals, it has the most of them. */
    public List<Market> markets() {
        return List.copyOf(markets);
    }

    /** The number of the market that a stream belongs to. */
    public int market(int stream) {
        return streams[stream].market();
    }

    /** Tells the row at which the replay stands. */
    public void tell(MarketListener listener) {
        FedStream stream = streams[replay.stream()];
        Rows rows = replay.rows();
        switch (stream.kind()) {
            case Kind.Candles candles -> candle(stream, candles.timeframe(), rows, listener);
            case Kind.NamedBars _ -> throw new IllegalStateException("no replay has such bars");
            case Kind.Events events -> event(events, stream, rows, listener);
        }
    }

    private void event(Kind.Events events, FedStream of, Rows rows, MarketListener listener) {
        int i = replay.row();
        long heard = replay.heard();
        long time = rows.times()[i];
        switch (events) {
            case TRADES -> {
                long ticks = FedStream.whole(rows.numbers(2)[i], of.price());
                long lots = FedStream.whole(rows.numbers(3)[i], of.quantity());
                listener.trade(of.market(), time, heard, (int) rows.wholes(4)[i], ticks, lots, rows.wholes(5)[i]);
            }
            case QUOTES -> {
                long bid = FedStream.whole(rows.numbers(2)[i], of.price());
                long bidLots = FedStream.whole(rows.numbers(3)[i], of.quantity());
                long ask = FedStream.whole(rows.numbers(4)[i], of.price());
                listener.quote(
                        of.market(),
                        time,
                        heard,
                        bid,
                        bidLots,
                        ask,
                        FedStream.whole(rows.numbers(5)[i], of.quantity()));
            }
            case BOOKS -> {
                long ticks = FedStream.whole(rows.numbers(3)[i], of.price());
                long lots = FedStream.whole(rows.numbers(4)[i], of.quantity());
                listener.book(of.market(), time, heard, (int) rows.wholes(2)[i], ticks, lots, rows.wholes(5)[i]);
            }
            case FUNDING ->
                listener.funding(
                        of.market(),
                        heard,
                        FedStream.whole(rows.numbers(1)[i], of.rate()),
                        FedStream.whole(rows.numbers(2)[i], of.price()));
            case MARK ->
                listener.mark(
                        of.market(),
                        heard,
                        FedStream.whole(rows.numbers(1)[i], of.price()),
                        FedStream.whole(rows.numbers(2)[i], of.price()));
        }
    }

    private void candle(FedStream of, Timeframe timeframe, Rows rows, MarketListener listener) {
        int i = replay.row();
        listener.bar(
                replay.heard(),
                new MarketDataEvent.BarClosed(
                        of.market(),
                        timeframe,
                        rows.times()[i],
                        FedStream.whole(rows.numbers(1)[i], of.price()),
                        FedStream.whole(rows.numbers(2)[i], of.price()),
                        FedStream.whole(rows.numbers(3)[i], of.price()),
                        FedStream.whole(rows.numbers(4)[i], of.price()),
                        rows.numbers(5)[i]));
    }
}
