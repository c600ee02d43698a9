package io.fulmar.app.fulmar;

import io.fulmar.simulation.market.Candles;
import io.fulmar.simulation.market.OrderFlow;
import io.fulmar.simulation.market.SyntheticFunding;
import io.fulmar.simulation.market.SyntheticMarket;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.InstrumentFact;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.util.Map;
import java.util.TreeMap;

/** Makes one instrument's data and writes it; rows by the word of their kind. */
final class SynthFill {
    private final SynthRequest wanted;
    private final SyntheticListing listing;
    private final Scales scales;
    private final Map<String, Long> rows = new TreeMap<>();

    private SynthFill(SynthRequest wanted, SyntheticListing listing) {
        this.wanted = wanted;
        this.listing = listing;
        this.scales = Scales.of(listing.model().tick(), listing.lot());
    }

    /** How many rows of each kind it came to. */
    static Map<String, Long> make(SynthRequest wanted, SyntheticListing listing) {
        SynthFill fill = new SynthFill(wanted, listing);
        if (wanted.makes(SynthRequest.CANDLES) || wanted.makesFlow()) {
            Candles made = SyntheticMarket.of(listing.seed(), listing.model())
                    .bars(wanted.timeframe(), wanted.from(), wanted.count());
            if (wanted.makesFlow()) {
                fill.flow(OrderFlow.tradable(made));
            } else {
                fill.candles(made);
            }
        }
        if (wanted.makes(SynthRequest.FUNDING)) {
            fill.funding();
        }
        return fill.rows;
    }

    private DatasetWriter writer(Kind kind) {
        return wanted.lake().write(wanted.dataset(listing, kind), scales, wanted.compression());
    }

    private void flow(Candles made) {
        try (SynthTape tape = new SynthTape(wanted, listing, scales, made.timeframe())) {
            OrderFlow flow = OrderFlow.inside(listing.seed(), made, wanted.tradesPerBar());
            int some = (int) Math.max(1, SynthTape.TRADES_AT_ONCE / wanted.tradesPerBar());
            for (int bar = 0; bar < made.size(); bar += some) {
                tape.take(flow.next(some));
            }
            rows.putAll(tape.commit(wanted.until()));
        }
    }

    private void candles(Candles made) {
        double power = Math.pow(10, scales.price());
        try (DatasetWriter writer = writer(new Kind.Candles(wanted.timeframe()))) {
            Rows some = new Rows(writer.dataset().kind());
            for (int i = 0; i < made.size(); i++) {
                double close = made.closes()[i] / power;
                double volume = made.volumes()[i];
                some.candle(
                        made.openTimes()[i],
                        made.opens()[i] / power,
                        made.highs()[i] / power,
                        made.lows()[i] / power,
                        close,
                        volume,
                        volume * close);
                if (some.isFull()) {
                    writer.append(some);
                    some.clear();
                }
            }
            writer.append(some);
            commit(writer, made.size());
        }
    }

    private void funding() {
        try (DatasetWriter writer = writer(Kind.Events.FUNDING)) {
            Rows some = new Rows(Kind.Events.FUNDING);
            long count = 0;
            for (SyntheticFunding.Settlement each :
                    SyntheticFunding.of(listing.seed(), wanted.from(), wanted.until())) {
                some.funding(each.timeNanos(), (double) each.rate() / SyntheticFunding.DENOMINATOR, Double.NaN);
                count++;
                if (some.isFull()) {
                    writer.append(some);
                    some.clear();
                }
            }
            writer.append(some);
            writer.commit();
            rows.put(SynthRequest.FUNDING, count);
        }
    }

    private void commit(DatasetWriter writer, long count) {
        writer.tell(new InstrumentFact.Steps(wanted.from(), listing.model().tick(), listing.lot()));
        writer.commit();
        rows.put(SynthRequest.CANDLES, count);
    }
}
