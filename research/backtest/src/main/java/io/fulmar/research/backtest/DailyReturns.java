package io.fulmar.research.backtest;

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
        long midnight = Math.ceilDiv(closeTimes[0], DAY) * DAY;
        long lastMidnight = Math.ceilDiv(closeTimes[bars - 1], DAY) * DAY;
        double[] returns = new double[Math.toIntExact((lastMidnight - midnight) / DAY + 1)];
        double before = cash;
        double now = cash;
        int bar = 0;
        for (int day = 0; day < returns.length; day++) {
            while (bar < bars && closeTimes[bar] <= midnight) {
                now = equity[bar++];
            }
            returns[day] = now / before - 1;
            before = now;
            midnight += DAY;
        }
        return returns;
    }
}
