package io.fulmar.market;

import java.util.Arrays;

/**
 * The columns of bars without a grid while they are made: times, what was traded, and what is seen. Times are put forward where they must
 * be, so that each bar closes after it opens and opens no sooner than the one before closed.
 */
final class BarColumns {
    private long[] openTimes;
    private long[] closeTimes;
    private long[] opens;
    private long[] highs;
    private long[] lows;
    private long[] closes;
    private double[] volumes;
    private long[] seenOpens;
    private long[] seenHighs;
    private long[] seenLows;
    private long[] seenCloses;
    private boolean[] silent;
    private boolean differs;
    private int size;

    BarColumns(int room) {
        openTimes = new long[room];
        closeTimes = new long[room];
        opens = new long[room];
        highs = new long[room];
        lows = new long[room];
        closes = new long[room];
        volumes = new double[room];
        seenOpens = new long[room];
        seenHighs = new long[room];
        seenLows = new long[room];
        seenCloses = new long[room];
        silent = new boolean[room];
    }

    static BarColumns range(Bars of, int from, int to) {
        BarColumns part = new BarColumns(Math.max(1, to - from));
        part.differs = !of.seenAsTraded();
        for (int bar = from; bar < to; bar++) {
            int at = part.size;
            part.openTimes[at] = of.openTimes()[bar];
            part.closeTimes[at] = of.closeTime(bar);
            part.opens[at] = of.opens()[bar];
            part.highs[at] = of.highs()[bar];
            part.lows[at] = of.lows()[bar];
            part.closes[at] = of.closes()[bar];
            part.volumes[at] = of.volumes()[bar];
            part.see(
                    at,
                    of.seen().opens()[bar],
                    of.seen().highs()[bar],
                    of.seen().lows()[bar],
                    of.seen().closes()[bar]);
            part.silent[at] = of.silent(bar);
            part.size++;
        }
        return part;
    }

    /** A bar of what was traded, seen as it is. */
    void append(long openTime, long closeTime, Traded traded, double volume) {
        if (size == openTimes.length) {
            grow();
        }
        openTimes[size] = size == 0 ? openTime : Math.max(openTime, closeTimes[size - 1]);
        closeTimes[size] = Math.max(closeTime, openTimes[size] + 1);
        opens[size] = traded.open;
        highs[size] = traded.high;
        lows[size] = traded.low;
        closes[size] = traded.close;
        volumes[size] = volume;
        see(size, traded.open, traded.high, traded.low, traded.close);
        silent[size] = traded.empty();
        size++;
    }

    /** The last bar is seen otherwise. */
    void seen(long open, long high, long low, long close) {
        differs = true;
        see(size - 1, open, high, low, close);
    }

    private void see(int bar, long open, long high, long low, long close) {
        seenOpens[bar] = open;
        seenHighs[bar] = high;
        seenLows[bar] = low;
        seenCloses[bar] = close;
    }

    private void grow() {
        int room = Math.max(16, Math.addExact(size, size >> 1));
        openTimes = Arrays.copyOf(openTimes, room);
        closeTimes = Arrays.copyOf(closeTimes, room);
        opens = Arrays.copyOf(opens, room);
        highs = Arrays.copyOf(highs, room);
        lows = Arrays.copyOf(lows, room);
        closes = Arrays.copyOf(closes, room);
        volumes = Arrays.copyOf(volumes, room);
        seenOpens = Arrays.copyOf(seenOpens, room);
        seenHighs = Arrays.copyOf(seenHighs, room);
        seenLows = Arrays.copyOf(seenLows, room);
        seenCloses = Arrays.copyOf(seenCloses, room);
        silent = Arrays.copyOf(silent, room);
    }

    int size() {
        return size;
    }

    /** Whether any bar is seen as something else than what was traded. */
    boolean differs() {
        return differs;
    }

    long[] openTimes() {
        return openTimes;
    }

    long[] closeTimes() {
        return closeTimes;
    }

    long[] opens() {
        return opens;
    }

    long[] highs() {
        return highs;
    }

    long[] lows() {
        return lows;
    }

    long[] closes() {
        return closes;
    }

    double[] volumes() {
        return volumes;
    }

    long[] seenOpens() {
        return seenOpens;
    }

    long[] seenHighs() {
        return seenHighs;
    }

    long[] seenLows() {
        return seenLows;
    }

    long[] seenCloses() {
        return seenCloses;
    }

    boolean[] silent() {
        return silent;
    }

    /** Open, high, low and close of what was traded since they were cleared; after that, of nothing, at the last price. */
    static final class Traded {
        long open;
        long high;
        long low;
        long close;
        private boolean empty = true;

        boolean empty() {
            return empty;
        }

        void clear() {
            empty = true;
            open = close;
            high = close;
            low = close;
        }

        void take(long price) {
            take(price, price, price, price);
        }

        void take(long first, long highest, long lowest, long last) {
            open = empty ? first : open;
            high = empty ? highest : Math.max(high, highest);
            low = empty ? lowest : Math.min(low, lowest);
            close = last;
            empty = false;
        }
    }
}
