package io.fulmar.research.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Returns by calendar month of UTC, from equity at bar closes; a bar that closes as a month begins belongs to the month
 * that ended.
 */
final class MonthlyReturns {
    private static final long DAY = 86_400_000_000_000L;

    /**
     * One year.
     *
     * @param months returns of January to December, NaN for a month without a bar
     * @param total of the year
     * @param hold of buying at the year's first open and holding
     */
    record Year(int year, List<Double> months, double total, double hold) {}

    private final ReportInput.Candles bars;
    private final double[] equity;
    private final List<Year> years = new ArrayList<>();

    private MonthlyReturns(ReportInput input) {
        bars = input.candles();
        equity = input.equity().net();
    }

    static List<Year> of(ReportInput input) {
        MonthlyReturns returns = new MonthlyReturns(input);
        returns.collect(input.equity().cash());
        return List.copyOf(returns.years);
    }

    private void collect(double cash) {
        double before = cash;
        double yearStart = cash;
        double holdStart = bars.open(0);
        Double[] months = none();
        for (int from = 0; from < bars.size(); ) {
            LocalDate month = monthOf(from);
            long next = month.plusMonths(1).toEpochDay() * DAY;
            int last = lastBefore(from, next);
            months[month.getMonthValue() - 1] = equity[last] / before - 1;
            before = equity[last];
            from = last + 1;
            if (from == bars.size() || monthOf(from).getYear() != month.getYear()) {
                double close = bars.close(last);
                years.add(new Year(month.getYear(), List.of(months), before / yearStart - 1, close / holdStart - 1));
                months = none();
                yearStart = before;
                holdStart = close;
            }
        }
    }

    /** Last bar from this one on that closes no later than the next month begins. */
    private int lastBefore(int from, long next) {
        return bars.closeTimes().after(next, from + 1) - 1;
    }

    private LocalDate monthOf(int bar) {
        return LocalDate.ofEpochDay(Math.floorDiv(bars.closeTime(bar) - 1, DAY)).withDayOfMonth(1);
    }

    private static Double[] none() {
        Double[] months = new Double[12];
        Arrays.fill(months, Double.NaN);
        return months;
    }
}
