package io.fulmar.research.backtest;

import java.util.function.DoubleUnaryOperator;

/** Chart 6: how daily returns are spread, against a normal distribution, and what a bad day costs. Drawn here, so it needs no script. */
final class ReportDistribution {
    private static final int DAYS_MIN = 5;
    private static final int BINS = 31;
    private static final int DOTS = 160;
    private static final int SIZE = 300;
    private static final int EDGE = 34;
    private static final double[] LEVELS = {0.90, 0.95, 0.99};

    private final Html page;
    private final double[] sorted;
    private final double mean;
    private final double deviation;

    ReportDistribution(ReportInput input, Html page) {
        this.page = page;
        this.sorted = Sums.sorted(input.totals().dailyReturns());
        this.mean = Sums.mean(sorted);
        this.deviation = Sums.deviation(sorted);
    }

    void write() {
        page.raw("<section id=distribution><h2>Daily returns</h2>\n");
        if (sorted.length < DAYS_MIN || !(deviation > 0)) {
            page.raw("<p class=note>Too few days with different returns for a distribution.</p></section>\n");
            return;
        }
        page.raw("<div class=three>\n");
        histogram();
        quantiles();
        risk();
        page.raw("</div></section>\n");
    }

    private void histogram() {
        double inner = Math.max(Math.abs(Sums.quantile(sorted, 0.01)), Math.abs(Sums.quantile(sorted, 0.99)));
        double reach = inner > 0 ? inner : Math.max(Math.abs(sorted[0]), sorted[sorted.length - 1]);
        ReportBars bars = new ReportBars(BINS);
        for (double value : sorted) {
            bars.add(Math.clamp((int) Math.floor((value / reach + 1) / 2 * BINS), 0, BINS - 1), 1);
        }
        for (int bin = 0; bin < BINS; bin++) {
            bars.tone(bin, bin * 2 + 1 < BINS ? "loss" : bin * 2 + 1 == BINS ? "plain" : "gain");
        }
        bars.label(0, percent(-reach)).label(BINS / 2, "0").label(BINS - 1, percent(reach));
        bars.curve(place -> normalDays((place * 2 - 1) * reach, reach * 2 / BINS));
        page.raw("<figure><h3>How often</h3>");
        bars.write(page, "Number of days by return, from " + percent(-reach) + " to " + percent(reach));
        page.raw("<figcaption>Mean ")
                .percent(mean, 3)
                .raw(", deviation ")
                .percent(deviation, 2)
                .raw(", skew ");
        page.grouped(Sums.skew(sorted), 2).raw(", excess kurtosis ").grouped(Sums.kurtosis(sorted), 2);
        page.raw("; best day ")
                .percent(sorted[sorted.length - 1], 2)
                .raw(", worst ")
                .percent(sorted[0], 2);
        page.raw(
                ". The line is a normal distribution of that mean and deviation; the outer 1&nbsp;% are in the end bars.");
        page.raw("</figcaption></figure>\n");
    }

    /** How many of the days a normal distribution has within a bin around that return. */
    private double normalDays(double at, double width) {
        double z = (at - mean) / deviation;
        return sorted.length * width / deviation * density(z);
    }

