package io.fulmar.research.backtest;

import io.fulmar.market.Bars;

/**
 * The moments at which a row of values stands, rising: UTC nanoseconds. Days are looked up in it rather than walked to.
 *
 * @param column looked at where it stands, not copied
 * @param first its index of the first moment
 * @param later how much later than the column says
 */
@SuppressWarnings("ArrayRecordComponent") // a column, handed over and not copied
public record Times(long[] column, int first, int size, long later) {
    public static Times of(long[] times) {
        return new Times(times, 0, times.length, 0);
    }

    /** The closes of a market's bars, from that one on. */
    public static Times ofCloses(Bars bars, int first) {
        return new Times(
                bars.openTimes(), first, bars.size() - first, bars.timeframe().nanos());
    }

    static Times ofOpens(Bars bars, int first) {
        return new Times(bars.openTimes(), first, bars.size() - first, 0);
    }

    public long of(int index) {
        return column[first + index] + later;
    }

    /** The first from there on that is later than this; the size when none is. */
    public int after(long time, int from) {
        int low = from;
        int high = from;
        // Mostly it is near: look twice as far ahead each time, then between the last two.
        for (int ahead = 1; high < size && of(high) <= time; ahead <<= 1) {
            low = high + 1;
            high = (int) Math.min(size, (long) high + ahead);
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (of(middle) <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
