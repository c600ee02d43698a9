package io.fulmar.research.robustness;

/**
 * How many independent trials a family of trials is worth. Neighbours of a grid do almost the same: N of them with a mean correlation rho count as
 * rho + (1 - rho) N.
 *
 * @param correlation mean over all pairs of the sample
 * @param sampled trials that the correlation was taken from
 */
public record EffectiveTrials(double correlation, int sampled) {
    /** Trials whose correlation is taken, drawn by hash. */
    public static final int SAMPLE = 1_000;

    /** From daily returns of sampled trials, one row each. Trials that never vary correlate with nothing. */
    public static EffectiveTrials of(double[][] returns) {
        int trials = returns.length;
        if (trials < 2) return new EffectiveTrials(0, trials);
        int days = returns[0].length;
        double[] sum = new double[days];
        double[] squares = new double[days];
        for (double[] row : returns) {
            double mean = Sums.mean(row, days);
            double norm = Math.sqrt(Sums.products(row, days, mean, 0));
            if (!(norm > 0)) continue;
            for (int day = 0; day < days; day++) {
                double standard = (row[day] - mean) / norm;
                sum[day] += standard;
                squares[day] += standard * standard;
            }
        }
        // The square of a sum is the sum of squares and twice that of all pairs.
        double pairs = Sums.products(sum, days, 0, 0) - Sums.sum(squares, days);
        return new EffectiveTrials(Math.clamp(pairs / ((double) trials * (trials - 1)), 0, 1), trials);
    }

    /** What so many trials are worth; at least 1. */
    public double of(long trials) {
        return Math.max(1, correlation + (1 - correlation) * trials);
    }
}
