package io.fulmar.market;

/**
 * Bars that a trade ends, not the clock. A bar opens with its first trade and is known with its last. Where the venue's clock does not tell
 * two bars apart, the later one's times are put forward by a nanosecond, so that times rise strictly.
 */
abstract sealed class TradeDriven extends BarFold permits CountFold, AmountFold, RangeFold, RenkoFold {
    final OpenBar bar = new OpenBar();
    private long openLast = Long.MIN_VALUE;
    private long closeLast = Long.MIN_VALUE;
    private long timeLast;
    private int next;

    @Override
    public final void take(long[] times, long[] ticks, long[] lots, int from, int to, MadeBars out) {
        if (from < to) {
            trades(times, ticks, lots, from, to, out);
            timeLast = times[to - 1];
        }
    }

    abstract void trades(long[] times, long[] ticks, long[] lots, int from, int to, MadeBars out);

    final void open(long time, long price) {
        bar.begin(Math.max(time, openLast + 1), price, next);
        openLast = bar.openTime;
        next = 0;
    }

    /** A trade came that belongs to no bar: a hole before it touches none. */
    final void pass() {
        next = 0;
    }

    final void close(long time, MadeBars out) {
        closeLast = Math.max(Math.max(time, bar.openTime), closeLast + 1);
        out.append(bar, closeLast);
        bar.nothing(0);
    }

    @Override
    public final void gap() {
        bar.flags |= MadeBars.GAP;
        if (bar.isEmpty()) {
            next = MadeBars.GAP;
        }
    }

    /** No clock ends such a bar. */
    @Override
    public void clock(long time, MadeBars out) {}

    @Override
    public void end(MadeBars out) {
        if (!bar.isEmpty()) {
            bar.flags |= MadeBars.UNFINISHED;
            close(timeLast, out);
        }
    }
}
