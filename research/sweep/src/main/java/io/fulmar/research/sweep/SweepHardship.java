package io.fulmar.research.sweep;

import io.fulmar.research.backtest.Html;
import io.fulmar.research.robustness.Stress;
import java.util.List;
import java.util.stream.Stream;

/** What would break the best: costs, the state of the market, other markets. */
final class SweepHardship {
    private final SweepSurvey survey;
    private final List<Scrutiny> markets;
    private final Html page;

    SweepHardship(SweepSurvey survey, List<Scrutiny> markets, Html page) {
        this.survey = survey;
        this.markets = markets;
        this.page = page;
    }

    void write() {
        page.raw("<section id=hardship><h2>What would break it</h2>\n");
        for (Scrutiny close : markets) {
            if (markets.size() > 1) {
                page.raw("<h3>").text(close.market()).raw("</h3>\n");
            }
            costs(close.hardship());
            regimes(close.hardship());
            elsewhere(close.hardship());
        }
        page.raw("</section>\n");
    }

    private void head(String caption, List<String> heads) {
        page.raw("<div class=scroll><table class=wide><caption class=hidden>").raw(caption);
        page.raw("</caption><thead><tr><th scope=col class=n>#");
        for (int axis : survey.steps().varied()) {
            page.raw("<th scope=col class=n>").text(survey.steps().name(axis));
        }
        heads.forEach(head -> page.raw("<th scope=col class=n>").raw(head));
        page.raw("</thead><tbody>\n");
    }

    private void row(int place) {
        long combination = survey.top().get(place).combination();
        page.raw("<tr tabindex=0 data-combination=")
                .whole(combination)
                .raw("><th scope=row class=n>")
                .whole(place + 1L);
        for (int axis : survey.steps().varied()) {
            page.raw("<td class=n>").text(survey.steps().value(axis, combination));
        }
    }

    private void costs(Hardship hardship) {
        head("Costs that the best bear", List.of("costs borne", "G, costs twice", "G, three times"));
        for (int i = 0; i < hardship.stresses().size(); i++) {
            Stress stress = hardship.stresses().get(i);
            row(i);
            page.raw("<td class=n>");
            if (Double.isNaN(stress.breakEven())) {
                page.raw(Html.NONE);
            } else if (stress.breakEven() <= 0) {
                page.raw("none");
            } else if (Double.isInfinite(stress.breakEven())) {
                page.raw("any");
            } else {
                page.grouped(stress.breakEven(), 2).raw(" times");
            }
            toned(stress.growthTwice(), 3, false);
            toned(stress.growthThrice(), 3, false);
            page.raw('\n');
        }
        page.raw(
                "</table></div><p class=note>Costs borne: how many times what was paid the trades would have earned. Below 1 they gained nothing; none: they lose without any costs.</p>\n");
    }

    private void regimes(Hardship hardship) {
        head("Mean daily return by the state of the market", append(Stress.REGIMES, "spread"));
        for (int i = 0; i < hardship.stresses().size(); i++) {
            Stress stress = hardship.stresses().get(i);
            row(i);
            for (double mean : stress.regimes()) {
                toned(mean, 2, true);
            }
            page.raw("<td class=n>").percent(stress.spread(), 2).raw('\n');
        }
        page.raw(
                "</table></div><p class=note>Mean return a day, by how the market moved over the twenty days before. What lives on one state dies with it.</p>\n");
    }

    private static List<String> append(List<String> words, String last) {
        return Stream.concat(words.stream(), Stream.of(last)).toList();
    }

    private void elsewhere(Hardship hardship) {
        if (hardship.elsewhere().isEmpty()) {
            return;
        }
        head(
                "The best on markets that never were",
                List.of("gaining", "5 %", "median", "95 %", "real", "drawdown, median", "drawdown, 95 %"));
        for (int i = 0; i < hardship.elsewhere().size(); i++) {
            Hardship.Elsewhere one = hardship.elsewhere().get(i);
            row(i);
            page.raw("<td class=n>").percent(one.gaining(), 0);
            for (int percent : new int[] {5, 50, 95}) {
                toned(Hardship.Elsewhere.quantile(one.netReturns(), percent), 1, true);
            }
            toned(one.real(), 1, true);
            page.raw("<td class=n>").percent(Hardship.Elsewhere.quantile(one.drawdowns(), 50), 1);
            page.raw("<td class=n>")
                    .percent(Hardship.Elsewhere.quantile(one.drawdowns(), 95), 1)
                    .raw('\n');
        }
        page.raw("</table></div><p class=note>Net return on ").count(hardship.markets());
        page.raw(" markets that never were: its bars drawn anew in blocks of ").count(hardship.block());
        page.raw(
                " on average, each relative to the close before. What a market remembers for longer is lost there, and an edge that needs it too.</p>\n");
    }

    private void toned(double value, int decimals, boolean percent) {
        page.raw("<td class=n>");
        if (!Double.isFinite(value)) {
            page.raw(Html.NONE);
            return;
        }
        page.raw("<span class=").raw(Html.tone(value)).raw('>');
        if (percent) {
            page.percent(value, decimals);
        } else {
            page.grouped(value, decimals);
        }
        page.raw("</span>");
    }
}