    /** QQ: each day's return against the one a normal distribution has at that rank, in deviations. */
    private void quantiles() {
        int days = sorted.length;
        double edge = Distribution.normalQuantile(1 - 0.5 / days);
        double reach = Math.max(edge, Math.max(Math.abs(scaled(0)), Math.abs(scaled(days - 1)))) * 1.04;
        page.raw("<figure><h3>Against normal</h3><svg class=\"bars dots\" viewBox=\"0 0 ")
                .whole(SIZE)
                .raw(" 170\" role=img");
        page.raw(" aria-label=\"Quantiles of daily returns against those of a normal distribution, in deviations\">");
        page.raw("<path class=base d=\"M")
                .plain(x(-reach, reach), 1)
                .raw(' ')
                .plain(y(-reach, reach), 1)
                .raw('L');
        page.plain(x(reach, reach), 1).raw(' ').plain(y(reach, reach), 1).raw("\"/>");
        for (int i = 0; i < Math.min(DOTS, days); i++) {
            int rank = days <= DOTS ? i : rank(i, days);
            page.raw("<circle r=1.8 cx=").plain(x(Distribution.normalQuantile((rank + 0.5) / days), reach), 1);
            page.raw(" cy=").plain(y(scaled(rank), reach), 1).raw(" />");
        }
        for (double mark = -Math.floor(reach); mark <= reach; mark += Math.max(1, Math.floor(reach / 2))) {
            page.raw("<text text-anchor=middle y=166 x=")
                    .plain(x(mark, reach), 1)
                    .raw('>')
                    .trimmed(mark, 0)
                    .raw("</text>");
            page.raw("<text text-anchor=end x=")
                    .whole(EDGE - 6)
                    .raw(" y=")
                    .plain(y(mark, reach) + 4, 1)
                    .raw('>');
            page.trimmed(mark, 0).raw("</text>");
        }
        page.raw(
                "</svg><figcaption>Ranked days, upwards, against the same rank of a normal distribution, to the right, in");
        page.raw(" deviations. Beyond the line at the lower end: losses larger than normal. The worst day is ");
        page.grouped(scaled(0), 1).raw(" where normal is ").grouped(-edge, 1).raw("; the best ");
        page.grouped(scaled(days - 1), 1).raw(" where it is ").grouped(edge, 1).raw(".</figcaption></figure>\n");
    }

    /** All of the outer ranks, and as many again spread over the rest. */
    private static int rank(int dot, int days) {
        int outer = DOTS / 4;
        if (dot < outer) {
            return dot;
        }
        return dot >= DOTS - outer
                ? days - (DOTS - dot)
                : outer + (int) ((long) (dot - outer) * (days - 2 * outer) / (DOTS - 2 * outer));
    }

    private double scaled(int rank) {
        return (sorted[rank] - mean) / deviation;
    }

    private static double x(double value, double reach) {
        return EDGE + (value / reach + 1) / 2 * (SIZE - EDGE - 4);
    }

    private static double y(double value, double reach) {
        return 4 + (1 - value / reach) / 2 * 144;
    }

    /** Value at risk and what lies beyond it. */
    private void risk() {
        page.raw(
                "<figure><h3>A bad day</h3><div class=scroll><table><caption class=hidden>Value at risk by level</caption>");
        page.raw("<thead><tr><th scope=col>Of a day");
        for (double level : LEVELS) {
            page.raw("<th scope=col class=n>").percent(level, 0);
        }
        page.raw("</thead><tbody>\n");
        row("VaR", level -> Sums.quantile(sorted, 1 - level));
        row("CVaR", level -> beyond(Sums.quantile(sorted, 1 - level)));
        row("Normal VaR", level -> mean + Distribution.normalQuantile(1 - level) * deviation);
        row("Normal CVaR", level -> mean - deviation * density(Distribution.normalQuantile(1 - level)) / (1 - level));
        page.raw(
                "</table></div><figcaption>VaR: the return that 10, 5 or 1&nbsp;% of the days fell below; CVaR: the mean of");
        page.raw(
                " those days. Beside them what a normal distribution of the same mean and deviation would say; where it says");
        page.raw(" less, the tail is fat.</figcaption></figure>\n");
    }

    private void row(String name, DoubleUnaryOperator figure) {
        page.raw("<tr><th scope=row>").raw(name);
        for (double level : LEVELS) {
            page.raw("<td class=n>").percent(figure.applyAsDouble(level), 2);
        }
        page.raw('\n');
    }

    private static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    private double beyond(double value) {
        return Sums.mean(Sums.where(sorted, each -> each <= value));
    }

    private static String percent(double fraction) {
        return ReportAnalysis.compact(fraction * 100) + " %";
    }
}
