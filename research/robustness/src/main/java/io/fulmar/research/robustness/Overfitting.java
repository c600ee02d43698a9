package io.fulmar.research.robustness;

import java.util.Arrays;

/**
 * The probability of backtest overfitting by combinatorially symmetric cross-validation (Bailey, Borwein, Lopez de Prado and Zhu 2017). Days are cut
 * into S blocks; in every way of calling half of them the past, the best candidate of the past is looked up in the rest. PBO is how often it does
 * no better there than the median.
 *
 * @param probability PBO
 * @param loss how often the best of the past loses money in the rest
 * @param candidates how many were compared
 * @param splits ways of halving the blocks
 */
public record Overfitting(double probability, double loss, int candidates, int splits) {
    /** Blocks that RESEARCH asks for: 12,870 splits. */
    public static final int BLOCKS = 16;
    /** Candidates drawn by hash, never the best: PBO is a property of the search, not of its winner. */
    public static final int SAMPLE = 2_000;

    private static final int BLOCKS_MAX = 20;

    /** From daily returns, one row a candidate. */
    public static Overfitting of(double[][] returns, int blocks) {
        if (blocks < 2 || blocks > BLOCKS_MAX || blocks % 2 != 0) {
            throw new IllegalArgumentException(
                    "blocks must be even and between 2 and " + BLOCKS_MAX + ", not " + blocks);
        }
        if (returns.length < 2) throw new IllegalArgumentException("PBO compares candidates: two at least");
        if (returns[0].length < 2 * blocks) {
            throw new IllegalArgumentException(returns[0].length + " days are too few for " + blocks + " blocks");
        }
        return new Splits(returns, blocks).count();
    }

    private static final class Splits {
        private final int candidates;
        private final int blocks;
        private final int[] days;
        private final double[][] sums;
        private final double[][] squares;
        private final double[] past;
        private final double[] rest;

        Splits(double[][] returns, int blocks) {
            this.candidates = returns.length;
            this.blocks = blocks;
            this.days = new int[blocks];
            this.sums = new double[blocks][candidates];
            this.squares = new double[blocks][candidates];
            this.past = new double[candidates];
            this.rest = new double[candidates];
            int all = returns[0].length;
            for (int block = 0; block < blocks; block++) {
                int from = (int) ((long) block * all / blocks);
                int to = (int) ((long) (block + 1) * all / blocks);
                days[block] = to - from;
                for (int candidate = 0; candidate < candidates; candidate++) {
                    double[] part = Arrays.copyOfRange(returns[candidate], from, to);
                    sums[block][candidate] = Sums.sum(part, part.length);
                    squares[block][candidate] = Sums.products(part, part.length, 0, 0);
                }
            }
        }

        Overfitting count() {
            int splits = 0;
            int overfitted = 0;
            int lost = 0;
            for (int mask = 0; mask < 1 << blocks; mask++) {
                if (Integer.bitCount(mask) != blocks / 2) continue;
                splits++;
                sharpes(mask, past);
                sharpes(~mask, rest);
                int best = best();
                // Relative rank w = rank / (N + 1); log(w / (1 - w)) <= 0 is w <= 1/2.
                if (rank(best) <= (candidates + 1) / 2.0) overfitted++;
                if (rest[best] < 0) lost++;
            }
            return new Overfitting((double) overfitted / splits, (double) lost / splits, candidates, splits);
        }

        private void sharpes(int mask, double[] into) {
            double[] sum = new double[candidates];
            double[] square = new double[candidates];
            int n = 0;
            for (int block = 0; block < blocks; block++) {
                if ((mask >>> block & 1) == 0) continue;
                n += days[block];
                add(sums[block], sum);
                add(squares[block], square);
            }
            for (int i = 0; i < candidates; i++) {
                double variance = (square[i] - sum[i] * sum[i] / n) / (n - 1);
                into[i] = variance > 0 ? sum[i] / n / Math.sqrt(variance) : 0;
            }
        }

        private static void add(double[] what, double[] to) {
            for (int i = 0; i < to.length; i++) to[i] += what[i];
        }

        private int best() {
            int best = 0;
            for (int i = 1; i < candidates; i++) {
                if (past[i] > past[best]) best = i;
            }
            return best;
        }

        /** From 1, the worst; equal ones share the middle of their ranks. */
        private double rank(int candidate) {
            int below = 0;
            int equal = 0;
            for (double each : rest) {
                if (each < rest[candidate]) below++;
                else if (each == rest[candidate]) equal++;
            }
            return below + (equal + 1) / 2.0;
        }
    }
}
