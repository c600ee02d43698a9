package io.fulmar.research.sweep;

import io.fulmar.research.backtest.Html;

/** Which parameter matters, and what each of its values did on average. Needs no script. */
final class SweepMargins {
    private static final int BARS_MAX = 60;
    private static final int WIDTH = 360;
    private static final int HEIGHT = 90;

    private final SweepSurvey survey;
    private final Html page;

    SweepMargins(SweepSurvey survey, Html page) {
        this.survey = survey;
        this.page = page;
    }

    void write() {
        page.raw("<section id=importance><h2>Which parameters matter</h2>\n");
        if (survey.importances().isEmpty()) {
            page.raw("<p class=note>Nothing varies.</p></section>\n");
            return;
        }
        page.raw(
                "<table class=\"falls list\"><caption class=hidden>Share of the differences in G that each parameter explains</caption>");
        page.raw("<tbody>\n");
        survey.importances().forEach((axis, importance) -> {
            page.raw("<tr><th scope=row>")
                    .text(survey.steps().name(axis))
                    .raw("<td class=way><i class=plain style=\"left:0;width:");
            page.plain(Math.max(0.3, importance.share() * 100), 2)
                    .raw("%\"></i><td class=n>")
                    .percent(importance.share(), 1);
            page.raw('\n');
        });
        page.raw(
                "</table><p class=note>How much of the differences in G a parameter explains by itself, less what chance would give so");
        page.raw(
                " many values; what two do together is in neither. One that explains nothing can be left at its default.</p>\n");
        page.raw("<div class=three>\n");
        survey.importances().forEach(this::margin);
        page.raw("</div></section>\n");
    }

    /** Mean of G by value, joined where there are many. */
    private void margin(int axis, Importance importance) {
        int bars = Math.min(BARS_MAX, importance.values());
        double[] means = new double[bars];
        double most = 1e-12;
        for (int bar = 0; bar < bars; bar++) {
            double sum = 0;
            long count = 0;
            for (int value = start(bar, bars, importance.values());
                    value < start(bar + 1, bars, importance.values());
                    value++) {
                sum += importance.count(value) > 0 ? importance.mean(value) * importance.count(value) : 0;
                count += importance.count(value);
            }
            means[bar] = count == 0 ? Double.NaN : sum / count;
            most = Math.max(most, count == 0 ? 0 : Math.abs(means[bar]));
        }
        page.raw("<figure><h3>")
                .text(survey.steps().name(axis))
                .raw("</h3><svg class=bars viewBox=\"0 0 ")
                .whole(WIDTH)
                .raw(' ');
        page.whole(HEIGHT + 18).raw("\" role=img aria-label=\"Mean of G by value\">");
        double low = lowest(means);
        double high = highest(means);
        double zero = HEIGHT * high / (high - low);
        int best = 0;
        for (int bar = 0; bar < bars; bar++) {
            best = means[bar] > means[best] || Double.isNaN(means[best]) ? bar : best;
            if (!Double.isNaN(means[bar])) {
                double top = HEIGHT * (high - Math.max(0, means[bar])) / (high - low);
                double tall = Math.max(0.8, HEIGHT * Math.abs(means[bar]) / (high - low));
                page.raw("<rect class=")
                        .raw(Html.tone(means[bar]))
                        .raw(" x=")
                        .plain((double) bar * WIDTH / bars + 0.5, 2);
                page.raw(" y=")
                        .plain(means[bar] < 0 ? zero : top, 2)
                        .raw(" width=")
                        .plain(Math.max(1, (double) WIDTH / bars - 1), 2);
                page.raw(" height=").plain(tall, 2).raw(" />");
            }
        }
        page.raw("<path class=base d=\"M0 ")
                .plain(zero, 1)
                .raw('h')
                .whole(WIDTH)
                .raw("\"/><text x=0 y=")
                .whole(HEIGHT + 14);
        page.raw('>')
                .text(survey.steps().values(axis).get(0))
                .raw("</text><text text-anchor=end x=")
                .whole(WIDTH)
                .raw(" y=");
        page.whole(HEIGHT + 14)
                .raw('>')
                .text(survey.steps().values(axis).get(importance.values() - 1))
                .raw("</text></svg>");
        page.raw("<figcaption>Mean of G by value, best near ");
        page.text(survey.steps().values(axis).get(start(best, bars, importance.values())))
                .raw(": ")
                .grouped(means[best], 3);
        page.raw(".</figcaption></figure>\n");
    }

    private static int start(int bar, int bars, int values) {
        return (int) ((long) bar * values / bars);
    }

    private static double lowest(double[] values) {
        double lowest = 0;
        for (double value : values) {
            lowest = value < lowest ? value : lowest;
        }
        return lowest;
    }

    private static double highest(double[] values) {
        double highest = 1e-9;
        for (double value : values) {
            highest = value > highest ? value : highest;
        }
        return highest;
    }
}
