package io.fulmar.proof.benchmark;

import io.fulmar.research.sweepvector.Kernels;
import java.util.SplittableRandom;

/** Nothing but the comparison of columns that lie near the processor: what no sweep of signals can be faster than. */
final class CompareKernel {
    private static final int COLUMNS = 32;
    private static final int BARS = 1_024;
    private static final int PASSES = 60;
    private static final int ROUNDS = 15;

    private CompareKernel() {}

    /** Combinations times bars a second of CPU time, best of many. */
    static double rate() {
        Kernels kernels = Kernels.best();
        double[][] fast = columns(1);
        double[][] slow = columns(2);
        long[] words = new long[BARS / Long.SIZE];
        double best = Double.MAX_VALUE;
        long any = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = Effort.nanos();
            for (int pass = 0; pass < PASSES; pass++) {
                for (double[] one : fast) {
                    for (double[] other : slow) {
                        any |= kernels.above(one, other, 0, words.length, words);
                    }
                }
            }
            best = Math.min(best, (Effort.nanos() - before) / 1e9);
        }
        if (any == 0) {
            throw new IllegalStateException("random columns never cross");
        }
        return (double) PASSES * COLUMNS * COLUMNS * BARS / best;
    }

    private static double[][] columns(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[COLUMNS][BARS];
        for (double[] column : columns) {
            for (int i = 0; i < BARS; i++) {
                column[i] = random.nextDouble();
            }
        }
        return columns;
    }
}
