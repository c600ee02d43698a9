package io.fulmar.research.sweep;

import java.util.ArrayList;
import java.util.List;

/** Choosing by the past, step by step, over daily returns that are there already: the past grows, each step is judged on what follows. */
final class Strips {
    static final int STEPS = 8;
    private static final int DAYS_MIN = 5;
    private static final double DAYS_PER_YEAR = 365;

    private Strips() {}

    /** One row of returns a combination. The first of the parts is only learnt from. */
    static List<Scrutiny.Strip> over(double[][] returns, long[] combinations) {
        List<Scrutiny.Strip> strips = new ArrayList<>();
        int days = returns.length == 0 ? 0 : returns[0].length;
        if (days < STEPS * DAYS_MIN) {
            return strips;
        }
        for (int step = 1; step < STEPS; step++) {
            int from = (int) ((long) step * days / STEPS);
            int to = (int) ((long) (step + 1) * days / STEPS);
            int best = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < returns.length; i++) {
                double sharpe = sharpe(returns[i], 0, from);
                if (sharpe > most) {
                    most = sharpe;
                    best = i;
                }
            }
            strips.add(new Scrutiny.Strip(
                    combinations[best],
                    from,
                    to,
                    sharpe(returns[best], 0, from),
                    sharpe(returns[best], from, to),
                    growth(returns[best], 0, from),
                    growth(returns[best], from, to)));
        }
        return strips;
    }

    /** Of a year; minus infinity where nothing moved, so that it is never chosen before something that did. */
    static double sharpe(double[] returns, int from, int to) {
        double sum = 0;
        for (int day = from; day < to; day++) {
            sum += returns[day];
        }
        double mean = sum / (to - from);
        double squares = 0;
        for (int day = from; day < to; day++) {
            squares += (returns[day] - mean) * (returns[day] - mean);
        }
        double deviation = Math.sqrt(squares / (to - from - 1));
        return deviation > 0 ? mean / deviation * Math.sqrt(DAYS_PER_YEAR) : Double.NEGATIVE_INFINITY;
    }

    /** Log growth a year. */
    private static double growth(double[] returns, int from, int to) {
        double sum = 0;
        for (int day = from; day < to; day++) {
            sum += StrictMath.log1p(Math.max(returns[day], -0.999));
        }
        return sum / (to - from) * DAYS_PER_YEAR;
    }
}
