package io.fulmar.research.sweep;

import io.fulmar.research.backtest.Html;
import io.fulmar.research.robustness.Gate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The best combinations, and the command that runs one of them. */
final class SweepTop {
    private static final int TOP = 20;

    private final SweepSurvey survey;
    private final String reproduce;
    private final Html page;

    SweepTop(SweepSurvey survey, String reproduce, Html page) {
        this.survey = survey;
        this.reproduce = reproduce;
        this.page = page;
    }

    void write() {
        List<Row> top = survey.top();
        Map<Long, String> places = new HashMap<>();
        survey.closed()
                .shortlist()
                .forEach(one -> places.put(one.combination(), one.rankBest() + " to " + one.rankWorst()));
        page.raw(
                "<section id=top><h2>The best</h2>\n<div class=scroll><table class=wide><caption class=hidden>The best combinations");
        page.raw("</caption><thead><tr><th scope=col class=n>#");
        for (int axis : survey.steps().varied()) {
            page.raw("<th scope=col class=n>").text(survey.steps().name(axis));
        }
        for (String head : List.of("Score", "G", "Net return", "Max drawdown", "Trades", "Places")) {
            page.raw("<th scope=col class=n>").raw(head);
        }
        page.raw("<th scope=col>Fails</thead><tbody>\n");
        for (int i = 0; i < Math.min(TOP, top.size()); i++) {
            Row row = top.get(i);
            page.raw("<tr tabindex=0 data-combination=")
                    .whole(row.combination())
                    .raw("><th scope=row class=n>")
                    .whole(i + 1);
            for (int axis : survey.steps().varied()) {
                page.raw("<td class=n>").text(survey.steps().value(axis, row.combination()));
            }
            page.raw("<td class=n>").grouped(row.score(), 4).raw("<td class=n>").grouped(row.growth(), 4);
            page.raw("<td class=n>")
                    .percent(row.netReturn(), 2)
                    .raw("<td class=n>")
                    .percent(row.maxDrawdown(), 2);
            page.raw("<td class=n>")
                    .count(row.trades())
                    .raw("<td class=n>")
                    .raw(places.getOrDefault(row.combination(), Html.NONE))
                    .raw("<td>")
                    .text(String.join(
                            ", ",
                            Gate.of(row.reasons()).stream().map(Gate::word).toList()))
                    .raw('\n');
        }
        page.raw("</table></div><p class=note>Eligible ones by score, the others by G. ");
        again();
        page.raw("<span class=js>A row shows the command that");
        page.raw(
                " runs it, with its own report.</span></p>\n<p class=reproduce><b>its own report:</b> <code id=command>");
        page.text(reproduce);
        if (!top.isEmpty()) {
            for (int axis : survey.steps().varied()) {
                page.raw(" --param ").text(survey.steps().name(axis)).raw("=");
                page.text(survey.steps().value(axis, top.get(0).combination()));
            }
        }
        page.raw("</code> <button type=button id=copy class=js>Copy</button></p>\n");
        page.raw("</section>\n");
    }

    /** What the second look said. */
    private void again() {
        Closing.Closed closed = survey.closed();
        if (closed.rechecked() > 0) {
            page.count(closed.rechecked()).raw(" were run again through the desk itself, without one different bit. ");
        }
        if (!closed.shortlist().isEmpty()) {
            page.raw("The first ")
                    .count(closed.shortlist().size())
                    .raw(" were scored anew by draws that did not select them: their");
            page.raw(" scores are those alone, and places are the best and the worst under any of them. ");
        }
        if (!Double.isNaN(closed.recall())) {
            page.raw("The sweep was pruned: the others have a score by few paths. Of the best of a sample it found ");
            page.percent(closed.recall(), 0).raw(". ");
        }
    }
}
