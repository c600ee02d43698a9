package io.fulmar.store.lake;

/** Bars that are not there between two that are. */
final class Gaps {
    private Gaps() {}

    /** From one bar to the next in nanoseconds; 0 for what has no regular times. */
    static long step(Kind kind) {
        return kind instanceof Kind.Candles candles ? candles.timeframe().nanos() : 0;
    }

    static long between(long earlier, long later, long step) {
        return step == 0 ? 0 : Math.max(0, (later - earlier) / step - 1);
    }

    static long within(long[] times, int from, int to, long step) {
        if (step == 0 || to - from < 2 || times[to - 1] - times[from] == (to - 1L - from) * step) {
            return 0;
        }
        long gaps = 0;
        for (int i = from + 1; i < to; i++) {
            gaps += between(times[i - 1], times[i], step);
        }
        return gaps;
    }
}
