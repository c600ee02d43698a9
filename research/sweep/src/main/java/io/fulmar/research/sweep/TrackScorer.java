package io.fulmar.research.sweep;

import io.fulmar.research.robustness.Track;
import java.util.List;

/** Says what a candidate's track is worth. Each thread has its own. */
public interface TrackScorer {
    /**
     * What a track is worth.
     *
     * @param reasons bit k is set when gate k was failed
     * @param score ranks those without reasons
     * @param growth ranks the others
     */
    record Score(int reasons, double score, double growth) {}

    Score score(Track track);

    /** The names of the gates, by bit. */
    List<String> gates();
}
