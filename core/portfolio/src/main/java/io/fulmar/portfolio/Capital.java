package io.fulmar.portfolio;

import io.fulmar.domain.Exact;
import io.fulmar.domain.Size;

/**
 * What competing signals of one moment share. Positions and waiting entries have theirs already; each accepted entry takes its cost, so
 * that together they never commit more than equity times leverage.
 */
public final class Capital {
    private long free;

    public Capital(long equity, long leveragePpm, long committed) {
        this.free = Math.subtractExact(Exact.percentOfFloor(Math.max(0, equity), leveragePpm), committed);
    }

    public long free() {
        return free;
    }

    public void commit(long cost) {
        free = Math.subtractExact(free, cost);
    }

    /** A seat's own part of equity. */
    public static long share(long equity, long sharePpm) {
        return sharePpm == Size.WHOLE ? equity : Exact.percentOfFloor(Math.max(0, equity), sharePpm);
    }
}
