package io.fulmar.research.backtest;

import java.util.function.IntToDoubleFunction;

/** Returns of equity from one 00:00 UTC to the next. */
public final class DailyReturns {
    private static final long DAY = 86_400_000_000_000L;

    private DailyReturns() {}

    /**
     * The first return is counted from the starting cash, the last may be of a partial day. A bar that closes exactly
     * at midnight belongs to the day that ends there; a day without bars returns 0, since its equity is the last known.
     *
     * @param equity at those times
     */
    public static double[] of(Times times, IntToDoubleFunction equity, double cash) {
        if (times.size() == 0) {
            return new double[0];
        }
        long midnight = Math.ceilDiv(times.of(0), DAY) * DAY;
        long lastMidnight = Math.ceilDiv(times.of(times.size() - 1), DAY) * DAY;
        double[] returns = new double[Math.toIntExact((lastMidnight - midnight) / DAY + 1)];
        double before = cash;
        int bar = 0;
        for (int day = 0; day < returns.length; day++) {
            bar = times.after(midnight, bar);
            double now = bar == 0 ? cash : equity.applyAsDouble(bar - 1);
            returns[day] = now / before - 1;
            before = now;
            midnight += DAY;
        }
        return returns;
    }
}
