package io.fulmar.app.fulmar;

import io.fulmar.domain.Decimal;
import io.fulmar.research.sweep.Manifest;
import io.fulmar.research.sweep.Row;
import io.fulmar.research.sweep.Tally;
import java.util.List;
import java.util.Map;

/** What the commands about sweeps print, as JSON and for people. */
final class SweepView {
    private SweepView() {}

    /** One result: no clock time, no path, nothing that another sweep could have changed. */
    static JsonValue.Fields row(Row row, Manifest manifest) {
        JsonValue.Fields json = new JsonValue.Fields();
        json.put("combination", row.combination());
        json.put("params", params(manifest, row.combination()));
        json.put("eligible", row.eligible());
        json.put("reasons", JsonValue.texts(row.gates()));
        json.put("score", row.rankedBy());
        json.put("trades", row.trades());
        json.put("netReturn", row.netReturn());
        json.put("maxDrawdown", row.maxDrawdown());
        return json.put("fees", money(manifest, row.fees()));
    }

    /** A combination's parameters by name. */
    static JsonValue.Fields params(Manifest manifest, long combination) {
        JsonValue.Fields params = new JsonValue.Fields();
        manifest.search().parameters(combination).forEach((name, text) -> params.put(name, literal(text)));
        return params;
    }

    /** Smallest units of the currency that all markets settle in, as an amount. */
    static JsonValue money(Manifest manifest, long units) {
        Decimal amount = Decimal.of(units, manifest.markets().getFirst().digits());
        return new JsonValue.Literal(amount.normalized().toString());
    }

    /** A parameter's value as JSON: a number where it is one. */
    private static JsonValue literal(String text) {
        boolean bare = text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?|true|false");
        return bare ? new JsonValue.Literal(text) : new JsonValue.Text(text);
    }

    static JsonValue.Fields tally(Manifest manifest, Tally tally, String state) {
        return new JsonValue.Fields()
                .put("state", state)
                .put("unitsDone", tally.unitsDone())
                .put("unitsTotal", tally.unitsTotal())
                .put("combinations", manifest.search().combinations())
                .put("evaluated", tally.evaluated())
                .put("refused", tally.refused())
                .put("sampler", manifest.search().sampler())
                .put("objective", manifest.search().objective())
                .put("sweep", manifest.id())
                .put(
                        "markets",
                        new JsonValue.Items(manifest.markets().stream()
                                .map(SweepView::market)
                                .toList()));
    }

    /** Where the sweep looked; {@code tradeFrom} is what a backtest takes to give a row again. */
    private static JsonValue market(Manifest.Market market) {
        return new JsonValue.Fields()
                .put("symbol", market.symbol())
                .put("timeframe", market.timeframe())
                .put("bars", market.bars())
                .put("tradeFrom", IsoTime.of(market.from()));
    }

    /** A row of the table that people read. */
    static List<String> cells(int rank, Row row, Manifest manifest) {
        StringBuilder params = new StringBuilder();
        for (Map.Entry<String, String> one :
                manifest.search().parameters(row.combination()).entrySet()) {
            params.append(params.isEmpty() ? "" : " ")
                    .append(one.getKey())
                    .append('=')
                    .append(one.getValue());
        }
        return List.of(
                Integer.toString(rank),
                number("%.4f", row.rankedBy()),
                row.eligible() ? "yes" : "no",
                Integer.toString(row.trades()),
                number("%.2f %%", 100 * row.netReturn()),
                number("%.2f %%", 100 * row.maxDrawdown()),
                params.toString());
    }

    private static String number(String form, double value) {
        return Double.isFinite(value) ? String.format(java.util.Locale.ROOT, form, value) : "-";
    }

    /** Columns as wide as their widest cell. */
    static String table(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++)
                widths[i] = Math.max(widths[i], row.get(i).length());
        });
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = row.get(i);
                boolean last = i == widths.length - 1;
                line.append(last ? cell : " ".repeat(widths[i] - cell.length()) + cell + "  ");
            }
            out.append(out.isEmpty() ? "" : "\n").append(line);
        }
        return out.toString();
    }
}
