package io.fulmar.market;

/** Bars of one height: a bar ends with the trade that puts its high and its low so far apart, or farther. No price is invented. */
final class RangeFold extends TradeDriven {
    private final StepTicks step;
    private long range;

    RangeFold(StepTicks step) {
        this.step = step;
    }

    @Override
    void trades(long[] times, long[] ticks, long[] lots, int from, int to, MadeBars out) {
        for (int at = from; at < to; at++) {
            if (bar.isEmpty()) {
                open(times[at], ticks[at]);
                range = step.at(ticks[at]);
            }
            bar.trade(ticks[at], lots[at]);
            if (bar.high - bar.low >= range) {
                close(times[at], out);
            }
        }
    }
}
