package io.fulmar.market;

/**
 * Bars of so much quantity, or so much value: a bar ends with the trade that makes it full. A trade is never cut in two, so that a bar may
 * hold more.
 */
final class AmountFold extends TradeDriven {
    private final boolean lots;
    private final long high;
    private final long low;

    private AmountFold(boolean lots, long high, long low) {
        this.lots = lots;
        this.high = high;
        this.low = low;
    }

    static AmountFold ofLots(long lots) {
        return new AmountFold(true, 0, lots);
    }

    /** In ticks times lots, 128 bits. */
    static AmountFold ofValue(long high, long low) {
        return new AmountFold(false, high, low);
    }

    @Override
    void trades(long[] times, long[] ticks, long[] lotsOf, int from, int to, MadeBars out) {
        for (int at = from; at < to; at++) {
            if (bar.isEmpty()) {
                open(times[at], ticks[at]);
            }
            bar.trade(ticks[at], lotsOf[at]);
            boolean full = lots ? bar.lots >= low : Value.compare(bar.valueHigh, bar.valueLow, high, low) >= 0;
            if (full) {
                close(times[at], out);
            }
        }
    }
}
