package io.fulmar.app.fulmar;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Exact;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.BarFold;
import io.fulmar.market.BarKind;
import io.fulmar.market.Book;
import io.fulmar.market.Flow;
import io.fulmar.market.MadeBars;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.InstrumentFact;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes the order flow of one instrument: its trades, its best prices, its book, and the candles that its trades make. */
final class SynthTape implements AutoCloseable {
    /** Some 15 events of 33 bytes each. */
    static final double TRADES_AT_ONCE = 50_000;

    /** Rows of one kind on their way into the lake. */
    private static final class Out {
        private final DatasetWriter writer;
        private final Rows rows;
        private long count;

        Out(DatasetWriter writer) {
            this.writer = writer;
            this.rows = new Rows(writer.dataset().kind());
        }

        /** Room for a row more. */
        Rows next() {
            if (rows.isFull()) {
                flush();
            }
            count++;
            return rows;
        }

        private void flush() {
            writer.append(rows);
            rows.clear();
        }
    }

    private final SynthRequest wanted;
    private final SyntheticListing listing;
    private final List<Out> outs = new ArrayList<>();
    private final Optional<Out> candles;
    private final Optional<Out> trades;
    private final Optional<Out> quotes;
    private final Optional<Out> books;
    private final double priceUnit;
    private final double lotUnit;
    private final Book book = new Book();
    private final BarFold fold;
    private final MadeBars bars = new MadeBars(1 << 10);
    private final long[] times = new long[1 << 10];
    private final long[] ticks = new long[1 << 10];
    private final long[] lots = new long[1 << 10];
    private int waiting;
    private long id;
    private long sequence;
    private long bid;
    private long bidLots;
    private long ask;
    private long askLots;

    SynthTape(SynthRequest wanted, SyntheticListing listing, Scales scales, Timeframe timeframe) {
        this.wanted = wanted;
        this.listing = listing;
        candles = out(SynthRequest.CANDLES, new Kind.Candles(timeframe), scales);
        trades = out("trades", Kind.Events.TRADES, scales);
        quotes = out("quotes", Kind.Events.QUOTES, scales);
        books = out("books", Kind.Events.BOOKS, scales);
        priceUnit = Exact.powerOfTen(scales.price());
        lotUnit = Exact.powerOfTen(scales.quantity());
        Instrument instrument = Instrument.of(
                1, wanted.venue(), listing.symbol(), listing.model().tick(), listing.lot(), Decimal.ONE);
        fold = BarFold.of(BarKind.parse(timeframe.toString()), instrument);
    }

    private Optional<Out> out(String word, Kind kind, Scales scales) {
        if (!wanted.makes(word)) return Optional.empty();
        Out out = new Out(wanted.lake().write(wanted.dataset(listing, kind), scales, wanted.compression()));
        outs.add(out);
        return Optional.of(out);
    }

    void take(Flow flow) {
        for (int i = 0; i < flow.size(); i++) {
            int kind = flow.kinds()[i];
            book.take(kind, flow.ticks()[i], flow.lots()[i]);
            if (flow.isTrade(i)) {
                trade(flow, i);
            }
            if (books.isPresent()) {
                books.get()
                        .next()
                        .book(
                                flow.venueTimes()[i],
                                flow.receiveTimes()[i],
                                kind,
                                flow.ticks()[i] / priceUnit,
                                flow.lots()[i] / lotUnit,
                                ++sequence);
            }
            if ((kind & Flow.LAST) != 0 && quotes.isPresent()) {
                quote(flow, i, quotes.get());
            }
        }
        bars();
    }

    private void trade(Flow flow, int event) {
        id++;
        trades.ifPresent(out -> out.next()
                .trade(
                        flow.venueTimes()[event],
                        flow.receiveTimes()[event],
                        flow.ticks()[event] / priceUnit,
                        flow.lots()[event] / lotUnit,
                        flow.kind(event) == Flow.BUY ? 1 : -1,
                        id));
        times[waiting] = flow.venueTimes()[event];
        ticks[waiting] = flow.ticks()[event];
        lots[waiting] = flow.lots()[event];
        if (++waiting == times.length) {
            bars();
        }
    }

    /** The best of both sides, when it has changed. */
    private void quote(Flow flow, int event, Out out) {
        long bestBid = book.bestBid();
        long bestAsk = book.bestAsk();
        if (bestBid == Book.NO_BID || bestAsk == Book.NO_ASK) {
            return;
        }
        long lotsBid = book.bidLots(bestBid);
        long lotsAsk = book.askLots(bestAsk);
        if (bestBid == bid && bestAsk == ask && lotsBid == bidLots && lotsAsk == askLots) {
            return;
        }
        bid = bestBid;
        ask = bestAsk;
        bidLots = lotsBid;
        askLots = lotsAsk;
        out.next()
                .quote(
                        flow.venueTimes()[event],
                        flow.receiveTimes()[event],
                        bid / priceUnit,
                        bidLots / lotUnit,
                        ask / priceUnit,
                        askLots / lotUnit);
    }

    private void bars() {
        fold.take(times, ticks, lots, 0, waiting, bars);
        waiting = 0;
        if (candles.isPresent()) {
            for (int i = 0; i < bars.size(); i++) {
                Rows rows = candles.get().next();
                rows.candle(
                        bars.openTimes()[i],
                        bars.opens()[i] / priceUnit,
                        bars.highs()[i] / priceUnit,
                        bars.lows()[i] / priceUnit,
                        bars.closes()[i] / priceUnit,
                        bars.lots()[i] / lotUnit,
                        bars.valueNearest(i) / priceUnit / lotUnit);
                rows.told(bars.trades()[i], bars.isComplete(i) ? 0 : Rows.INCOMPLETE);
            }
        }
        bars.clear();
    }

    /** The last bar is over at that time. How many rows of each kind there are. */
    Map<String, Long> commit(long until) {
        fold.clock(until, bars);
        bars();
        Map<String, Long> counts = new TreeMap<>();
        for (Out out : outs) {
            out.flush();
            out.writer.tell(
                    new InstrumentFact.Steps(wanted.from(), listing.model().tick(), listing.lot()));
            out.writer.commit();
            Kind kind = out.writer.dataset().kind();
            counts.put(kind instanceof Kind.Events ? kind.word() : SynthRequest.CANDLES, out.count);
        }
        return counts;
    }

    @Override
    public void close() {
        outs.forEach(out -> out.writer.close());
    }
}
