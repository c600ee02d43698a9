package io.fulmar.simulation.market;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Timeframe;

/**
 * Columns of synthetic bars, oldest first: times in nanoseconds since 1970 UTC, prices in ticks, volumes with three decimals. The
 * arrays are handed over, not copied, and have equal length.
 */
@SuppressWarnings("ArrayRecordComponent") // columns for whoever made them; nobody compares candles
public record Candles(
        Timeframe timeframe,
        Decimal tick,
        long[] openTimes,
        long[] opens,
        long[] highs,
        long[] lows,
        long[] closes,
        double[] volumes) {

    public int size() {
        return openTimes.length;
    }
}
