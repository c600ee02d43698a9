package io.fulmar.research.sweep;

import io.fulmar.research.robustness.Shortlist;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Successive halving at the end of a sweep whose units drew few paths: the best by those get four times as many, the best quarter of them four times as
 * many again, until all paths are drawn. What the first round put too low is lost: {@link #recall} measures how much that is.
 */
final class Pruning {
    /** The best of the first round that are looked at again: enough for two quarterings down to a shortlist. */
    static final int CANDIDATES = 16 * Shortlist.SIZE;

    /** A sample is cut down as far as the candidates are. */
    private static final int CUT = 16;

    private final Scored scored;
    private final int paths;

    /** The score of each combination by so many paths, NaN where it is not eligible. */
    interface Scored {
        double[] of(List<Long> numbers, int paths, int threads);
    }

    Pruning(Scored scored, int paths) {
        this.scored = scored;
        this.paths = paths;
    }

    /** A shortlist of eligible combinations, by number. */
    List<Long> best(List<Long> eligible, int threads) {
        List<Long> left = eligible;
        for (int drawn = Shortlist.roughPaths(paths); drawn < paths; ) {
            drawn = Shortlist.morePaths(drawn, paths);
            int goingOn = drawn < paths
                    ? Shortlist.goingOn(left.size(), Shortlist.SIZE)
                    : Math.min(left.size(), Shortlist.SIZE);
            left = first(left, scored.of(left, drawn, threads), goingOn);
        }
        return left;
    }

    /** The share of a sample's true best that are found when it is pruned as hard; 1 of a sample too small to lose any. */
    double recall(List<Long> sample, int threads) {
        double[] full = scored.of(sample, paths, threads);
        List<Integer> places = IntStream.range(0, full.length)
                .filter(i -> !Double.isNaN(full[i]))
                .boxed()
                .toList();
        int wanted = places.size() / CUT;
        if (wanted == 0) {
            return 1;
        }
        List<Long> eligible = places.stream().map(sample::get).toList();
        List<Long> left = eligible;
        for (int drawn = Shortlist.roughPaths(paths); ; drawn = Shortlist.morePaths(drawn, paths)) {
            int goingOn = drawn < paths ? Shortlist.goingOn(left.size(), wanted) : wanted;
            left = first(left, scored.of(left, drawn, threads), goingOn);
            if (drawn >= paths) {
                break;
            }
        }
        double[] scores = places.stream().mapToDouble(i -> full[i]).toArray();
        Set<Long> found = new HashSet<>(first(eligible, scores, wanted));
        found.retainAll(left);
        return (double) found.size() / wanted;
    }

    /** The best few, by number again; ties go to the lower number. */
    private static List<Long> first(List<Long> numbers, double[] scores, int count) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, scores.length).boxed().toList());
        order.sort(Comparator.comparingDouble(
                        (Integer i) -> Double.isNaN(scores[i]) ? Double.POSITIVE_INFINITY : -scores[i])
                .thenComparing(numbers::get));
        return order.stream().limit(count).map(numbers::get).sorted().toList();
    }
}
