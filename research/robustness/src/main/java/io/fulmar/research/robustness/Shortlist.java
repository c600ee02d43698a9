package io.fulmar.research.robustness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The last word on who is best: what the first seed put on top is scored again with seeds that had no part in choosing it, and ordered by the mean of those
 * alone.
 */
public final class Shortlist {
    public static final int SIZE = 1_000;
    public static final int SEEDS = 5;

    /**
     * A candidate after its re-scoring.
     *
     * @param place its place in the list that was handed in
     * @param score mean over the fresh seeds
     * @param rankBest from 1, the best it had with one of the seeds
     * @param rankWorst the worst; far apart, and the order says little
     */
    public record Ranked(int place, double score, int rankBest, int rankWorst) {}

    private Shortlist() {}

    /** Paths of the first of several rounds of halving, which every candidate gets. */
    public static int roughPaths(int paths) {
        return Math.min(Halving.FIRST_PATHS, paths);
    }

    /** Paths of the round behind one. */
    public static int morePaths(int before, int paths) {
        return Math.min(Halving.TIMES * before, paths);
    }

    /** How many of so many go on to the next round, so that enough are left for a shortlist. */
    public static int goingOn(int candidates, int wanted) {
        return Math.min(candidates, Math.max(wanted, candidates / Halving.TIMES));
    }

    /** Of eligible candidates. Ties keep the order handed in. */
    public static List<Ranked> of(List<Track> candidates, Scoring scoring) {
        int n = candidates.size();
        double[][] scores = new double[SEEDS][n];
        for (int seed = 0; seed < SEEDS; seed++) {
            Scorer scorer = scoring.fresh(seed).scorer();
            Score score = new Score();
            for (int i = 0; i < n; i++) {
                scorer.score(candidates.get(i), score);
                scores[seed][i] = score.score;
            }
        }
        return ranked(scores);
    }

    /** By what each of {@link #SEEDS} fresh seeds gave the candidates: a row a seed. Ties keep the order handed in. */
    public static List<Ranked> ranked(double[][] scores) {
        int[][] ranks = new int[SEEDS][];
        for (int seed = 0; seed < SEEDS; seed++) {
            ranks[seed] = ranks(scores[seed]);
        }
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < scores[0].length; i++) {
            double sum = 0;
            int best = Integer.MAX_VALUE;
            int worst = 0;
            for (int seed = 0; seed < SEEDS; seed++) {
                sum += scores[seed][i];
                best = Math.min(best, ranks[seed][i]);
                worst = Math.max(worst, ranks[seed][i]);
            }
            ranked.add(new Ranked(i, sum / SEEDS, best, worst));
        }
        ranked.sort(Comparator.comparingDouble((Ranked one) -> -one.score).thenComparingInt(Ranked::place));
        return List.copyOf(ranked);
    }

    private static int[] ranks(double[] scores) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) order.add(i);
        order.sort(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparingInt(i -> i));
        int[] ranks = new int[scores.length];
        for (int rank = 0; rank < scores.length; rank++) ranks[order.get(rank)] = rank + 1;
        return ranks;
    }
}
