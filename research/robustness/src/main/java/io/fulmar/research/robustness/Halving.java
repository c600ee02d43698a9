package io.fulmar.research.robustness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fewer paths for those who stand no chance: all candidates with few, the best quarter with four times as many, and so on. An option, never the default,
 * and never quoted as the time of a full Monte Carlo; {@link #recall} says what it missed.
 */
final class Halving {
    static final int FIRST_PATHS = 64;
    static final int TIMES = 4;

    /**
     * Who was left at the end.
     *
     * @param places in the list handed in, best first
     * @param paths that were drawn in all
     */
    public record Result(List<Integer> places, long paths) {}

    private Halving() {}

    /** Scores candidates in rounds of 64, 256, ... paths up to those of the scoring; at least {@code wanted} survive each. */
    public static Result of(List<Track> candidates, Scoring scoring, int wanted) {
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) left.add(i);
        long drawn = 0;
        for (int paths = Math.min(FIRST_PATHS, scoring.paths()); ; paths = Math.min(paths * TIMES, scoring.paths())) {
            drawn += (long) paths * left.size();
            left = order(candidates, left, scoring.with(paths));
            if (paths >= scoring.paths()) return new Result(List.copyOf(left), drawn);
            left = left.subList(0, Math.min(left.size(), Math.max(wanted, left.size() / TIMES)));
        }
    }

    private static List<Integer> order(List<Track> candidates, List<Integer> places, Scoring scoring) {
        Scorer scorer = scoring.scorer();
        Score score = new Score();
        double[] scores = new double[candidates.size()];
        boolean[] eligible = new boolean[candidates.size()];
        for (int place : places) {
            scorer.score(candidates.get(place), score);
            scores[place] = score.score;
            eligible[place] = score.eligible;
        }
        List<Integer> ordered = new ArrayList<>(places);
        ordered.sort(Comparator.comparing((Integer place) -> !eligible[place])
                .thenComparingDouble(place -> -scores[place])
                .thenComparingInt(place -> place));
        return ordered;
    }

    /** The share of the true best {@code wanted} that the pruned order has among its own. */
    public static double recall(List<Track> candidates, Scoring scoring, int wanted) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) all.add(i);
        int size = Math.min(wanted, all.size());
        if (size == 0) return 1;
        Set<Integer> found =
                new HashSet<>(of(candidates, scoring, wanted).places.subList(0, size));
        found.retainAll(order(candidates, all, scoring).subList(0, size));
        return (double) found.size() / size;
    }
}
