package io.fulmar.research.backtest;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How far the headline figures would scatter if the same days had come in another order and number: circular blocks of
 * days are drawn with replacement, so that runs of good and bad days stay together. 95 % of the redrawn figures lie in
 * an interval. It says nothing of days unlike those seen.
 */
final class Bootstrap {
    static final int DRAWS = 1_000;
    /** Days drawn in all are limited, so that a report over many years stays quick: fewer draws then, never under 200. */
    private static final int DAYS_MAX = 2_000_000;

    private static final int DRAWS_MIN = 200;
    /** Fewer days than this have no order worth redrawing. */
    private static final int DAYS_MIN = 20;

    private static final long SEED = 20_240_101L;

    /** The middle 95 %. */
    record Interval(double low, double high) {}

    private Bootstrap() {}

    /** By metric: netReturn, cagr, sharpe, sortino, calmar, maxDrawdown (positive); none for a short run. */
    static Map<String, Interval> of(double[] returns, double periods) {
        int days = returns.length;
        if (days < DAYS_MIN) {
            return Map.of();
        }
        int draws = Math.clamp(DAYS_MAX / days, DRAWS_MIN, DRAWS);
        int block = (int) Math.ceil(Math.cbrt(days));
        double[][] figures = new double[6][draws];
        SplittableRandom random = new SplittableRandom(SEED);
        double[] drawn = new double[days];
        for (int draw = 0; draw < draws; draw++) {
            for (int day = 0; day < days; ) {
                int from = random.nextInt(days);
                for (int i = 0; i < block && day < days; i++) {
                    drawn[day++] = returns[from];
                    from = from + 1 == days ? 0 : from + 1;
                }
            }
            measure(drawn, periods, figures, draw);
        }
        return Map.of(
                "netReturn", interval(figures[0]),
                "cagr", interval(figures[1]),
                "sharpe", interval(figures[2]),
                "sortino", interval(figures[3]),
                "calmar", interval(figures[4]),
                "maxDrawdown", interval(figures[5]));
    }

    private static void measure(double[] returns, double periods, double[][] figures, int draw) {
        double sum = 0;
        double squares = 0;
        double downside = 0;
        double wealth = 1;
        double peak = 1;
        double deepest = 0;
        for (double value : returns) {
            sum += value;
            squares += value * value;
            downside += value < 0 ? value * value : 0;
            wealth *= 1 + value;
            peak = Math.max(peak, wealth);
            deepest = Math.max(deepest, 1 - wealth / peak);
        }
        int days = returns.length;
        double mean = sum / days;
        double year = Math.sqrt(periods);
        double cagr = Math.pow(Math.max(0, wealth), periods / days) - 1;
        figures[0][draw] = wealth - 1;
        figures[1][draw] = cagr;
        figures[2][draw] = mean / Math.sqrt((squares - sum * mean) / (days - 1)) * year;
        figures[3][draw] = mean / Math.sqrt(downside / days) * year;
        figures[4][draw] = cagr / deepest;
        figures[5][draw] = deepest;
    }

    /** Draws without a figure (no losing day, say) sort last as NaN or infinite and make the upper end open. */
    private static Interval interval(double[] figures) {
        Arrays.sort(figures);
        return new Interval(Sums.quantile(figures, 0.025), Sums.quantile(figures, 0.975));
    }
}
