package io.fulmar.market;

/** Bars of time. A bar without a trade is not there. A bar is over when a trade of a later one comes, or when the clock says so. */
final class TimeFold extends BarFold {
    private final Grid grid;
    private final OpenBar bar = new OpenBar();

    /** When the running bar ends, or the hole between sessions; before the first trade, at once. */
    private long until = Long.MIN_VALUE;

    private boolean shut;
    private boolean begun;
    private int next;
    private long outside;

    TimeFold(Grid grid) {
        this.grid = grid;
    }

    @Override
    public void take(long[] times, long[] ticks, long[] lots, int from, int to, MadeBars out) {
        int at = from;
        while (at < to) {
            if (times[at] >= until) {
                begin(times[at], ticks[at], out);
            }
            int end = reach(times, at, to, until);
            if (shut) {
                outside += end - at;
            } else {
                bar.trades(ticks, lots, at, end);
            }
            next = 0;
            at = end;
        }
    }

    /** The first from there on that is not before a time: found in steps that double, since it is often near. */
    static int reach(long[] times, int from, int to, long until) {
        if (times[to - 1] < until) {
            return to;
        }
        int low = from;
        int step = 1;
        while (low + step < to && times[low + step] < until) {
            low += step;
            step <<= 1;
        }
        int high = Math.min(to - 1, low + step);
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (times[middle] < until) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private void begin(long time, long price, MadeBars out) {
        finish(out);
        shut = !grid.moveTo(time);
        until = grid.until;
        if (!shut) {
            bar.begin(grid.from, price, next | (begun || time == grid.from ? 0 : MadeBars.LATE));
        }
        begun = true;
    }

    private void finish(MadeBars out) {
        if (!bar.isEmpty()) {
            out.append(bar, until);
            bar.nothing(0);
        }
    }

    @Override
    public void gap() {
        bar.flags |= MadeBars.GAP;
        next = MadeBars.GAP;
    }

    /** What comes late for a bar that is over by the clock belongs to none. */
    @Override
    public void clock(long time, MadeBars out) {
        if (time >= until && !bar.isEmpty()) {
            finish(out);
            shut = true;
        }
    }

    @Override
    public void end(MadeBars out) {
        bar.flags |= MadeBars.UNFINISHED;
        finish(out);
        until = Long.MIN_VALUE;
    }

    @Override
    public long outside() {
        return outside;
    }

    boolean isEmpty() {
        return bar.isEmpty();
    }

    /** When the running bar ends. */
    long until() {
        return until;
    }
}
