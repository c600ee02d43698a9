package io.fulmar.market;

import io.fulmar.domain.Timeframe;

/**
 * Makes bars of trades, by the venue's time. A bar without a trade is not there. Volumes are summed in whole lots and become a quantity
 * once, so that no order of adding matters.
 */
public final class TradeBars {
    private final long nanos;
    private final Timeframe timeframe;
    private final Bars out;
    private final double lotMantissa;
    private final double lotDivisor;

    private long openTime;
    private long endTime = Long.MIN_VALUE;
    private long open;
    private long high;
    private long low;
    private long close;
    private long lots;

    /** A quantity is {@code lots x lotMantissa / lotDivisor}. Finished bars go into {@code out}. */
    public TradeBars(Bars out, long lotMantissa, long lotDivisor) {
        this.out = out;
        this.timeframe = out.timeframe();
        this.nanos = timeframe.nanos();
        this.lotMantissa = lotMantissa;
        this.lotDivisor = lotDivisor;
    }

    /** When the running bar ends; before the first trade, never. */
    public long endTime() {
        return lots == 0 ? Long.MAX_VALUE : endTime;
    }

    /** A trade of the running bar, or the first of a new one: whoever calls has finished what ended before. */
    public void take(long time, long ticks, long quantity) {
        if (lots == 0) {
            openTime = timeframe.floor(time);
            endTime = openTime + nanos;
            open = ticks;
            high = ticks;
            low = ticks;
        }
        high = Math.max(high, ticks);
        low = Math.min(low, ticks);
        close = ticks;
        lots = Math.addExact(lots, quantity);
    }

    /** Appends the running bar, if there is one. */
    public boolean finish() {
        if (lots == 0) {
            return false;
        }
        out.append(openTime, open, high, low, close, lots * lotMantissa / lotDivisor);
        lots = 0;
        return true;
    }

    /** All bars of a flow, the last one included. */
    public static Bars of(Flow flow, Timeframe timeframe, long lotMantissa, long lotDivisor) {
        var bars = new Bars(timeframe, 16);
        var building = new TradeBars(bars, lotMantissa, lotDivisor);
        for (int event = 0; event < flow.size(); event++) {
            if (flow.isTrade(event)) {
                long time = flow.venueTimes()[event];
                if (time >= building.endTime()) {
                    building.finish();
                }
                building.take(time, flow.ticks()[event], flow.lots()[event]);
            }
        }
        building.finish();
        return bars;
    }
}
