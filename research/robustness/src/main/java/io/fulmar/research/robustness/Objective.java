package io.fulmar.research.robustness;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What makes one candidate better than another: a weighted sum of terms, more is better, over candidates that pass the gates.
 *
 * @param costStress the share of a trade's costs that is charged once more in r*
 */
public record Objective(String name, Map<Term, Double> weights, double costStress, Gates gates) {
    static final double USUAL_STRESS = 0.5;
    private static final String OWN = "name=";

    /** Growth that can be relied on, less what chance could do to it. */
    public static final Objective ROBUST = usual(
            "robust",
            Map.of(
                    Term.GROWTH_BOUND, 1.0,
                    Term.GROWTH_SPREAD, -0.25,
                    Term.DRAWDOWN_TAIL, -0.5,
                    Term.INCONSISTENCY, -0.5,
                    Term.ROLLING_LOSS, -0.5));

    private static final List<Objective> LIBRARY = List.of(
            ROBUST,
            usual("growth-bound", Map.of(Term.GROWTH_BOUND, 1.0)),
            usual("growth-low", Map.of(Term.GROWTH_LOW, 1.0)),
            usual("net-return", Map.of(Term.NET_RETURN, 1.0)),
            usual("cagr", Map.of(Term.CAGR, 1.0)),
            usual("calmar", Map.of(Term.CALMAR, 1.0)),
            usual("sharpe", Map.of(Term.SHARPE, 1.0)),
            usual("sortino", Map.of(Term.SORTINO, 1.0)),
            usual("profit-factor", Map.of(Term.PROFIT_FACTOR, 1.0)),
            usual("max-drawdown", Map.of(Term.MAX_DRAWDOWN, -1.0)));

    public Objective {
        if (weights.isEmpty()) throw new IllegalArgumentException("an objective needs at least one term");
        weights.forEach((term, weight) -> {
            if (!Double.isFinite(weight))
                throw new IllegalArgumentException("weight of " + term.word() + ": " + weight);
        });
        if (!(costStress >= 0 && costStress <= 100)) {
            throw new IllegalArgumentException("cost-stress must lie between 0 and 100, not " + costStress);
        }
        boolean rolls = weights.containsKey(Term.ROLLING_LOSS) || weights.containsKey(Term.ROLLING_WORST);
        if (rolls && gates.daysMin() <= Rolling.WINDOW_DAYS) {
            throw new IllegalArgumentException("rolling terms look at windows of " + Rolling.WINDOW_DAYS
                    + " days: the gate days must be above that, not " + gates.daysMin());
        }
        weights = Collections.unmodifiableMap(new EnumMap<>(weights));
    }

    private static Objective usual(String name, Map<Term, Double> weights) {
        return new Objective(name, weights, USUAL_STRESS, Gates.USUAL);
    }

    /** One of the library, or one of the user's written as {@link #text} does. */
    public static Optional<Objective> named(String name) {
        if (name.startsWith(OWN)) return Optional.of(ownText(name));
        return LIBRARY.stream().filter(objective -> objective.name.equals(name)).findFirst();
    }

    /**
     * All of it on one line, for whoever must score the same elsewhere: the name of one of the library, or of the user's every setting as {@code
     * name=steady cost-stress=0.5 gates.trades=30 ... terms.growth-bound=1.0}.
     */
    public String text() {
        if (LIBRARY.contains(this)) return name;
        StringBuilder text = new StringBuilder(OWN + name + " cost-stress=" + costStress);
        text.append(" gates.trades=").append(gates.tradesMin());
        text.append(" gates.trades-per-year=").append(gates.tradesPerYear());
        text.append(" gates.best-trade-percent=").append(gates.bestTradePercent());
        text.append(" gates.without-best-percent=").append(gates.withoutBestPercent());
        text.append(" gates.drawdown=").append(gates.drawdown());
        text.append(" gates.days=").append(gates.daysMin());
        weights.forEach((term, weight) ->
                text.append(" terms.").append(term.word()).append('=').append(weight));
        return text.toString();
    }

    private static Objective ownText(String text) {
        return ObjectiveFile.objective(Arrays.stream(text.split(" "))
                .map(setting -> setting.split("=", 2))
                .map(parts -> new ObjectiveFile.Setting(1, parts[0], parts.length > 1 ? parts[1] : ""))
                .toList());
    }

    public static List<String> names() {
        return LIBRARY.stream().map(Objective::name).toList();
    }

    boolean needsPaths() {
        return weights.keySet().stream().anyMatch(Term::needsPaths);
    }

    /** Its terms in their own order, so that their sum is the same however they were written down. */
    Term[] terms() {
        return Arrays.stream(Term.values()).filter(weights::containsKey).toArray(Term[]::new);
    }

    double[] factors() {
        return Arrays.stream(terms()).mapToDouble(weights::get).toArray();
    }

    /** In words of a formula, such as {@code 1.0 growth-bound - 0.25 growth-spread}. */
    public String formula() {
        StringBuilder formula = new StringBuilder();
        for (Term term : terms()) {
            double weight = weights.getOrDefault(term, 0.0);
            if (formula.isEmpty()) formula.append(weight);
            else formula.append(weight < 0 ? " - " : " + ").append(Math.abs(weight));
            formula.append(' ').append(term.word());
        }
        return formula.toString();
    }
}
