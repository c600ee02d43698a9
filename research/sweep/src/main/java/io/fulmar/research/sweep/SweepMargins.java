package io.fulmar.research.sweep;

import io.fulmar.research.backtest.Html;
import java.util.List;

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
        for (int bar = 0; bar < bars; bar++) {
            means[bar] =
                    mean(importance, start(bar, bars, importance.values()), start(bar + 1, bars, importance.values()));
        }
        List<String> values = survey.steps().values(axis);
        page.raw("<figure><h3>").text(survey.steps().name(axis)).raw("</h3>");
        bars(means, values.get(0), values.get(importance.values() - 1));
        int best = 0;
        for (int bar = 0; bar < bars; bar++) {
            best = means[bar] > means[best] || Double.isNaN(means[best]) ? bar : best;
        }
        page.raw("<figcaption>Mean of G by value, best near ");
        page.text(values.get(start(best, bars, importance.values()))).raw(": ").grouped(means[best], 3);
        page.raw(".</figcaption></figure>\n");
    }

    /** Of the values from one to another, exclusive; NaN where there is no result. */
    private static double mean(Importance importance, int from, int to) {
        double sum = 0;
        long count = 0;
        for (int value = from; value < to; value++) {
            sum += importance.count(value) > 0 ? importance.mean(value) * importance.count(value) : 0;
            count += importance.count(value);
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private void bars(double[] means, String first, String last) {
        page.raw("<svg class=bars viewBox=\"0 0 ").whole(WIDTH).raw(' ').whole(HEIGHT + 18);
        page.raw("\" role=img aria-label=\"Mean of G by value\">");
        double low = lowest(means);
        double high = highest(means);
        double zero = HEIGHT * high / (high - low);
        double wide = (double) WIDTH / means.length;
        for (int bar = 0; bar < means.length; bar++) {
            if (!Double.isNaN(means[bar])) {
                double top = means[bar] < 0 ? zero : HEIGHT * (high - means[bar]) / (high - low);
                page.raw("<rect class=").raw(Html.tone(means[bar])).raw(" x=").plain(bar * wide + 0.5, 2);
                page.raw(" y=")
                        .plain(top, 2)
                        .raw(" width=")
                        .plain(Math.max(1, wide - 1), 2)
                        .raw(" height=");
                page.plain(Math.max(0.8, HEIGHT * Math.abs(means[bar]) / (high - low)), 2)
                        .raw(" />");
            }
        }
        page.raw("<path class=base d=\"M0 ")
                .plain(zero, 1)
                .raw('h')
                .whole(WIDTH)
                .raw("\"/><text x=0 y=");
        page.whole(HEIGHT + 14)
                .raw('>')
                .text(first)
                .raw("</text><text text-anchor=end x=")
                .whole(WIDTH)
                .raw(" y=");
        page.whole(HEIGHT + 14).raw('>').text(last).raw("</text></svg>");
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
