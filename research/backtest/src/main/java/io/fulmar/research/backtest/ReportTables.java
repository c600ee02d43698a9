package io.fulmar.research.backtest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The charts over time, each with its words, and the tables that belong to them. */
final class ReportTables {
    private static final int FALLS = 10;
    private static final long DAY = 86_400_000_000_000L;
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private final ReportInput input;
    private final ReportFigures figures;
    private final Html page;

    ReportTables(ReportInput input, ReportFigures figures, Html page) {
        this.input = input;
        this.figures = figures;
        this.page = page;
    }

    /** Charts 1 to 3, which share one range of time. */
    void charts(ReportPlots plots) {
        List<Drawdowns.Fall> falls =
                Drawdowns.deepest(input.equity().net(), input.equity().cash(), FALLS);
        page.raw(
                "<section id=charts>\n<div class=\"range js\" role=group aria-label=\"Range shown\"><output id=range>");
        page.raw("</output><span class=buttons><button type=button id=all>All</button><button type=button id=log");
        page.raw(
                " aria-pressed=false>Log</button><button type=button id=gross aria-pressed=false>Before costs</button>");
        if (!input.shares().isEmpty()) {
            page.raw("<button type=button id=stack aria-pressed=false>By strategy</button>");
        }
        if (!plots.in(ReportPlots.OVER_PRICE).isEmpty()) {
            page.raw("<button type=button id=lines aria-pressed=true>Indicators</button>");
        }
        page.raw(
                "</span></div>\n<noscript><p class=note>The charts need JavaScript. Every figure is in the tables.</p>");
        page.raw("</noscript>\n");
        chart(page, "equity", "Equity");
        page.raw("Equity after costs from ").grouped(input.equity().cash(), 2).raw(" to ");
        page.grouped(last(input.equity().net()), 2).raw(" (").signed(figures.netReturn(), 2);
        page.raw("), beside ").signed(figures.holdReturn(), 2).raw(" for buy and hold.");
        shares();
        page.raw(
                "</figcaption><canvas id=overview class=js tabindex=0 role=img aria-label=\"Whole run; drag to choose the range");
        page.raw(" of all charts\"></canvas></figure>\n");
        chart(page, "underwater", "Drawdown");
        page.raw("Equity below its highest so far; deepest ").percent(figures.maxDrawdown(), 2);
        page.raw(", for buy and hold ").percent(figures.holdDrawdown(), 2).raw(".</figcaption></figure>\n");
        chart(page, "price", "Price and trades");
        String drawn = input.candles().market();
        long trades = input.trades().stream()
                .filter(trade -> trade.market().equals(drawn))
                .count();
        page.raw("Candles of ").text(drawn).raw(" with ").count(trades);
        page.raw(" trades. Arrows: entries, up for long, down for short. Rings: exits. Lines join the two,");
        page.raw(" coloured by profit; dashes: stop and target.");
        if (!plots.in(ReportPlots.OVER_PRICE).isEmpty()) {
            page.raw(" Over them: ");
            words(plots.in(ReportPlots.OVER_PRICE), input.candles().priceDecimals());
        }
        page.raw("</figcaption></figure>\n");
        for (int pane = 0; pane < plots.panes(); pane++) {
            chart(page, "pane" + pane, "Indicator");
            words(plots.in(pane), 4);
            page.raw("</figcaption></figure>\n");
        }
        new ReportCourse(input, page).charts();
        page.raw(
                "<p class=\"note js\">Drag across a chart to zoom, double-click for all; keys: <kbd>+</kbd> <kbd>-</kbd>");
        page.raw(" <kbd>&larr;</kbd> <kbd>&rarr;</kbd> when a chart has the focus, <kbd>n</kbd> <kbd>p</kbd> next and");
        page.raw(
                " previous trade, <kbd>enter</kbd> its card. A stop or target fill carries its bar&rsquo;s open time:");
        page.raw(" the moment inside the bar is not known.</p>\n</section>\n");
        drawdowns(falls);
    }

    /** What each of several strategies made. */
    private void shares() {
        for (ReportInput.Share share : input.shares()) {
            page.raw(" ").text(share.name()).raw(" made ");
            page.grouped(last(share.profit()), input.equity().moneyDecimals()).raw('.');
        }
    }

    private void words(List<ReportPlots.Line> lines, int decimals) {
        String before = "";
        for (ReportPlots.Line line : lines) {
            page.raw(before).text(line.name()).raw(", at the end ").trimmed(line.last(), decimals);
            page.raw(", between ").trimmed(line.low(), decimals).raw(" and ").trimmed(line.high(), decimals);
            before = "; ";
        }
        page.raw('.');
    }

    /** A figure with its canvas, open at its words. */
    static void chart(Html page, String id, String name) {
        page.raw("<figure class=chart><div class=title><h2>")
                .raw(name)
                .raw("</h2><div class=readout id=")
                .raw(id);
        page.raw("-readout></div></div><canvas class=js id=").raw(id).raw(" tabindex=0 role=img aria-describedby=");
        page.raw(id)
                .raw("-words aria-label=\"")
                .raw(name)
                .raw("\"></canvas><figcaption id=")
                .raw(id)
                .raw("-words>");
    }

