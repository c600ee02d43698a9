package io.fulmar.research.backtest;

import io.fulmar.domain.Exact;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.BookWatch;
import io.fulmar.market.Darkness;
import io.fulmar.market.Flow;
import io.fulmar.market.TradeBars;
import java.util.List;

/**
 * The events of one instrument as a run sees them, and the bars made of its trades.
 *
 * @param data the bars, under the flow's hash
 * @param dark when the book was not known; its events are marked
 * @param darkCount how often, also beyond those that are listed
 */
public record MarketFlow(MarketData data, Flow flow, List<Darkness> dark, long darkCount) {
    public MarketFlow {
        dark = List.copyOf(dark);
    }

    /** Watches the flow, makes its bars and its hash. {@code rows} is how many rows the file had. */
    public static MarketFlow of(Instrument instrument, Flow flow, Timeframe timeframe, long rows) {
        var watch = BookWatch.over(flow);
        if (!flow.isEmpty()) {
            watch.end(flow.receiveTimes()[flow.size() - 1]);
        }
        var bars = TradeBars.of(
                flow,
                timeframe,
                instrument.lot().mantissa(),
                Exact.powerOfTen(instrument.lot().scale()));
        var data = new MarketData(instrument, bars, rows, 0, 0, 0, 0, FlowHash.of(instrument, flow));
        return new MarketFlow(data, flow, watch.told(), watch.count());
    }

    public Instrument instrument() {
        return data.instrument();
    }
}
