package io.fulmar.research.sweep;

import io.fulmar.research.robustness.Track;

/** What becomes of one desk's equity, block by block: its worst fall from a peak, and where it stood at each midnight. */
final class Curve {
    private final long cash;
    private final int firstBar;
    private final int[] lastBars;
    private final long[] daily;
    private int day;
    private long peak;
    private double least = 1;
    private long last;

    Curve(long cash, Days days, int firstBar) {
        this.cash = cash;
        this.firstBar = firstBar;
        this.lastBars = days.lastBar;
        this.daily = new long[lastBars.length + 1];
        this.daily[0] = cash;
        this.peak = cash;
        this.last = cash;
    }

    /** Equity at the closes from that bar on. */
    void add(int from, long[] equity, int count) {
        int skip = Math.max(0, firstBar - from);
        if (skip >= count) {
            return;
        }
        for (; day < lastBars.length && lastBars[day] < from + count; day++) {
            daily[day + 1] = lastBars[day] < firstBar ? cash : equity[lastBars[day] - from];
        }
        fall(equity, skip, count);
        last = equity[count - 1];
    }

    /** Only a block whose lowest could be the worst fall from its highest is looked at close by close. */
    private void fall(long[] equity, int from, int to) {
        long most = Long.MIN_VALUE;
        long fewest = Long.MAX_VALUE;
        for (int i = from; i < to; i++) {
            most = Math.max(most, equity[i]);
            fewest = Math.min(fewest, equity[i]);
        }
        long top = Math.max(peak, most);
        if (fewest >= 0 && (double) fewest / top >= least) {
            peak = top;
            return;
        }
        for (int i = from; i < to; i++) {
            peak = Math.max(peak, equity[i]);
            least = Math.min(least, (double) equity[i] / peak);
        }
    }

    void fill(Track into) {
        into.finalEquity = last;
        into.maxDrawdown = 1 - least;
        into.days = daily.length;
        System.arraycopy(daily, 0, into.dailyEquity, 0, daily.length);
    }
}
