package io.fulmar.research.sweep;

import io.fulmar.research.backtest.Html;
import java.util.ArrayList;
import java.util.List;

/** The results that no other beats in both return and drawdown. Drawn here, so it needs no script. */
final class SweepPareto {
    private static final int DOTS_MAX = 300;
    private static final int ROWS = 15;
    private static final int WIDTH = 720;
    private static final int HEIGHT = 260;
    private static final int EDGE = 66;

    private final SweepSurvey survey;
    private final Html page;

    SweepPareto(SweepSurvey survey, Html page) {
        this.survey = survey;
        this.page = page;
    }

    void write() {
        List<Row> front = survey.front();
        page.raw("<section id=pareto><h2>Return against drawdown</h2>\n");
        if (front.isEmpty()) {
            page.raw("<p class=note>No combination traded.</p></section>\n");
            return;
        }
        page.raw("<div class=two><figure class=chart><svg class=\"bars dots\" viewBox=\"0 0 ")
                .whole(WIDTH)
                .raw(' ')
                .whole(HEIGHT + 22);
        page.raw("\" role=img aria-label=\"Net return, upwards, against drawdown, to the right\">");
        double low = front.get(0).netReturn();
        double high = front.get(front.size() - 1).netReturn();
        double left = front.get(0).maxDrawdown();
        double right = front.get(front.size() - 1).maxDrawdown();
        StringBuilder line = new StringBuilder();
        for (Row row : thinned(front, DOTS_MAX)) {
            double x = EDGE + part(row.maxDrawdown(), left, right) * (WIDTH - EDGE - 8);
            double y = 8 + (1 - part(row.netReturn(), low, high)) * (HEIGHT - 16);
            line.append(line.isEmpty() ? "M" : "L")
                    .append(Math.round(x * 10) / 10.0)
                    .append(' ')
                    .append(Math.round(y * 10) / 10.0);
            page.raw("<circle r=4 cx=")
                    .plain(x, 1)
                    .raw(" cy=")
                    .plain(y, 1)
                    .raw(" data-combination=")
                    .whole(row.combination());
            page.raw("><title>")
                    .percent(row.netReturn(), 2)
                    .raw(" with ")
                    .percent(row.maxDrawdown(), 2)
                    .raw("</title></circle>");
        }
        page.raw("<path class=curve d=\"").raw(line.toString()).raw("\"/>");
        label(EDGE - 6, 14, "end", high);
        label(EDGE - 6, HEIGHT - 4, "end", low);
        label(EDGE, HEIGHT + 16, "start", left);
        label(WIDTH, HEIGHT + 16, "end", right);
        page.raw(
                "</svg><figcaption>Net return, upwards, against the worst drawdown, to the right: the true front of all ");
        page.count(survey.evaluated())
                .raw(" results, ")
                .count(front.size())
                .raw(" of them. Nothing earned more with less.");
        page.raw("</figcaption></figure>\n");
        table(front);
        page.raw("</div></section>\n");
    }

    private void table(List<Row> front) {
        page.raw("<div class=scroll><table class=wide><caption class=hidden>The front</caption><thead><tr>");
        for (int axis : survey.steps().varied()) {
            page.raw("<th scope=col class=n>").text(survey.steps().name(axis));
        }
        page.raw(
                "<th scope=col class=n>Net return<th scope=col class=n>Max drawdown<th scope=col class=n>Trades</thead><tbody>\n");
        for (Row row : thinned(front, ROWS)) {
            page.raw("<tr tabindex=0 data-combination=")
                    .whole(row.combination())
                    .raw('>');
            for (int axis : survey.steps().varied()) {
                page.raw("<td class=n>").text(survey.steps().value(axis, row.combination()));
            }
            page.raw("<td class=n>")
                    .percent(row.netReturn(), 2)
                    .raw("<td class=n>")
                    .percent(row.maxDrawdown(), 2);
            page.raw("<td class=n>").count(row.trades()).raw('\n');
        }
        page.raw("</table></div>\n");
    }

    private void label(int x, int y, String anchor, double value) {
        page.raw("<text x=")
                .whole(x)
                .raw(" y=")
                .whole(y)
                .raw(" text-anchor=")
                .raw(anchor)
                .raw('>')
                .percent(value, 1)
                .raw("</text>");
    }

    private static double part(double value, double low, double high) {
        return high > low ? (value - low) / (high - low) : 0.5;
    }

    /** So many of them at most, evenly chosen, both ends among them. */
    private static List<Row> thinned(List<Row> rows, int most) {
        if (rows.size() <= most) {
            return rows;
        }
        List<Row> some = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            some.add(rows.get((int) ((long) i * (rows.size() - 1) / (most - 1))));
        }
        return some;
    }
}
