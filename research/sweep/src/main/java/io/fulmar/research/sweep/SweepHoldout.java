package io.fulmar.research.sweep;

import io.fulmar.research.backtest.Html;
import java.util.List;
import java.util.Optional;

/** What was held out of a sweep, how often it was looked at, and what was seen. Drawn from the log: the page looks at nothing itself. */
final class SweepHoldout {
    private static final double YEAR_ROOT = Math.sqrt(365);

    private final SweepSurvey survey;
    private final Html page;

    SweepHoldout(SweepSurvey survey, Html page) {
        this.survey = survey;
        this.page = page;
    }

    void write() {
        Optional<String> percent =
                Optional.ofNullable(survey.manifest().settings().get("--holdout"));
        if (percent.isEmpty()) {
            return;
        }
        HoldoutLog.Content opened = survey.opened();
        page.raw("<section id=holdout><h2>Held out</h2>\n<p class=note>The last ")
                .text(percent.get());
        page.raw(" of the bars of every market were locked away from this sweep. ");
        if (opened.openings().isEmpty()) {
            page.raw(
                    "They were never looked at. <code>fulmar sweep holdout</code> does, once and for the best.</p></section>\n");
            return;
        }
        HoldoutLog.Opening first = opened.openings().getFirst();
        page.raw("They were looked at ").count(opened.openings().size());
        page.raw(opened.openings().size() == 1 ? " time, on " : " times, first on ")
                .text(first.at());
        page.raw(": ").count(opened.combinations());
        page.raw(opened.combinations() == 1 ? " combination.</p>\n" : " combinations in all.</p>\n");
        if (opened.openings().size() > 1 || opened.combinations() > 1) {
            page.raw(
                            "<p class=banner role=note><strong>No longer unseen.</strong> Whoever looks more than once chooses by what")
                    .raw(" is seen; the best of several looks is lucky here too.</p>\n");
        }
        table(opened.seen());
        page.raw("</section>\n");
    }

    private void table(List<HoldoutLog.Seen> seen) {
        page.raw(
                "<div class=scroll><table class=wide><caption class=hidden>Combinations on held-out bars</caption><thead><tr>");
        page.raw("<th scope=col class=n>Look<th scope=col class=n>Combination<th scope=col>Market");
        for (String head : List.of("Net return", "Max drawdown", "Trades", "Sharpe", "Deflated")) {
            page.raw("<th scope=col class=n>").raw(head);
        }
        page.raw("</thead><tbody>\n");
        for (HoldoutLog.Seen one : seen) {
            page.raw("<tr><th scope=row class=n>")
                    .whole(one.opening())
                    .raw("<td class=n>")
                    .whole(one.combination());
            page.raw("<td>").text(one.market()).raw("<td class=n><span class=").raw(Html.tone(one.netReturn()));
            page.raw('>').percent(one.netReturn(), 2).raw("</span><td class=n>").percent(one.maxDrawdown(), 2);
            page.raw("<td class=n>").count(one.trades()).raw("<td class=n>").grouped(one.sharpe() * YEAR_ROOT, 2);
            page.raw("<td class=n>").percent(one.deflated(), 1).raw('\n');
        }
        page.raw(
                "</table></div><p class=note>Deflated: how likely the true Sharpe ratio is above what the best of so many looks shows by luck.</p>\n");
    }
}
