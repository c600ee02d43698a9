package io.fulmar.proof.benchmark;

import io.fulmar.research.robustness.Objective;
import io.fulmar.research.robustness.Score;
import io.fulmar.research.robustness.Scorer;
import io.fulmar.research.robustness.Scoring;
import io.fulmar.research.robustness.Track;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/** What it costs to score one candidate by 1,000 paths: gates, block length, bootstrap, percentiles, all of it, on one thread. */
final class ScoreBenchmark {
    private static final int PATHS = 1_000;
    private static final int CANDIDATES = 100;
    private static final int ROUNDS = 12;
    private static final int DAYS = 366;
    private static final long CASH = 1_000_000_000_000L;

    private ScoreBenchmark() {}

    public static void main(String[] arguments) {
        System.out.println(Machine.text());
        System.out.printf(
                Locale.ROOT,
                "thread CPU time a candidate, best of %d rounds over %d candidates, %,d paths, after warm-up%n",
                ROUNDS,
                CANDIDATES,
                PATHS);
        System.out.printf(
                "%8s %12s %14s %18s %22s%n",
                "trades", "neighbours", "ms a candidate", "M paths/s/core", "1 M candidates, core-s");
        for (int trades : new int[] {200, 769, 200, 769, 2_157}) {
            measure(trades, 0);
        }
        measure(200, 0.5);
        measure(769, 0.5);
        bytes();
        plain(200);
        plain(769);
    }

    private static void measure(int trades, double correlation) {
        Track[] candidates = candidates(trades, correlation);
        Scorer scorer = new Scoring(Objective.ROBUST, PATHS, 7, 1).scorer();
        Score score = new Score();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = Effort.nanos();
            for (Track candidate : candidates) scorer.score(candidate, score);
            least = Math.min(least, Effort.nanos() - before);
        }
        double seconds = least / 1e9 / CANDIDATES;
        System.out.printf(
                Locale.ROOT,
                "%8d %12s %14.3f %18.2f %22.0f%n",
                trades,
                correlation == 0 ? "independent" : "bound",
                seconds * 1e3,
                PATHS / seconds / 1e6,
                seconds * 1e6);
    }

    private static void bytes() {
        Track[] candidates = candidates(200, 0);
        Scorer scorer = new Scoring(Objective.ROBUST, PATHS, 7, 1).scorer();
        Score score = new Score();
        for (int round = 0; round < 20; round++) {
            for (Track candidate : candidates) scorer.score(candidate, score);
        }
        long before = Effort.bytes();
        for (Track candidate : candidates) scorer.score(candidate, score);
        System.out.printf(
                Locale.ROOT, "%.1f bytes allocated a candidate%n", (Effort.bytes() - before) / (double) CANDIDATES);
    }

    /** The same paths as one writes them down first: a generator, one path after the other, sorted. */
    private static void plain(int trades) {
        SplittableRandom random = new SplittableRandom(1);
        double[] factors = new double[trades];
        Arrays.setAll(factors, i -> 1 + 0.002 + 0.004 * random.nextGaussian());
        double[] finals = new double[PATHS];
        double[] drawdowns = new double[PATHS];
        double[] growing = new double[PATHS];
        long least = Long.MAX_VALUE;
        double seen = 0;
        for (int round = 0; round < 20 * ROUNDS; round++) {
            long before = Effort.nanos();
            for (int path = 0; path < PATHS; path++) plain(random, factors, path, finals, drawdowns, growing);
            Arrays.sort(finals);
            Arrays.sort(drawdowns);
            least = Math.min(least, Effort.nanos() - before);
            seen += finals[PATHS / 2] + drawdowns[PATHS / 2] + growing[0];
        }
        System.out.printf(
                Locale.ROOT,
                "%8d trades by SplittableRandom, path after path: %.3f ms (%.2f M paths/s/core)%s%n",
                trades,
                least / 1e6,
                PATHS / (least / 1e9) / 1e6,
                seen == 0 ? " of nothing" : "");
    }

    private static void plain(
            SplittableRandom random,
            double[] factors,
            int path,
            double[] finals,
            double[] drawdowns,
            double[] growing) {
        double wealth = 1;
        double peak = 1;
        double trough = 1;
        double before = 1;
        int grown = 0;
        int window = Math.max(1, factors.length / 10);
        for (int t = 0; t < factors.length; t++) {
            wealth *= factors[random.nextInt(factors.length)];
            peak = Math.max(peak, wealth);
            trough = Math.min(trough, wealth / peak);
            if ((t + 1) % window != 0) continue;
            if (wealth > before) grown++;
            before = wealth;
        }
        finals[path] = wealth;
        drawdowns[path] = 1 - trough;
        growing[path] = grown;
    }

    /** Candidates that pass every gate. */
    private static Track[] candidates(int trades, double correlation) {
        SplittableRandom random = new SplittableRandom(trades);
        Track[] candidates = new Track[CANDIDATES];
        Arrays.setAll(candidates, i -> candidate(random, trades, correlation));
        return candidates;
    }

    private static Track candidate(SplittableRandom random, int trades, double correlation) {
        Track track = new Track();
        track.reserve(trades, DAYS);
        track.trades = trades;
        track.days = DAYS;
        track.cash = CASH;
        Arrays.fill(track.dailyEquity, 0, DAYS, CASH);
        long equity = CASH;
        double last = 0;
        for (int i = 0; i < trades; i++) {
            last = correlation * last + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
            track.equityBefore[i] = equity;
            track.pnl[i] = (long) ((0.002 + 0.004 * last) * CASH);
            track.costs[i] = CASH / 5_000;
            equity += track.pnl[i];
            track.dailyEquity[(int) ((long) (i + 1) * (DAYS - 1) / trades)] = equity;
        }
        track.finalEquity = equity;
        return track;
    }
}
