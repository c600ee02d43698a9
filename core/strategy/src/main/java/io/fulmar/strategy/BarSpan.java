package io.fulmar.strategy;

/** Time counted in bars, which only those of one length allow. */
final class BarSpan {
    private BarSpan() {}

    /** When so many bars after this one are over; {@code nanos} is the length of each, 0 where they have no one length. */
    static long after(long openTime, long nanos, int bars) {
        if (nanos == 0) {
            throw new StrategyException("these bars have no one length, so nobody knows when some of them are over:"
                    + " what waits for a time or a number of bars needs bars of a timeframe");
        }
        return openTime + Math.multiplyExact(nanos, bars + 1L);
    }
}
