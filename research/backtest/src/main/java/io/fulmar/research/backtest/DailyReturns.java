package io.fulmar.research.backtest;

import java.util.Arrays;

/** Returns of equity from one 00:00 UTC to the next. */
public final class DailyReturns {
    private static final long DAY = 86_400_000_000_000L;

    private DailyReturns() {}

    /**
     * The first return is counted from the starting cash, the last may be of a partial day. A bar that closes exactly
     * at midnight belongs to the day that ends there; a day without bars returns 0, since its equity is the last known.
     *
     * @param closeTimes of the bars, UTC nanoseconds, rising
     * @param equity at those times; at least as long
     */
    public static double[] of(long[] closeTimes, double[] equity, double cash) {
        int bars = closeTimes.length;
        if (bars == 0) {
            return new double[0];
        }
        long firstDay = Math.ceilDiv(closeTimes[0], DAY);
        int days = Math.toIntExact(Math.ceilDiv(closeTimes[bars - 1], DAY) - firstDay + 1);
        double[] midnights = new double[days];
        Arrays.fill(midnights, Double.NaN);
        for (int bar = 0; bar < bars; bar++) {
            midnights[(int) (Math.ceilDiv(closeTimes[bar], DAY) - firstDay)] = equity[bar];
        }
        double[] returns = new double[days];
        double before = cash;
        for (int day = 0; day < days; day++) {
            double now = Double.isNaN(midnights[day]) ? before : midnights[day];
            returns[day] = now / before - 1;
            before = now;
        }
        return returns;
    }
}
