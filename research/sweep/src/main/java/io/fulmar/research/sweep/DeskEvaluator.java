package io.fulmar.research.sweep;

import io.fulmar.research.backtest.Backtest;
import io.fulmar.research.robustness.Track;
import java.util.List;

/** Tier E: each combination is a backtest of its own. */
final class DeskEvaluator implements Evaluator {
    private final Study study;
    private final DeskTrack fold;
    private final Track track = new Track();
    private final String reason;

    DeskEvaluator(Study study, String reason) {
        this.study = study;
        this.fold = new DeskTrack(study);
        this.reason = reason;
    }

    @Override
    public void evaluate(List<? extends Record> unit, Sink sink) {
        for (int i = 0; i < unit.size(); i++) {
            run(unit.get(i), track);
            sink.accept(i, track, Tier.E, reason);
        }
    }

    void run(Record parameters, Track into) {
        fold.fill(new Backtest(study.backtest(parameters)).run(), into);
    }
}
