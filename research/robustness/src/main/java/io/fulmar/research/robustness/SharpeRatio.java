package io.fulmar.research.robustness;

/**
 * A Sharpe ratio and what is needed to judge it. Per day, never annualised: the formulas count observations.
 *
 * @param ratio mean over standard deviation of the daily returns
 * @param skewness third standardised moment
 * @param kurtosis fourth standardised moment; 3 for a normal
 * @param observations number of daily returns
 */
public record SharpeRatio(double ratio, double skewness, double kurtosis, int observations) {
    private static final double EULER_MASCHERONI = 0.5772156649015329;
    private static final int FEWEST = 3;

    /** Of returns; ratio 0 where they do not vary or there are fewer than three. */
    public static SharpeRatio of(double[] returns) {
        int n = returns.length;
        double mean = Sums.mean(returns, n);
        double squares = Sums.products(returns, n, mean, 0);
        if (n < FEWEST || !(squares > 0)) return new SharpeRatio(0, 0, 3, n);
        double[] cubes = new double[n];
        double[] fourths = new double[n];
        for (int i = 0; i < n; i++) {
            double away = returns[i] - mean;
            cubes[i] = away * away * away;
            fourths[i] = away * away * away * away;
        }
        double variance = squares / n;
        return new SharpeRatio(
                mean / Math.sqrt(squares / (n - 1)),
                Sums.mean(cubes, n) / (variance * Math.sqrt(variance)),
                Sums.mean(fourths, n) / (variance * variance),
                n);
    }

    /** How likely the true ratio lies above this one (Bailey and Lopez de Prado 2012): fat tails and losses to the left count against it. */
    public double probabilityAbove(double benchmark) {
        if (observations < FEWEST) return Double.NaN;
        double variance = 1 - skewness * ratio + (kurtosis - 1) / 4 * ratio * ratio;
        return Normal.below((ratio - benchmark) * Math.sqrt(observations - 1.0) / Math.sqrt(Math.max(variance, 1e-12)));
    }

    /**
     * The ratio that the best of so many trials without any edge is expected to show: sqrt(V) ((1 - g) z(1 - 1/N) + g z(1 - 1/(N e))), g being
     * the constant of Euler and Mascheroni (Bailey and Lopez de Prado 2014). 0 for a single trial.
     *
     * @param variance of the trials' ratios
     * @param trials independent ones; see {@link EffectiveTrials}
     */
    public static double expectedBest(double variance, double trials) {
        if (!(trials > 1)) return 0;
        double best = (1 - EULER_MASCHERONI) * Normal.quantile(1 - 1 / trials)
                + EULER_MASCHERONI * Normal.quantile(1 - 1 / (trials * Math.E));
        return Math.max(0, Math.sqrt(variance) * best);
    }

    /** The deflated Sharpe ratio: how likely the true one lies above what the best of so many trials shows by luck. */
    public double deflated(double trials) {
        return deflated(1 / (observations - 1.0), trials);
    }

    /** The same where the variance of the trials' ratios is known; without an edge it is 1 / (T - 1). */
    public double deflated(double variance, double trials) {
        return probabilityAbove(expectedBest(variance, trials));
    }

    /**
     * Daily returns without what holding the market would have earned in the same time: each less exposure x the market's mean return. Without
     * this a rising market makes every long strategy look as if it knew something.
     *
     * @param exposure share of the time it was long, less that in which it was short
     * @param marketMean mean daily return of the market in the window
     */
    public static double[] withoutMarket(double[] returns, double exposure, double marketMean) {
        double[] adjusted = new double[returns.length];
        for (int i = 0; i < returns.length; i++) adjusted[i] = returns[i] - exposure * marketMean;
        return adjusted;
    }
}
