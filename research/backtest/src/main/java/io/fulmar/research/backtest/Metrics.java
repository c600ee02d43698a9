package io.fulmar.research.backtest;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/**
 * What a series of returns amounts to, under the names and definitions of quantstats 0.0.86: risk-free rate 0, sample
 * deviations (ddof 1), always returns and never prices.
 *
 * <p>Keys are the camelCase of quantstats' function names, its short names (upi, var, cvar, ror, ghpr) among them, and
 * keep its signs: {@code maxDrawdown} and {@code valueAtRisk} are negative here, while a run's own {@code maxDrawdown}
 * is a positive fraction taken from equity at bar closes. What quantstats leaves NaN or infinite is empty.
 *
 * <p>Two of its habits are worth knowing. Years are counted, not dated: {@code cagr} raises the final wealth to
 * periods / number of returns. And {@code rar} takes its growth at 252 periods a year whatever was asked for; the
 * ulcer index divides by one less than the number of returns.
 */
public final class Metrics {
    /** Periods a year that quantstats' rar is bound to. */
    private static final double RAR_PERIODS = 252;
    /** The 5 % quantile of the standard normal. */
    private static final double QUANTILE_05 = -1.6448536269514722;
    /** Density of the standard normal at its 5 % quantile, over 5 %: the mean of the worst twentieth, negated. */
    private static final double SHORTFALL_05 = 2.0627128075074257;

    private final SequencedMap<String, OptionalDouble> values = new LinkedHashMap<>();

    private Metrics() {}

    /** Metrics of one return a day, with so many of them a year. */
    public static Metrics of(double[] dailyReturns, double periods) {
        return new Metrics().fill(dailyReturns, dailyReturns, periods);
    }

    /** Metrics of dated returns; quantstats adds up what falls on one day only for its gain-to-pain ratio. */
    public static Metrics of(ReturnSeries series, double periods) {
        return new Metrics().fill(series.returns(), series.dailySums(), periods);
    }

    /** All of them, in a fixed order. */
    public SequencedMap<String, OptionalDouble> values() {
        return Collections.unmodifiableSequencedMap(values);
    }

