package io.fulmar.research.robustness;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an objective can be made of. Returns r* are those of trades over the equity before them with costs stressed; g is the yearly
 * logarithmic growth of a path of the Monte Carlo; daily returns are those of equity at midnight UTC. All sums are in fixed order.
 */
public enum Term {
    GROWTH_BOUND(
            "growth-bound",
            false,
            "G = (n/Y) x (mean l - sd l / sqrt n), l = log(1 + r*): yearly growth less one standard error"),
    NET_RETURN("net-return", false, "final equity / cash - 1"),
    CAGR("cagr", false, "(final equity / cash)^(1/Y) - 1"),
    MAX_DRAWDOWN("max-drawdown", false, "worst 1 - equity / peak at bar closes"),
    CALMAR("calmar", false, "cagr / max-drawdown, at most 1000"),
    SHARPE("sharpe", false, "mean / sd of daily returns x sqrt(365)"),
    SORTINO("sortino", false, "mean / sqrt(mean of squared losing daily returns) x sqrt(365), at most 1000"),
    PROFIT_FACTOR("profit-factor", false, "sum of winning / sum of losing trades, at most 1000"),
    WIN_RATE("win-rate", false, "share of trades that won"),
    EXPECTANCY("expectancy", false, "mean r*"),
    TRADES_PER_YEAR("trades-per-year", false, "n / Y"),
    EXPOSURE("exposure", false, "share of bars in the market"),
    COST_SHARE("cost-share", false, "costs / (costs + gross profit of winning trades)"),
    COST_BREAK_EVEN("cost-break-even", false, "how many times its costs the trades would have earned, at most 1000"),
    GROWTH_COSTS_TWICE("growth-costs-twice", false, "G with all costs paid twice"),
    REGIME_SPREAD(
            "regime-spread",
            false,
            "best less worst mean daily return of six states of the market: calm, usual, wild, each falling or rising"),
    ROLLING_LOSS("rolling-loss", false, "share of 90-day windows, one every 7 days, whose CAGR is not above 0"),
    ROLLING_WORST(
            "rolling-worst", false, "the worst CAGR of those windows, as a logarithm: log(E(t+90d)/E(t)) x 365/90"),
    GROWTH_SPREAD("growth-spread", true, "q99 g - q01 g"),
    GROWTH_MEDIAN("growth-median", true, "q50 g"),
    GROWTH_LOW("growth-low", true, "q05 g"),
    DRAWDOWN_TAIL("drawdown-tail", true, "q95 of the paths' worst drawdowns"),
    INCONSISTENCY("inconsistency", true, "1 - mean share of a path's 10 windows of trades in which it grew"),
    LOSS_PROBABILITY("loss-probability", true, "share of paths that end below where they began");

    private final String word;
    private final boolean needsPaths;
    private final String formula;

    Term(String word, boolean needsPaths, String formula) {
        this.word = word;
        this.needsPaths = needsPaths;
        this.formula = formula;
    }

    /** As a file of the user's names it. */
    public String word() {
        return word;
    }

    /** Whether it is taken from a Monte Carlo. */
    public boolean needsPaths() {
        return needsPaths;
    }

    public String formula() {
        return formula;
    }

    public static Optional<Term> find(String word) {
        return Arrays.stream(values()).filter(term -> term.word.equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Term::word).toList();
    }
}
