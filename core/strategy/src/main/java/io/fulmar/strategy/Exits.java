package io.fulmar.strategy;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Side;
import java.util.Arrays;

/** When positions of one seat ended, by each cause, and how the last of them did. */
final class Exits {
    static final long NEVER = Long.MIN_VALUE / 2;

    private final long[] bars = never();
    private final long[] times = never();
    private long ticks;
    private Side side = Side.BUY;
    private Cause cause = Cause.SIGNAL;

    /** A place for each cause's code. */
    private static long[] never() {
        long[] times = new long[Cause.CODE_MAX + 1];
        Arrays.fill(times, NEVER);
        return times;
    }

    /** A position of that side ended at that price, at that bar of the market. */
    void add(Cause by, Side of, long at, long bar, long time) {
        cause = by;
        side = of;
        ticks = at;
        bars[by.code()] = bar;
        times[by.code()] = time;
    }

    boolean any() {
        return ticks != 0;
    }

    long bar(Cause by) {
        return bars[by.code()];
    }

    long time(Cause by) {
        return times[by.code()];
    }

    /** The last exit's. */
    long ticks() {
        return ticks;
    }

    Side side() {
        return side;
    }

    Cause cause() {
        return cause;
    }
}
