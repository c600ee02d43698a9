package io.fulmar.market;

import io.fulmar.domain.Timeframe;

/**
 * Folds finer bars into coarser ones on UTC boundaries. A block of one bar is the live case; blocks of any split give the same bars.
 *
 * <p>A coarser bar is finished by the finer bar that reaches its end, or, when that one is missing, by the first one of a later bar.
 * The first bar is dropped unless the data begins at its boundary: nobody knows what came before. The last one stays pending until
 * something finishes it, be it only {@link #end}.
 */
public final class TimeBars {
    private final Timeframe finer;
    private final Timeframe coarser;

    private long openTime;
    private long endTime = Long.MIN_VALUE;
    private long open;
    private long high;
    private long low;
    private long close;
    private double volume;
    private long timeLast = Long.MIN_VALUE;
    private boolean dropping;
    private int pending;
    private int dropped;

    public TimeBars(Timeframe finer, Timeframe coarser) {
        if (!finer.divides(coarser)) {
            throw new IllegalArgumentException(
                    "bars of " + coarser + " cannot be made of bars of " + finer + ": it does not divide them");
        }
        this.finer = finer;
        this.coarser = coarser;
    }

    /** Everything at once; a last bar that nothing finished is left out. */
    public static Bars fold(Bars bars, Timeframe coarser) {
        int ratio = (int)
                Math.min(Integer.MAX_VALUE, coarser.nanos() / bars.timeframe().nanos());
        var out = new Bars(coarser, bars.size() / Math.max(1, ratio) + 1);
        new TimeBars(bars.timeframe(), coarser).take(bars, 0, bars.size(), out);
        return out;
    }

    /** Takes the bars in {@code [from, to)} and appends what they finish. */
    public void take(Bars in, int from, int to, Bars out) {
        for (int i = from; i < to; i++) {
            long time = in.openTimes()[i];
            requireNext(time);
            if (time >= endTime) {
                finish(out);
                begin(time, in.opens()[i]);
            }
            high = Math.max(high, in.highs()[i]);
            low = Math.min(low, in.lows()[i]);
            close = in.closes()[i];
            volume += in.volumes()[i];
            pending++;
            if (time + finer.nanos() >= endTime) {
                finish(out);
            }
        }
    }

    /** No finer bar follows, ever: the running bar is what it is, as one is whose last finer bars are missing. */
    public void end(Bars out) {
        finish(out);
    }

    /** How many finer bars the running bar holds. */
    public int pending() {
        return dropping ? 0 : pending;
    }

    /** How many finer bars belonged to the first bar and were dropped with it. */
    public int dropped() {
        return dropping ? dropped + pending : dropped;
    }

    private void requireNext(long time) {
        if (time <= timeLast) {
            throw new IllegalArgumentException("a bar at " + time + " ns after one at " + timeLast + " ns");
        }
        if (finer.floor(time) != time) {
            throw new IllegalArgumentException("a bar at " + time + " ns is not on a boundary of " + finer);
        }
        timeLast = time;
    }

    private void begin(long time, long price) {
        openTime = coarser.floor(time);
        dropping = endTime == Long.MIN_VALUE && openTime != time;
        endTime = Math.addExact(openTime, coarser.nanos());
        open = price;
        high = price;
        low = price;
        volume = 0;
    }

    private void finish(Bars out) {
        if (pending == 0) {
            return;
        }
        if (dropping) {
            dropped += pending;
            dropping = false;
        } else {
            out.append(openTime, open, high, low, close, volume);
        }
        pending = 0;
    }
}
