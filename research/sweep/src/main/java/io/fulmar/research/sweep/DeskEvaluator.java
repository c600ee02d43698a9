package io.fulmar.research.sweep;

import io.fulmar.research.robustness.Track;
import java.util.List;

/** Every combination through the desk: side by side, or one by one where even that cannot be. */
final class DeskEvaluator implements Evaluator {
    private final Desks desks;
    private final Track track = new Track();
    private final String reason;

    DeskEvaluator(Study study, String reason) {
        this.desks = new Desks(study);
        this.reason = reason;
    }

    @Override
    public void evaluate(List<? extends Record> unit, Sink sink) {
        for (int i = 0; i < unit.size(); i++) {
            if (!desks.ready()) {
                desks.run(unit.subList(i, unit.size()));
            }
            Tier tier = desks.next(track);
            sink.accept(i, track, tier, reason);
        }
    }
}
