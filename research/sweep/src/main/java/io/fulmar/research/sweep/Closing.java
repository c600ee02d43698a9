package io.fulmar.research.sweep;

import io.fulmar.research.robustness.Shortlist;
import java.util.List;

/** What is done once with the results of all units, before they are published. */
public interface Closing {
    /**
     * What came of it.
     *
     * @param rechecked combinations that were run through the desk itself
     * @param differences what came out otherwise there, in words; any is a mistake of ours
     * @param shortlist the best, judged anew by draws that did not select them; the best first
     * @param recall of a pruned sweep: the share of the true best of a sample that pruning finds; NaN of one that was not pruned
     */
    record Closed(int rechecked, List<String> differences, List<Finalist> shortlist, double recall) {
        static final Closed NOTHING = new Closed(0, List.of(), List.of());

        public Closed(int rechecked, List<String> differences, List<Finalist> shortlist) {
            this(rechecked, differences, shortlist, Double.NaN);
        }

        public Closed {
            differences = List.copyOf(differences);
            shortlist = List.copyOf(shortlist);
        }
    }

    /**
     * One of the shortlist.
     *
     * @param score the mean over the fresh draws
     * @param rankBest its best place under any of them, from 1
     * @param rankWorst its worst
     */
    record Finalist(long combination, double score, int rankBest, int rankWorst) {}

    /** How many of the best it wants to see. */
    default int candidates() {
        return Shortlist.SIZE;
    }

    /** Looks at some of the combinations again. */
    Closed of(Selection selection, int threads);

    /**
     * Which combinations to look at again.
     *
     * @param best the first of the ranking
     * @param drawn by a hash of their numbers, so that the choice depends on nothing else
     * @param eligible the first of the ranking as far as they are eligible
     */
    record Selection(List<Long> best, List<Long> drawn, List<Long> eligible) {
        public Selection {
            best = List.copyOf(best);
            drawn = List.copyOf(drawn);
            eligible = List.copyOf(eligible);
        }
    }
}