    /** One of them; empty when it is undefined for these returns. */
    public OptionalDouble value(String name) {
        OptionalDouble value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no metric is called " + name);
        }
        return value;
    }

    /** One JSON object on one line: numbers in full, null where a metric is undefined. */
    public String toJson() {
        StringBuilder json = new StringBuilder("{");
        for (Map.Entry<String, OptionalDouble> entry : values.entrySet()) {
            json.append(json.length() == 1 ? "\"" : ",\"")
                    .append(entry.getKey())
                    .append("\":");
            entry.getValue().ifPresentOrElse(json::append, () -> json.append("null"));
        }
        return json.append('}').toString();
    }

    private Metrics fill(double[] returns, double[] dailySums, double periods) {
        if (returns.length == 0) {
            throw new IllegalArgumentException("no returns: at least one is needed");
        }
        Basics basics = Basics.of(returns, periods);
        growth(returns, basics);
        ratios(returns, basics);
        drawdowns(returns, dailySums, basics);
        tails(returns, basics);
        winsAndLosses(returns);
        return this;
    }

    private void growth(double[] returns, Basics basics) {
        put("comp", basics.wealth - 1);
        put("cagr", basics.cagr(basics.periods));
        double expected = Math.pow(basics.wealth, 1.0 / returns.length) - 1;
        put("expectedReturn", expected);
        put("geometricMean", expected);
        put("ghpr", expected);
        put("avgReturn", Sums.mean(Sums.where(returns, r -> r != 0)));
        double exposure = Math.ceil((double) Sums.where(returns, r -> r != 0).length / returns.length * 100) / 100;
        put("exposure", exposure);
        put("rar", basics.cagr(RAR_PERIODS) / exposure);
        put("best", basics.sorted[returns.length - 1]);
        put("worst", basics.sorted[0]);
    }

    private void ratios(double[] returns, Basics basics) {
        double sharpe = basics.mean / basics.deviation;
        double sortino = basics.mean / basics.downside;
        double year = Math.sqrt(basics.periods);
        double penalty = penalty(returns);
        put("volatility", basics.deviation * year);
        put("autocorrPenalty", penalty);
        put("sharpe", sharpe * year);
        put("smartSharpe", basics.mean / (basics.deviation * penalty) * year);
        put("sortino", sortino * year);
        put("smartSortino", basics.mean / (basics.downside * penalty) * year);
        put("adjustedSortino", sortino * year / Math.sqrt(2));
        put("riskReturnRatio", sharpe);
        put("probabilisticRatio", probability(sharpe, basics, returns.length));
        put("probabilisticSharpeRatio", probability(sharpe, basics, returns.length));
        put("probabilisticSortinoRatio", probability(sortino, basics, returns.length));
        put("probabilisticAdjustedSortinoRatio", probability(sortino / Math.sqrt(2), basics, returns.length));
        put("skew", basics.skew);
        put("kurtosis", basics.kurtosis);
    }

    private void drawdowns(double[] returns, double[] dailySums, Basics basics) {
        double[] drawdowns = drawdownSeries(returns);
        double deepest = Math.min(0, Sums.sorted(drawdowns)[0]);
        double ulcer = Math.sqrt(Sums.moment(drawdowns, 0, 2) / (returns.length - 1));
        double pitfall = basics.deviation == 0 ? Double.NaN : -shortfall(drawdowns) / basics.deviation;
        put("maxDrawdown", deepest);
        put("calmar", basics.cagr(basics.periods) / -deepest);
        put("recoveryFactor", Math.abs(basics.sum) / -deepest);
        put("ulcerIndex", ulcer);
        put("ulcerPerformanceIndex", (basics.wealth - 1) / ulcer);
        put("upi", (basics.wealth - 1) / ulcer);
        put("serenityIndex", basics.sum / (ulcer * pitfall));
        double pain = -Sums.sum(Sums.where(dailySums, r -> r < 0));
        put("gainToPainRatio", Sums.sum(dailySums) / pain);
    }

    private void tails(double[] returns, Basics basics) {
        double valueAtRisk = basics.deviation > 0 ? basics.mean + QUANTILE_05 * basics.deviation : Double.NaN;
        put("valueAtRisk", valueAtRisk);
        put("var", valueAtRisk);
        double shortfall = shortfall(returns);
        put("conditionalValueAtRisk", shortfall);
        put("cvar", shortfall);
        put("expectedShortfall", shortfall);
        double low = Sums.quantile(basics.sorted, 1 - 0.95);
        put("tailRatio", Math.abs(Sums.quantile(basics.sorted, 0.95) / low));
        put("outlierWinRatio", Sums.quantile(basics.sorted, 0.99) / Sums.mean(Sums.where(returns, r -> r >= 0)));
        put("outlierLossRatio", Sums.quantile(basics.sorted, 0.01) / Sums.mean(Sums.where(returns, r -> r < 0)));
    }

    private void winsAndLosses(double[] returns) {
        double[] wins = Sums.where(returns, r -> r > 0);
        double[] losses = Sums.where(returns, r -> r < 0);
        int decided = wins.length + losses.length;
        double winRate = decided == 0 ? 0 : (double) wins.length / decided;
        double payoff = Sums.mean(wins) / -Sums.mean(losses);
        double lost = -Sums.sum(losses);
        double factor = lost == 0 && wins.length == 0 ? 0 : Sums.sum(wins) / lost;
        put("winRate", winRate);
        put("avgWin", Sums.mean(wins));
        put("avgLoss", Sums.mean(losses));
        put("payoffRatio", payoff);
        put("winLossRatio", payoff);
        put("profitFactor", factor);
        put("profitRatio", profitRatio(returns, losses));
        put("cpcIndex", factor * winRate * payoff);
        put("commonSenseRatio", factor * value("tailRatio").orElse(Double.NaN));
        put("kellyCriterion", (payoff * winRate - (1 - winRate)) / payoff);
        double ruin = Math.pow((1 - winRate) / (1 + winRate), returns.length);
        put("riskOfRuin", ruin);
        put("ror", ruin);
        put("omega", returns.length < 2 ? Double.NaN : Sums.sum(wins) / lost);
        put("consecutiveWins", Sums.longestRun(returns, r -> r > 0));
        put("consecutiveLosses", Sums.longestRun(returns, r -> r < 0));
    }

    /** Mean win over number of wins, against the same of losses; a still day counts as a win here. */
    private static double profitRatio(double[] returns, double[] losses) {
        double[] notLost = Sums.where(returns, r -> r >= 0);
        if (notLost.length == 0) {
            return 0;
        }
        double won = Math.abs(Sums.mean(notLost) / notLost.length);
        return won / Math.abs(Sums.mean(losses) / losses.length);
    }

    /** Probability that the true ratio is above zero (Bailey and Lopez de Prado 2012). */
    private static double probability(double ratio, Basics basics, int number) {
        double raw = basics.kurtosis + 3;
        double variance = (1 - basics.skew * ratio + (raw - 1) / 4 * ratio * ratio) / (number - 1);
        return Distribution.normal(ratio / Math.sqrt(variance));
    }

    /** How far autocorrelation of neighbouring returns understates the spread: at least 1, and 1 where unknown. */
    private static double penalty(double[] returns) {
        int n = returns.length;
        double coefficient = Math.abs(neighbourCorrelation(returns));
        if (Double.isNaN(coefficient)) {
            return 1;
        }
        double[] terms = new double[n - 1];
        double power = 1;
        for (int lag = 1; lag < n; lag++) {
            power *= coefficient;
            terms[lag - 1] = (double) (n - lag) / n * power;
        }
        return Math.sqrt(1 + 2 * Sums.sum(terms));
    }

    private static double neighbourCorrelation(double[] returns) {
        if (returns.length < 3) {
            return Double.NaN;
        }
        double[] first = Arrays.copyOf(returns, returns.length - 1);
        double[] second = Arrays.copyOfRange(returns, 1, returns.length);
        if (Sums.constant(first) || Sums.constant(second)) {
            return Double.NaN;
        }
        double firstMean = Sums.mean(first);
        double secondMean = Sums.mean(second);
        double[] products = new double[first.length];
        for (int i = 0; i < products.length; i++) {
            products[i] = (first[i] - firstMean) * (second[i] - secondMean);
        }
        double spread = Math.sqrt(Sums.moment(first, firstMean, 2)) * Math.sqrt(Sums.moment(second, secondMean, 2));
        return Math.clamp(Sums.sum(products) / spread, -1, 1);
    }

    /** Fall from the highest wealth so far, the starting wealth of 1 included; 0 or below. */
    private static double[] drawdownSeries(double[] returns) {
        double[] drawdowns = new double[returns.length];
        double wealth = 1;
        double peak = 1;
        for (int i = 0; i < returns.length; i++) {
            wealth *= 1 + returns[i];
            peak = Math.max(peak, wealth);
            drawdowns[i] = wealth / peak - 1;
        }
        return drawdowns;
    }

    /** Mean of the worst twentieth under a normal distribution; the mean itself where there is no spread. */
    private static double shortfall(double[] values) {
        double deviation = Sums.deviation(values);
        double mean = Sums.mean(values);
        return deviation > 0 ? mean - deviation * SHORTFALL_05 : mean;
    }

    private void put(String name, double value) {
        values.put(name, Double.isFinite(value) ? OptionalDouble.of(value + 0.0) : OptionalDouble.empty());
    }

    /** Figures that several metrics share. */
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over and not copied
    private record Basics(
            double periods,
            int number,
            double[] sorted,
            double sum,
            double mean,
            double deviation,
            double downside,
            double wealth,
            double skew,
            double kurtosis) {

        static Basics of(double[] returns, double periods) {
            double wealth = 1;
            for (double value : returns) {
                wealth *= 1 + value;
            }
            double below = Math.sqrt(Sums.moment(Sums.where(returns, r -> r < 0), 0, 2) / returns.length);
            return new Basics(
                    periods,
                    returns.length,
                    Sums.sorted(returns),
                    Sums.sum(returns),
                    Sums.mean(returns),
                    Sums.deviation(returns),
                    below,
                    wealth,
                    Sums.skew(returns),
                    Sums.kurtosis(returns));
        }

        double cagr(double periodsAYear) {
            double rounded = (wealth - 1) + 1; // near ruin digits are lost on this way, and quantstats goes it
            return rounded < 0 ? Double.NaN : Math.pow(rounded, periodsAYear / number) - 1;
        }
    }
}
