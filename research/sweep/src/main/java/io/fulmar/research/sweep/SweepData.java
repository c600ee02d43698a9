package io.fulmar.research.sweep;

import io.fulmar.research.backtest.Html;
import io.fulmar.research.backtest.Packed;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What the script draws: the maps, and the values of the combinations that it may be asked for. */
final class SweepData {
    private static final double TEN_THOUSAND = 10_000;

    private final SweepSurvey survey;
    private final Steps steps;
    private final String reproduce;
    private final Html page;
    private final TreeMap<Integer, TreeMap<Integer, String>> used = new TreeMap<>();

    SweepData(SweepSurvey survey, String reproduce, Html page) {
        this.survey = survey;
        this.steps = survey.steps();
        this.reproduce = reproduce;
        this.page = page;
    }

    void write() {
        page.raw("{\"reproduce\":").raw(quoted(reproduce)).raw(",\"maps\":[");
        String before = "";
        for (Heatmap map : survey.maps()) {
            page.raw(before);
            map(map);
            before = ",\n";
        }
        page.raw("],\n\"rows\":{");
        before = "";
        for (Row row : survey.top()) {
            page.raw(before).raw("\"").whole(row.combination()).raw("\":").raw(quoted(parameters(row.combination())));
            before = ",";
        }
        for (Row row : survey.front()) {
            page.raw(before).raw("\"").whole(row.combination()).raw("\":").raw(quoted(parameters(row.combination())));
            before = ",";
        }
        page.raw("},\n\"axes\":[");
        before = "";
        for (int axis : steps.varied()) {
            page.raw(before)
                    .raw("{\"place\":")
                    .whole(axis)
                    .raw(",\"name\":")
                    .raw(quoted(steps.name(axis)))
                    .raw(",\"used\":{");
            before = "";
            for (var value : used.getOrDefault(axis, new TreeMap<>()).entrySet()) {
                page.raw(before).raw("\"").whole(value.getKey()).raw("\":").raw(quoted(value.getValue()));
                before = ",";
            }
            page.raw("}}");
            before = ",";
        }
        page.raw("]}");
    }

    private String parameters(long combination) {
        StringBuilder words = new StringBuilder();
        for (int axis : steps.varied()) {
            words.append(" --param ").append(steps.name(axis)).append('=').append(steps.value(axis, combination));
        }
        return words.toString();
    }

    private void map(Heatmap map) {
        page.raw("{\"across\":")
                .whole(map.across())
                .raw(",\"up\":")
                .whole(map.up())
                .raw(",\"columns\":")
                .whole(map.columns());
        page.raw(",\"rows\":").whole(map.rows());
        words("acrossWords", map.across(), map.columns());
        words("upWords", map.up(), map.rows());
        column(map, "results", cell -> cell.results() / TEN_THOUSAND);
        column(map, "eligible", cell -> (double) cell.eligible() / cell.results());
        column(map, "growth", Heatmap.Cell::growth);
        column(map, "net", Heatmap.Cell::netReturn);
        column(map, "best", cell -> cell.best().map(Row::rankedBy).orElse(Double.NaN));
        column(map, "bestNet", cell -> cell.best().map(Row::netReturn).orElse(Double.NaN));
        column(map, "drawdown", cell -> cell.best().map(Row::maxDrawdown).orElse(Double.NaN));
        column(map, "trades", cell -> cell.best().map(Row::trades).orElse(0) / TEN_THOUSAND);
        double threshold = map.threshold();
        Packed plateau = new Packed(map.columns() * map.rows());
        Packed bests = new Packed(map.columns() * map.rows() * steps.varied().size());
        for (int row = 0; row < map.rows(); row++) {
            for (int column = 0; column < map.columns(); column++) {
                plateau.add(map.onPlateau(column, row, threshold) ? 1 : 0);
                best(map.cell(column, row), bests);
            }
        }
        page.raw(",\"plateau\":\"")
                .raw(plateau.toString())
                .raw("\",\"bests\":\"")
                .raw(bests.toString())
                .raw("\"}");
    }

    /** Which value of each parameter the best of a cell has; remembers its text. */
    private void best(Heatmap.Cell cell, Packed into) {
        Optional<Row> best = cell.best();
        for (int axis : steps.varied()) {
            int index = best.map(row -> steps.index(axis, row.combination())).orElse(0);
            into.add(index);
            used.computeIfAbsent(axis, ignored -> new TreeMap<>())
                    .put(index, steps.values(axis).get(index));
        }
    }

    private void words(String name, int axis, int bins) {
        page.raw(",\"").raw(name).raw("\":[");
        for (int bin = 0; bin < bins; bin++) {
            page.raw(bin == 0 ? "" : ",").raw(quoted(steps.words(axis, bin)));
        }
        page.raw("]");
    }

    /** In ten-thousandths plus one, or minus one; 0 where there is nothing. */
    private void column(Heatmap map, String name, ToDoubleFunction<Heatmap.Cell> figure) {
        Packed packed = new Packed(map.columns() * map.rows() * 2);
        for (int row = 0; row < map.rows(); row++) {
            for (int column = 0; column < map.columns(); column++) {
                Heatmap.Cell cell = map.cell(column, row);
                double value = cell.results() == 0 ? Double.NaN : figure.applyAsDouble(cell);
                long whole = Math.round(value * TEN_THOUSAND);
                packed.add(!Double.isFinite(value) ? 0 : whole < 0 ? whole - 1 : whole + 1);
            }
        }
        page.raw(",\"").raw(name).raw("\":\"").raw(packed.toString()).raw('"');
    }

    /** As JSON that may stand in a script. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c == '<' || c > '~') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
