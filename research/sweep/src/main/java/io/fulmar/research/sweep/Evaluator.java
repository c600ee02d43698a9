package io.fulmar.research.sweep;

import io.fulmar.research.robustness.Track;
import java.util.List;

/** Runs combinations over the market of a study. It belongs to one thread. */
public interface Evaluator {
    /** Takes what came out. */
    interface Sink {
        /**
         * @param index of the combination in its unit; they come in that order
         * @param track filled again for the next one
         * @param reason why it was not run in a faster tier; empty where none is
         */
        void accept(int index, Track track, Tier tier, String reason);
    }

    /**
     * Runs combinations that stand next to one another in the space: series that several of them read are computed once.
     *
     * @param unit each combination's record of parameters
     */
    void evaluate(List<? extends Record> unit, Sink sink);
}
