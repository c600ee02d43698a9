package io.fulmar.market;

import io.fulmar.domain.Timeframe;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Bars of any kind, made of trades, as columns, oldest first. Beside what {@link Bars} hold they know when each closed, how many trades it
 * holds, what those were worth, and whether anything of it is missing. Quantities are whole lots; the value is exact, in ticks times lots.
 *
 * <p>Open times rise strictly, and so do close times. The column methods hand out the arrays themselves, valid up to {@link #size()}:
 * readers must not write into them, and must ask again after a bar was added.
 */
public final class MadeBars {
    /** The bar began before the data did. */
    public static final int LATE = 1;

    /** Something is missing inside it. */
    public static final int GAP = 2;

    /** The data ended before it did. */
    public static final int UNFINISHED = 4;

    private long[] openTimes;
    private long[] closeTimes;
    private long[] opens;
    private long[] highs;
    private long[] lows;
    private long[] closes;
    private long[] lots;
    private long[] valueHighs;
    private long[] valueLows;
    private int[] trades;
    private byte[] flags;
    private int size;

    public MadeBars(int capacity) {
        openTimes = new long[capacity];
        closeTimes = new long[capacity];
        opens = new long[capacity];
        highs = new long[capacity];
        lows = new long[capacity];
        closes = new long[capacity];
        lots = new long[capacity];
        valueHighs = new long[capacity];
        valueLows = new long[capacity];
        trades = new int[capacity];
        flags = new byte[capacity];
    }

    void append(OpenBar bar, long closeTime) {
        if (size == openTimes.length) {
            grow();
        }
        openTimes[size] = bar.openTime;
        closeTimes[size] = closeTime;
        opens[size] = bar.open;
        highs[size] = bar.high;
        lows[size] = bar.low;
        closes[size] = bar.close;
        lots[size] = bar.lots;
        valueHighs[size] = bar.valueHigh;
        valueLows[size] = bar.valueLow;
        trades[size] = bar.trades;
        flags[size] = (byte) bar.flags;
        size++;
    }

    /** Forgets all bars and keeps the room. */
    public void clear() {
        size = 0;
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

    /** When the bar is known. */
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

    public long[] lots() {
        return lots;
    }

    /** How many trades it holds; 0 for a brick that the trade before made as well. */
    public int[] trades() {
        return trades;
    }

    /** {@link #LATE}, {@link #GAP} and {@link #UNFINISHED}, added up. */
    public byte[] flags() {
        return flags;
    }

    /** Whether nothing of it is missing. */
    public boolean isComplete(int bar) {
        return flags[bar] == 0;
    }

    /** What its trades were worth, in ticks times lots. */
    public BigInteger value(int bar) {
        return Value.exact(valueHighs[bar], valueLows[bar]);
    }

    /** The double nearest to {@link #value}. */
    public double valueNearest(int bar) {
        return Value.nearest(valueHighs[bar], valueLows[bar]);
    }

    long valueHigh(int bar) {
        return valueHighs[bar];
    }

    long valueLow(int bar) {
        return valueLows[bar];
    }

    /** As a desk reads bars of a timeframe. */
    public Bars toBars(Timeframe timeframe, long lotMantissa, long lotDivisor) {
        var bars = new Bars(timeframe, size);
        for (int i = 0; i < size; i++) {
            double volume = lots[i] * (double) lotMantissa / lotDivisor;
            bars.append(openTimes[i], opens[i], highs[i], lows[i], closes[i], volume);
        }
        return bars;
    }

    private void grow() {
        int room = Math.max(16, Math.addExact(size, size >> 1));
        openTimes = Arrays.copyOf(openTimes, room);
        closeTimes = Arrays.copyOf(closeTimes, room);
        opens = Arrays.copyOf(opens, room);
        highs = Arrays.copyOf(highs, room);
        lows = Arrays.copyOf(lows, room);
        closes = Arrays.copyOf(closes, room);
        lots = Arrays.copyOf(lots, room);
        valueHighs = Arrays.copyOf(valueHighs, room);
        valueLows = Arrays.copyOf(valueLows, room);
        trades = Arrays.copyOf(trades, room);
        flags = Arrays.copyOf(flags, room);
    }
}
