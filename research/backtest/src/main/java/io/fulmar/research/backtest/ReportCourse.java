package io.fulmar.research.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Charts over time beside equity and price: what was at stake, how far liquidation was, and figures over the last so many days. */
final class ReportCourse {
    private final ReportInput input;
    private final Exposure exposure;
    private final Html page;

    ReportCourse(ReportInput input, Html page) {
        this.input = input;
        this.exposure = input.account().exposure();
        this.page = page;
    }

    void charts() {
        if (!input.account().known()) {
            return;
        }
        ReportTables.chart(page, "exposure", "Exposure");
        page.raw("Value of the positions over equity: gross is the leverage in use, on average ");
        page.percent(Sums.meanOfFinite(exposure.gross()), 1)
                .raw(" and at most ")
                .percent(Sums.most(exposure.gross()), 1);
        page.raw("; net is longs less shorts, on average ").percent(Sums.meanOfFinite(exposure.net()), 1);
        page.raw(". At bar closes.</figcaption></figure>\n");
        if (exposure.distance().length > 0) {
            ReportTables.chart(page, "distance", "Distance to liquidation");
            page.raw(
                    "How far the price was from the nearest level at which the venue closes a position, at bar closes; nearest ");
            page.percent(Sums.least(exposure.distance()), 2)
                    .raw(". Nothing is drawn while nothing could be liquidated.");
            page.raw("</figcaption></figure>\n");
        }
        rolling();
    }

    /** Chart 5. */
    private void rolling() {
        int days = input.totals().dailyReturns().length;
        if (days < Rolling.WINDOWS[0]) {
            page.raw("<p class=note>Rolling figures need ")
                    .whole(Rolling.WINDOWS[0])
                    .raw(" days; this run has ");
            page.whole(days).raw(".</p>\n");
            return;
        }
        page.raw(
                "<figure class=chart id=rolling><div class=title><h2>Rolling figures</h2><span class=\"buttons js\" role=group");
        page.raw(" aria-label=\"Days a figure looks back\">");
        for (int window : Rolling.WINDOWS) {
            if (window <= days) {
                page.raw("<button type=button data-window=")
                        .whole(window)
                        .raw(" aria-pressed=false>")
                        .whole(window);
                page.raw(" days</button>");
            }
        }
        page.raw("</span></div>\n");
        for (String id : List.of("sharpe", "volatility", "beta", "exposure")) {
            page.raw("<div class=\"readout js\" id=rolling-")
                    .raw(id)
                    .raw("-readout></div><canvas class=js id=rolling-");
            page.raw(id)
                    .raw(" tabindex=0 role=img aria-describedby=rolling-words aria-label=\"Rolling ")
                    .raw(id);
            page.raw("\"></canvas>");
        }
        page.raw("<figcaption id=rolling-words>Of daily returns over the days before, ");
        page.trimmed(input.totals().periods(), 4).raw(" a year, risk-free rate 0; beta against holding ");
        page.text(input.header().symbol()).raw(". ");
        figures(days);
        page.raw("</figure>\n");
    }

    @SuppressWarnings("ArrayRecordComponent") // a column, handed over and not copied
    private record Figure(int window, String name, double[] values, boolean percent) {}

    private List<Figure> all(int days) {
        double[] own = input.totals().dailyReturns();
        DayGrid grid = new DayGrid(input.totals().firstDay(), days);
        double[] hold = hold(input);
        double[] held = grid.means(input.candles().closeTimes(), exposure.gross());
        double periods = input.totals().periods();
        List<Figure> all = new ArrayList<>();
        for (int window : Rolling.WINDOWS) {
            if (window <= days) {
                all.add(new Figure(window, "Sharpe", Rolling.sharpe(own, window, periods), false));
                all.add(new Figure(window, "Volatility", Rolling.volatility(own, window, periods), true));
                all.add(new Figure(window, "Beta", Rolling.beta(own, hold, window), false));
                all.add(new Figure(window, "Exposure", Rolling.mean(held, window), true));
            }
        }
        return all;
    }

    /** In words for the shortest window, in a table for all. */
    private void figures(int days) {
        List<Figure> all = all(days);
        page.raw("Over ").whole(all.get(0).window).raw(" days");
        for (Figure figure : all.subList(0, 4)) {
            double[] sorted = Sums.sorted(Sums.where(figure.values, Double::isFinite));
            page.raw(figure.name.equals("Sharpe") ? " the Sharpe ratio lay between " : "; ");
            page.raw(figure.name.equals("Sharpe") ? "" : figure.name.toLowerCase(Locale.ROOT) + " between ");
            value(Sums.quantile(sorted, 0), figure.percent).raw(" and ");
            value(Sums.quantile(sorted, 1), figure.percent);
        }
        page.raw(
                ".</figcaption>\n<details><summary>All windows</summary><div class=scroll><table><caption class=hidden>Lowest,");
        page.raw(
                " median, highest and last value of each rolling figure</caption><thead><tr><th scope=col>Window<th scope=col>");
        page.raw(
                "Figure<th scope=col class=n>Lowest<th scope=col class=n>Median<th scope=col class=n>Highest<th scope=col");
        page.raw(" class=n>Last</thead><tbody>\n");
        for (Figure figure : all) {
            double[] sorted = Sums.sorted(Sums.where(figure.values, Double::isFinite));
            page.raw("<tr><th scope=row>").whole(figure.window).raw(" days<td>").raw(figure.name);
            for (double share : new double[] {0, 0.5, 1}) {
                value(Sums.quantile(sorted, share), figure.percent, "<td class=n>");
            }
            value(figure.values[figure.values.length - 1], figure.percent, "<td class=n>")
                    .raw('\n');
        }
        page.raw("</table></div></details>");
    }

    private Html value(double value, boolean percent, String before) {
        page.raw(before);
        return value(value, percent);
    }

    private Html value(double value, boolean percent) {
        return percent ? page.percent(value, 1) : page.grouped(value, 2);
    }

    /** Daily returns of holding the market that the report draws, on the days of the strategy's. */
    static double[] hold(ReportInput input) {
        ReportInput.Candles bars = input.candles();
        return new DayGrid(input.totals().firstDay(), input.totals().dailyReturns().length)
                .returns(bars.closeTimes(), bars::close, bars.open(0));
    }
}
