package io.fulmar.research.robustness;

import java.util.Arrays;

/**
 * What choosing by the past brings, over many pasts: for every split the candidate with the best Sharpe ratio on the days it may learn from is followed on
 * those held out, and the held-out groups are put together to whole histories.
 *
 * @param sharpes of the histories, per day, from the worst on
 * @param splits how many ways of holding groups out
 */
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not copied
public record CombinatorialValidation(double[] sharpes, int splits) {

    /**
     * From daily returns, one row a candidate.
     *
     * @param held of {@code groups} groups are held out at once
     * @param purge days before a held-out group that are not learnt from: as long as the longest trade
     * @param embargo days behind one: the longest trade and what indicators remember
     */
    public static CombinatorialValidation of(double[][] returns, int groups, int held, int purge, int embargo) {
        CombinatorialSplits splits = new CombinatorialSplits(groups, held);
        int days = returns[0].length;
        int[] chosen = new int[splits.splits().size()];
        for (int split = 0; split < chosen.length; split++) {
            chosen[split] = best(returns, splits.learns(split, days, purge, embargo));
        }
        int[][] paths = splits.pathSplits();
        double[] sharpes = new double[paths.length];
        double[] history = new double[days];
        for (int path = 0; path < paths.length; path++) {
            for (int group = 0; group < groups; group++) {
                double[] followed = returns[chosen[paths[path][group]]];
                int from = splits.firstDay(group, days);
                System.arraycopy(followed, from, history, from, splits.firstDay(group + 1, days) - from);
            }
            sharpes[path] = SharpeRatio.of(history).ratio();
        }
        Arrays.sort(sharpes);
        return new CombinatorialValidation(sharpes, chosen.length);
    }

    private static int best(double[][] returns, boolean[] learns) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        double[] learnt = new double[learns.length];
        for (int candidate = 0; candidate < returns.length; candidate++) {
            int n = 0;
            for (int day = 0; day < learns.length; day++) {
                if (learns[day]) learnt[n++] = returns[candidate][day];
            }
            double mean = n == 0 ? 0 : Sums.mean(learnt, n);
            double deviation = Sums.deviation(learnt, n, mean);
            double sharpe = deviation > 0 ? mean / deviation : 0;
            if (sharpe > most) {
                most = sharpe;
                best = candidate;
            }
        }
        return best;
    }

    /** Share of the histories that gained. */
    public double gaining() {
        return Arrays.stream(sharpes).filter(sharpe -> sharpe > 0).count() / (double) sharpes.length;
    }
}
