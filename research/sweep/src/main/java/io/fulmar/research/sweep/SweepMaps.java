package io.fulmar.research.sweep;

import io.fulmar.research.backtest.Html;
import java.util.List;
import java.util.Optional;

/** The heatmap over any two parameters: drawn by the script, told here in words and, for the first two, in a table. */
final class SweepMaps {
    private static final int TABLE_MAX = 12;

    private final SweepSurvey survey;
    private final Steps steps;
    private final Html page;

    SweepMaps(SweepSurvey survey, Html page) {
        this.survey = survey;
        this.steps = survey.steps();
        this.page = page;
    }

    void write() {
        page.raw("<section id=heatmap><h2>Over two parameters</h2>\n");
        if (survey.maps().isEmpty() || survey.evaluated() == 0) {
            page.raw("<p class=note>Nothing varies, so there is nothing to map.</p></section>\n");
            return;
        }
        page.raw(
                "<div class=\"tools js\"><label>across <select id=across></select></label><label>up <select id=up></select></label>");
        page.raw("<label>shows <select id=shows><option value=growth>mean of G<option value=best>best of the cell");
        page.raw(
                "<option value=net>mean net return<option value=drawdown>drawdown of its best<option value=eligible>share");
        page.raw(
                " eligible<option value=trades>trades of its best</select></label><button type=button id=plateau aria-pressed=true>");
        page.raw(
                "Plateau</button></div>\n<figure class=chart><div class=readout id=map-readout></div><canvas id=map class=js tabindex=0");
        page.raw(
                " role=img aria-describedby=map-words aria-label=\"Results over two parameters\"></canvas><figcaption id=map-words>");
        sentences(survey.maps().get(0));
        page.raw(
                "</figcaption></figure>\n<noscript><p class=note>The map needs JavaScript; the tables do not.</p></noscript>\n");
        table(survey.maps().get(0));
        page.raw("</section>\n");
    }

    private void sentences(Heatmap map) {
        double threshold = map.threshold();
        int cells = 0;
        int plateau = 0;
        for (int row = 0; row < map.rows(); row++) {
            for (int column = 0; column < map.columns(); column++) {
                cells += map.cell(column, row).results() > 0 ? 1 : 0;
                plateau += map.onPlateau(column, row, threshold) ? 1 : 0;
            }
        }
        page.raw(
                "Framed cells stand on a plateau: they and all their neighbours earn on average and are in the best quarter, by mean G. Over ");
        page.text(steps.name(map.across()));
        if (map.across() != map.up()) {
            page.raw(" and ").text(steps.name(map.up()));
        }
        page.raw(" these are ").count(plateau).raw(" of ").count(cells).raw(" cells. ");
        Optional<Row> best = map.steadiest().flatMap(Heatmap.Cell::best);
        best.ifPresent(row -> {
            page.raw("Where one may err most, the best is ");
            page.text(parameters(row))
                    .raw(" with a net return of ")
                    .percent(row.netReturn(), 2)
                    .raw('.');
        });
        survey.plateau().ifPresent(near -> {
            page.raw(" Of the ")
                    .count(near.neighbours())
                    .raw(" neighbours of the best, within one step of every parameter, ");
            boolean earns = survey.top().get(0).growth() > 0;
            page.percent(near.share(), 0)
                    .raw(earns ? " keep at least half of its G" : " do no worse")
                    .raw("; a quarter of them have at most ");
            page.grouped(near.quartile(), 3)
                    .raw(", the worst ")
                    .grouped(near.lowest(), 3)
                    .raw('.');
        });
        page.raw("<span class=js> A click shows the command that runs the best of a cell.</span>");
    }

    private String parameters(Row row) {
        return String.join(
                ", ",
                steps.varied().stream()
                        .map(axis -> steps.name(axis) + " " + steps.value(axis, row.combination()))
                        .toList());
    }

    /** The first map, with neighbours joined until it fits. */
    private void table(Heatmap map) {
        int wide = Math.ceilDiv(map.columns(), Math.min(TABLE_MAX, map.columns()));
        int high = Math.ceilDiv(map.rows(), Math.min(TABLE_MAX, map.rows()));
        page.raw(
                "<details><summary>As a table: mean of G, by the first value of each group</summary><div class=scroll><table class=heat>");
        page.raw("<thead><tr><td>");
        for (int column = 0; column < map.columns(); column += wide) {
            page.raw("<th scope=col class=n>").text(value(map.across(), column));
        }
        page.raw("</thead><tbody>\n");
        for (int row = (map.rows() - 1) / high * high; row >= 0; row -= high) {
            page.raw("<tr><th scope=row>").text(map.across() == map.up() ? "" : value(map.up(), row));
            for (int column = 0; column < map.columns(); column += wide) {
                cell(
                        map,
                        List.of(column, Math.min(map.columns(), column + wide)),
                        List.of(row, Math.min(map.rows(), row + high)));
            }
            page.raw('\n');
        }
        page.raw("</table></div></details>\n");
    }

    private String value(int axis, int bin) {
        return steps.values(axis).get(steps.first(axis, bin));
    }

    private void cell(Heatmap map, List<Integer> columns, List<Integer> rows) {
        double sum = 0;
        long results = 0;
        for (int row = rows.get(0); row < rows.get(1); row++) {
            for (int column = columns.get(0); column < columns.get(1); column++) {
                Heatmap.Cell cell = map.cell(column, row);
                sum += cell.results() > 0 ? cell.growth() * cell.results() : 0;
                results += cell.results();
            }
        }
        if (results == 0) {
            page.raw("<td>");
            return;
        }
        double mean = sum / results;
        page.raw("<td class=\"n ").raw(mean < 0 ? "cold" : "warm").raw("\" style=--s:");
        page.plain(0.05 + 0.5 * Math.min(1, Math.abs(mean)), 2).raw('>').grouped(mean, 2);
    }
}
