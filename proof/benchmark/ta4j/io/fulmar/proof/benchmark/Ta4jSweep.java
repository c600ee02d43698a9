package io.fulmar.proof.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** A sweep as one writes it with ta4j, indicators shared by all combinations, beside tier S in the same JVM. */
final class Ta4jSweep {
    private static final int[] FASTS = {100, 300, 500, 700};
    private static final int[] SLOWS = {1_010, 3_010, 5_010, 7_010};
    private static final int ROUNDS = 3;
    private static final double GOAL = 400;

    private Ta4jSweep() {}

    public static void main(String[] arguments) {
        double ours = SweepBenchmark.run(Arrays.copyOfRange(arguments, 1, arguments.length))[1];
        Ta4jEngine peer = new Ta4jEngine(arguments[0]);
        peer.prepare(SyntheticYears.minutes(SyntheticYears.SEED, SyntheticYears.YEAR));
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = Effort.nanos();
            peer.sweep(FASTS, SLOWS);
            best = Math.min(best, (Effort.nanos() - before) / 1e9);
        }
        double theirs = (double) FASTS.length * SLOWS.length * SyntheticYears.YEAR / best;
        System.out.printf(
                Locale.ROOT,
                "%s, %d combinations, no stops, no drawdown: %.2f M combination-bars/s; Fulmar with drawdown is %.0f times as fast, goal %.0f%n",
                peer.name(),
                FASTS.length * SLOWS.length,
                theirs / 1e6,
                ours / theirs,
                GOAL);
    }
}
