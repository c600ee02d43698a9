package io.fulmar.research.sweep;

import io.fulmar.research.robustness.Track;
import io.fulmar.strategy.Sketch;
import io.fulmar.strategy.Strategies;
import java.util.ArrayList;
import java.util.List;

/** Tier S: plans, from signal to signal. What a plan asks beyond that goes to the desk, and says so. */
final class SignalEvaluator implements Evaluator {
    /** So many columns of a block stay near the processor. */
    private static final int COLUMNS_MAX = 192;

    private static final int LANES_MAX = 4_096;

    private final Study study;
    private final Terms terms;
    private final Market market;
    private final DeskEvaluator desk;
    private final Track track = new Track();

    SignalEvaluator(Study study, Market market) {
        this.study = study;
        this.terms = new Terms(study);
        this.market = market;
        this.desk = new DeskEvaluator(study, "");
    }

    @Override
    public void evaluate(List<? extends Record> unit, Sink sink) {
        for (int from = 0; from < unit.size(); ) {
            from = run(unit, from, sink);
        }
    }

    /** As many as fit into one run; returns the first that did not. */
    private int run(List<? extends Record> unit, int from, Sink sink) {
        SignalRun run = new SignalRun(terms, study, market);
        List<String> elsewhere = new ArrayList<>();
        int to = from;
        while (to < unit.size() && run.size() < LANES_MAX && run.columns() < COLUMNS_MAX) {
            Sketch sketch = Strategies.sketch(study.strategy(), unit.get(to));
            String reason = Suitability.reasonAgainstSignals(sketch);
            elsewhere.add(reason);
            if (reason.isEmpty()) {
                run.add(sketch.plan().orElseThrow(), sketch.declared());
            }
            to++;
        }
        run.run();
        int rider = 0;
        for (int i = from; i < to; i++) {
            String reason = elsewhere.get(i - from);
            if (reason.isEmpty()) {
                reason = run.fallen(rider++);
            }
            if (reason.isEmpty()) {
                run.purse(rider - 1).fill(track, market.days(), market.firstBar());
                sink.accept(i, track, Tier.S, "");
            } else {
                desk.run(unit.get(i), track);
                sink.accept(i, track, Tier.E, reason);
            }
        }
        return to;
    }
}