    private void drawdowns(List<Drawdowns.Fall> falls) {
        page.raw("<section id=drawdowns><h2>Deepest drawdowns</h2>\n");
        if (falls.isEmpty()) {
            page.raw("<p class=note>Equity never fell below an earlier height.</p></section>\n");
            return;
        }
        page.raw(
                "<div class=scroll><table><caption class=hidden>The ten deepest drawdowns; a row shows its time in the");
        page.raw(" charts</caption><thead><tr><th scope=col class=n>#<th scope=col class=n>Depth<th scope=col>Peak");
        page.raw("<th scope=col>Trough<th scope=col>Recovered<th scope=col class=n>Falling for<th scope=col class=n>");
        page.raw("Lasted</thead><tbody>\n");
        int number = 0;
        long end = input.candles().closeTime(input.candles().size() - 1);
        for (Drawdowns.Fall fall : falls) {
            long peak = timeOf(fall.peak());
            long trough = timeOf(fall.trough());
            long over = fall.recovery() < 0 ? end : timeOf(fall.recovery());
            page.raw("<tr")
                    .raw(range(peak, over))
                    .raw("><th scope=row class=n>")
                    .whole(++number)
                    .raw("<td class=\"n loss\">");
            page.percent(-fall.depth(), 2)
                    .raw("<td>")
                    .time(peak)
                    .raw("<td>")
                    .time(trough)
                    .raw("<td>");
            if (fall.recovery() < 0) {
                page.raw("not yet");
            } else {
                page.time(over);
            }
            page.raw("<td class=n>").duration(trough - peak).raw("<td class=n>");
            page.duration(over - peak).raw('\n');
        }
        page.raw("</table></div></section>\n");
    }

    private long timeOf(int bar) {
        return bar < 0 ? input.candles().openTime(0) : input.candles().closeTime(bar);
    }

    /** Marks an element as showing these times in the charts when chosen; in milliseconds. */
    private static String range(long from, long to) {
        return " data-from=" + from / 1_000_000 + " data-to=" + to / 1_000_000;
    }

    /** Chart 4. */
    void months() {
        page.raw(
                "<section id=months><h2>Monthly returns</h2>\n<div class=scroll><table class=heat><caption class=hidden>");
        page.raw(
                "Returns by month, in percent, with yearly totals and buy and hold</caption><thead><tr><th scope=col>Year");
        for (String month : MONTHS) {
            page.raw("<th scope=col class=n>").raw(month);
        }
        page.raw("<th scope=col class=n>Year<th scope=col class=n>Hold</thead><tbody>\n");
        List<MonthlyReturns.Year> years = MonthlyReturns.of(input);
        double strongest = 1e-9;
        for (MonthlyReturns.Year year : years) {
            for (double month : year.months()) {
                strongest = Math.max(strongest, Double.isNaN(month) ? 0 : Math.abs(month));
            }
        }
        for (MonthlyReturns.Year year : years) {
            page.raw("<tr><th scope=row>").whole(year.year());
            for (int month = 0; month < 12; month++) {
                month(year, month, strongest);
            }
            page.raw("<td class=\"n total ")
                    .raw(Html.tone(year.total()))
                    .raw("\">")
                    .grouped(year.total() * 100, 2);
            page.raw("<td class=\"n total\">").grouped(year.hold() * 100, 2).raw('\n');
        }
        page.raw("</table></div><p class=note>In percent, of equity at bar closes, UTC.</p>\n");
        page.raw(
                "<details id=daily class=js><summary>Every day</summary><div id=calendar></div></details></section>\n");
    }

    private void month(MonthlyReturns.Year year, int month, double strongest) {
        double value = year.months().get(month);
        if (Double.isNaN(value)) {
            page.raw("<td>");
            return;
        }
        LocalDate first = LocalDate.of(year.year(), month + 1, 1);
        heat(
                value,
                strongest,
                range(first.toEpochDay() * DAY, first.plusMonths(1).toEpochDay() * DAY));
        page.grouped(value * 100, 2);
    }

    private void heat(double value, double strongest, String more) {
        page.raw("<td class=\"n ").raw(value < 0 ? "cold" : "warm").raw("\" style=--s:");
        page.plain(0.05 + 0.5 * Math.abs(value) / strongest, 2).raw(more).raw('>');
    }

    /** Every metric of the daily returns, beside buy and hold. */
    void metrics() {
        page.raw(
                "<section id=metrics><h2>All metrics</h2>\n<details><summary>Definitions of quantstats 0.0.86, on daily");
        page.raw(" returns, beside buy and hold</summary>\n<div class=columns><table><caption class=hidden>Metrics");
        page.raw("</caption><thead><tr><th scope=col>Metric<th scope=col class=n>Strategy<th scope=col class=n>Hold");
        page.raw("</thead><tbody>\n");
        for (Map.Entry<String, OptionalDouble> metric :
                input.totals().metrics().values().entrySet()) {
            page.raw("<tr><th scope=row><code>").raw(metric.getKey()).raw("</code><td class=n>");
            page.grouped(metric.getValue(), 5).raw("<td class=n>");
            page.grouped(figures.hold().value(metric.getKey()), 5).raw('\n');
        }
        page.raw("</table></div></details></section>\n");
    }

    private static double last(double[] values) {
        return values[values.length - 1];
    }
}
