package io.fulmar.research.sweep;

import io.fulmar.market.Bars;

/** The midnights of a window: at each, the last bar that has closed by then. The last one may be of a partial day. */
final class Days {
    private static final long DAY = 86_400_000_000_000L;

    private final long first;

    /** Of each midnight; below the window's first bar where none of its bars has closed. */
    final int[] lastBar;

    Days(Bars bars, int firstBar) {
        int size = bars.size();
        long midnight = Math.ceilDiv(bars.closeTime(firstBar), DAY) * DAY;
        long last = Math.ceilDiv(bars.closeTime(size - 1), DAY) * DAY;
        first = midnight;
        lastBar = new int[Math.toIntExact((last - midnight) / DAY + 1)];
        int bar = firstBar;
        for (int day = 0; day < lastBar.length; day++) {
            bar = bars.closingAfter(midnight + day * DAY, bar);
            lastBar[day] = bar - 1;
        }
    }

    long midnight(int day) {
        return first + day * DAY;
    }

    /** What the market did on each of them, from the open of the window's first bar on. */
    double[] marketReturns(Bars bars, int firstBar) {
        double[] returns = new double[lastBar.length];
        double before = bars.opens()[firstBar];
        for (int day = 0; day < returns.length; day++) {
            double close = lastBar[day] < firstBar ? before : bars.closes()[lastBar[day]];
            returns[day] = close / before - 1;
            before = close;
        }
        return returns;
    }
}
