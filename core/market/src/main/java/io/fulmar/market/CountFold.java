package io.fulmar.market;

/** Bars of so many trades. */
final class CountFold extends TradeDriven {
    private final int count;

    CountFold(int count) {
        this.count = count;
    }

    @Override
    void trades(long[] times, long[] ticks, long[] lots, int from, int to, MadeBars out) {
        int at = from;
        while (at < to) {
            if (bar.isEmpty()) {
                open(times[at], ticks[at]);
            }
            int until = Math.min(to, at + count - bar.trades);
            bar.trades(ticks, lots, at, until);
            at = until;
            if (bar.trades == count) {
                close(times[at - 1], out);
            }
        }
    }
}
