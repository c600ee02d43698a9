package io.fulmar.app.fulmar;

import io.fulmar.research.backtest.Attribution;
import io.fulmar.research.backtest.Costs;
import java.util.List;
import java.util.Map;

/** Who made the profit, in what, and what it cost, for run.json; amounts are exact and add up. */
final class RunAttribution {
    private RunAttribution() {}

    static JsonValue of(FinishedRun run) {
        Attribution attribution = run.attribution();
        JsonValue.Fields exits = new JsonValue.Fields();
        attribution.byExit().forEach((exit, net) -> exits.put(exit, amount(run, net)));
        List<JsonValue.Fields> parts = attribution.parts().stream()
                .map(part -> costs(
                        run,
                        new JsonValue.Fields()
                                .put("strategy", part.strategy())
                                .put("symbol", part.symbol())
                                .put("fills", part.fills()),
                        part.costs()))
                .toList();
        return costs(run, new JsonValue.Fields(), attribution.total())
                .put("spreadKnown", attribution.spreadKnown())
                .put("parts", new JsonValue.Items(parts))
                .put("byStrategy", groups(run, attribution.byStrategy()))
                .put("bySymbol", groups(run, attribution.bySymbol()))
                .put("byExit", exits);
    }

    private static JsonValue groups(FinishedRun run, Map<String, Costs> groups) {
        JsonValue.Fields fields = new JsonValue.Fields();
        groups.forEach((name, costs) -> fields.put(name, costs(run, new JsonValue.Fields(), costs)));
        return fields;
    }

    private static JsonValue.Fields costs(FinishedRun run, JsonValue.Fields into, Costs costs) {
        return into.put("gross", amount(run, costs.gross()))
                .put("fees", amount(run, costs.fees()))
                .put("spread", amount(run, costs.spread()))
                .put("slippage", amount(run, costs.slippage()))
                .put("impact", amount(run, costs.impact()))
                .put("funding", amount(run, costs.funding()))
                .put("deficitCovered", amount(run, costs.covered()))
                .put("net", amount(run, costs.net()));
    }

    private static JsonValue amount(FinishedRun run, long units) {
        return new JsonValue.Literal(run.money(units).toString());
    }
}
