package io.fulmar.market;

import io.fulmar.domain.Timeframe;
import java.util.Arrays;

/**
 * Bars of one instrument and kind as columns, oldest first. Times are nanoseconds since 1970 UTC, prices are ticks, volumes are doubles
 * as given. Bars of a timeframe grow at the end; bars of other kinds come from {@link BarsOfTrades} and {@link
 * BarsOfCandles}, have close times of their own, and may be {@link #seen} as what they are not.
 *
 * <p>The column methods hand out the arrays themselves, valid up to {@link #size()}: readers must not write into them, and must ask
 * again after {@link #append}, which may have moved to longer ones.
 */
public final class Bars {
    private static final Timeframe NANOSECOND = new Timeframe(1);
    private static final long[] NONE = {};
    private static final boolean[] NEVER = {};

    private final BarKind kind;
    private final Timeframe timeframe;
    private long[] openTimes;
    private long[] opens;
    private long[] highs;
    private long[] lows;
    private long[] closes;
    private double[] volumes;
    private int size;
    private final long nanos;

    private final boolean onGrid;

    /** Where there is no grid. */
    private final long[] closeTimes;

    /** Where nothing was traded in some. */
    private final boolean[] silent;

    private final Bars seen;

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
        this.kind = new BarKind.Time(timeframe);
        this.timeframe = timeframe;
        this.closeTimes = NONE;
        this.onGrid = true;
        this.silent = NEVER;
        this.seen = this;
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

    /** Bars without a grid; of what was traded, or of what is seen. */
    private Bars(BarKind kind, BarColumns of, boolean traded) {
        this.kind = kind;
        this.timeframe = NANOSECOND;
        this.nanos = NANOSECOND.nanos();
        this.gapless = false;
        this.onGrid = false;
        this.openTimes = of.openTimes();
        this.closeTimes = of.closeTimes();
        this.opens = traded ? of.opens() : of.seenOpens();
        this.highs = traded ? of.highs() : of.seenHighs();
        this.lows = traded ? of.lows() : of.seenLows();
        this.closes = traded ? of.closes() : of.seenCloses();
        this.volumes = of.volumes();
        this.silent = of.silent();
        this.size = of.size();
        this.seen = traded && of.differs() ? new Bars(kind, of, false) : this;
    }

    static Bars own(BarKind kind, BarColumns of) {
        return new Bars(kind, of, true);
    }

    /** What these bars are, columns and all, from one bar to another, exclusive, in memory of its own. */
    public Bars range(int from, int to) {
        if (!onGrid) {
            return own(kind, BarColumns.range(this, from, to));
        }
        return new Bars(
                timeframe,
                Arrays.copyOfRange(openTimes, from, to),
                Arrays.copyOfRange(opens, from, to),
                Arrays.copyOfRange(highs, from, to),
                Arrays.copyOfRange(lows, from, to),
                Arrays.copyOfRange(closes, from, to),
                Arrays.copyOfRange(volumes, from, to),
                to - from);
    }

    public void append(long openTime, long open, long high, long low, long close, double volume) {
        if (!onGrid) {
            throw new IllegalStateException("bars of " + kind + " do not grow");
        }
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

    /** Of bars without a grid a nanosecond, in which their times are counted. */
    public Timeframe timeframe() {
        return timeframe;
    }

    public BarKind kind() {
        return kind;
    }

    /** Whether each of them is as long as the timeframe and begins on its boundaries. */
    public boolean onGrid() {
        return onGrid;
    }

    /** How long a bar is, on the mean where there is no grid. */
    public long nanosMean() {
        return onGrid() || size == 0 ? nanos : Math.max(1, (closeTime(size - 1) - openTimes[0]) / size);
    }

    /** What a strategy and its series see of them: nobody may trade at those prices unless these bars are the same. */
    public Bars seen() {
        return seen;
    }

    /** Whether a strategy sees what was traded. */
    public boolean seenAsTraded() {
        return seen == this;
    }

    /** Whether nothing was traded in the bar: one trade made it and the bar before. Its prices are that trade's. */
    public boolean silent(int bar) {
        return silent.length > 0 && silent[bar];
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

    /** Of bars without a grid, which have such a column. */
    public long[] closeTimes() {
        return closeTimes;
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

    /** When the desk sees the bar: its open time plus the timeframe, where there is one. */
    public long closeTime(int bar) {
        return onGrid ? openTime(bar) + nanos : closeTimes[bar];
    }

    /** The first moment from there on at which no bar is under way. */
    public long boundaryFrom(long time) {
        if (onGrid) {
            long floor = timeframe.floor(time);
            return floor == time ? floor : floor + nanos;
        }
        int bar = closingAfter(time, 0);
        return bar < size && openTimes[bar] < time ? closeTimes[bar] : time;
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
