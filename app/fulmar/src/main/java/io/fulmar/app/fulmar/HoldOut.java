package io.fulmar.app.fulmar;

import io.fulmar.market.Bars;
import io.fulmar.research.backtest.MarketData;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Markets without their last bars, which a search is not to see. */
final class HoldOut {
    private HoldOut() {}

    /** Without so many percent of its bars. */
    static MarketData without(MarketData market, BigDecimal percent) {
        if (percent.signum() == 0) return market;
        int kept = BigDecimal.valueOf(market.bars().size())
                .multiply(BigDecimal.valueOf(100).subtract(percent))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.FLOOR)
                .intValueExact();
        return first(market, kept);
    }

    /** Only what has closed by then. */
    static MarketData until(MarketData market, long time) {
        return first(market, market.bars().closingAfter(time, 0));
    }

    private static MarketData first(MarketData market, int kept) {
        Bars bars = market.bars();
        Bars seen = new Bars(
                bars.timeframe(),
                bars.openTimes(),
                bars.opens(),
                bars.highs(),
                bars.lows(),
                bars.closes(),
                bars.volumes(),
                kept);
        return new MarketData(
                market.instrument(),
                seen,
                market.rows(),
                market.missingBars(),
                market.missingRows(),
                market.roundedCells(),
                market.rowsDropped(),
                market.dataHash());
    }
}
