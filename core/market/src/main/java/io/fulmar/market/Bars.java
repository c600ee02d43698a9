package io.fulmar.market;

import io.fulmar.domain.Timeframe;
import java.util.Arrays;

/**
 * Bars of one instrument and timeframe as columns, oldest first, growing at the end. Times are nanoseconds since 1970 UTC, prices
 * are ticks, volumes are doubles as given.
 *
 * <p>The column methods hand out the arrays themselves, valid up to {@link #size()}: readers must not write into them, and must ask
 * again after {@link #append}, which may have moved to longer ones.
 */
public final class Bars {
    private final Timeframe timeframe;
    private long[] openTimes;
    private long[] opens;
    private long[] highs;
    private long[] lows;
    private long[] closes;
    private double[] volumes;
    private int size;
    private final long nanos;

    /** Each bar opens when the one before it closes. */
    private boolean gapless = true;

    /** No bars yet, room for some. */
    public Bars(Timeframe timeframe, int capacity) {
        this(
                timeframe,
                new long[capacity],
                new long[capacity],
                new long[capacity],
                new long[capacity],
                new long[capacity],
                new double[capacity],
                0);
    }

    /** Takes the arrays over without copying; each holds at least {@code size} values. */
    public Bars(
            Timeframe timeframe,
            long[] openTimes,
            long[] opens,
            long[] highs,
            long[] lows,
            long[] closes,
            double[] volumes,
            int size) {
        int room = openTimes.length;
        if (opens.length != room
                || highs.length != room
                || lows.length != room
                || closes.length != room
                || volumes.length != room
                || size < 0
                || size > room) {
            throw new IllegalArgumentException("columns of unequal length, or too short for " + size + " bars");
        }
        this.timeframe = timeframe;
        this.openTimes = openTimes;
        this.opens = opens;
        this.highs = highs;
        this.lows = lows;
        this.closes = closes;
        this.volumes = volumes;
        this.size = size;
        this.nanos = timeframe.nanos();
        for (int i = 1; i < size; i++) {
            gapless &= openTimes[i] - openTimes[i - 1] == nanos;
        }
    }

    public void append(long openTime, long open, long high, long low, long close, double volume) {
        if (size == openTimes.length) {
            grow();
        }
        gapless &= size == 0 || openTime - openTimes[size - 1] == nanos;
        openTimes[size] = openTime;
        opens[size] = open;
        highs[size] = high;
        lows[size] = low;
        closes[size] = close;
        volumes[size] = volume;
        size++;
    }

    public Timeframe timeframe() {
        return timeframe;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public long[] openTimes() {
        return openTimes;
    }

    public long[] opens() {
        return opens;
    }

    public long[] highs() {
        return highs;
    }

    public long[] lows() {
        return lows;
    }

    public long[] closes() {
        return closes;
    }

    public double[] volumes() {
        return volumes;
    }

    /** Reckoned where no bar is missing: a column that is read now and then is each time read from afar. */
    public long openTime(int bar) {
        return gapless ? openTimes[0] + bar * nanos : openTimes[bar];
    }

    /** When the desk sees the bar: its open time plus the timeframe. */
    public long closeTime(int bar) {
        return openTime(bar) + nanos;
    }

    /** The first bar from there on that closes after a time; the size when none does. */
    public int closingAfter(long time, int from) {
        int low = from;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (closeTime(middle) <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void grow() {
        int room = Math.max(16, Math.addExact(size, size >> 1));
        openTimes = Arrays.copyOf(openTimes, room);
        opens = Arrays.copyOf(opens, room);
        highs = Arrays.copyOf(highs, room);
        lows = Arrays.copyOf(lows, room);
        closes = Arrays.copyOf(closes, room);
        volumes = Arrays.copyOf(volumes, room);
    }
}
