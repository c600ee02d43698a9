package io.fulmar.research.backtest;

import java.util.function.IntToDoubleFunction;

/** Values at bar closes, looked at from one midnight UTC to the next. */
public final class DayGrid {
    private static final long DAY = 86_400_000_000_000L;

    private final long firstDay;
    private final int days;

    /** The days of a run's daily returns; {@code firstDay} counts from 1970. */
    public DayGrid(long firstDay, int days) {
        this.firstDay = firstDay;
        this.days = days;
    }

    /** The last value by the end of each day; {@code before} until there is one. */
    public double[] ends(Times times, IntToDoubleFunction values, double before) {
        double[] ends = new double[days];
        int bar = 0;
        for (int day = 0; day < days; day++) {
            bar = times.after(midnight(day), bar);
            ends[day] = bar == 0 ? before : values.applyAsDouble(bar - 1);
        }
        return ends;
    }

    /** From one day's end to the next as a fraction, the first from {@code before}; NaN until there is anything. */
    public double[] returns(Times times, IntToDoubleFunction values, double before) {
        double[] ends = ends(times, values, before);
        double[] returns = new double[days];
        double last = before;
        for (int day = 0; day < days; day++) {
            returns[day] = ends[day] / last - 1;
            last = ends[day];
        }
        return returns;
    }

    /** The mean of each day's values; of a day without any the last one known. */
    double[] means(Times times, double[] values) {
        double[] means = new double[days];
        double last = 0;
        int bar = 0;
        for (int day = 0; day < days; day++) {
            double sum = 0;
            int count = 0;
            for (int end = times.after(midnight(day), bar); bar < end; bar++) {
                if (Double.isFinite(values[bar])) {
                    sum += values[bar];
                    last = values[bar];
                    count++;
                }
            }
            means[day] = count == 0 ? last : sum / count;
        }
        return means;
    }

    private long midnight(int day) {
        return (firstDay + day + 1) * DAY;
    }
}
