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
    private final Desks desks;

    /** Why desks cannot stand side by side; empty where they can. */
    private final String aloneBecause;

    private final Track track = new Track();

    /** Which rider of the run each combination is, or why it is none. */
    @SuppressWarnings("ArrayRecordComponent") // handed over, not kept
    private record Results(SignalRun run, int[] riders, List<String> elsewhere) {}

    SignalEvaluator(Study study, Market market) {
        this.study = study;
        this.terms = new Terms(study);
        this.market = market;
        this.desks = new Desks(study);
        this.aloneBecause = Suitability.reasonAgainstColumns(study);
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
        int[] riders = new int[elsewhere.size()];
        int rider = 0;
        for (int i = 0; i < riders.length; i++) {
            if (elsewhere.get(i).isEmpty()) {
                riders[i] = rider;
                elsewhere.set(i, run.fallen(rider++));
            }
        }
        tell(new Results(run, riders, elsewhere), unit.subList(from, to), from, sink);
        return to;
    }

    /** All in their order; those that were not run from signal to signal go to the desk, as many at once as it takes. */
    private void tell(Results results, List<? extends Record> unit, int first, Sink sink) {
        List<String> elsewhere = results.elsewhere;
        for (int i = 0; i < unit.size(); i++) {
            if (elsewhere.get(i).isEmpty()) {
                results.run.purse(results.riders[i]).fill(track, market.days(), market.firstBar());
                sink.accept(first + i, track, Tier.S, "");
                continue;
            }
            if (!desks.ready()) {
                desks.run(next(unit, i, elsewhere));
            }
            Tier tier = desks.next(track);
            boolean alone = tier == Tier.E && !aloneBecause.isEmpty();
            sink.accept(first + i, track, tier, alone ? elsewhere.get(i) + "; " + aloneBecause : elsewhere.get(i));
        }
    }

    private static List<Record> next(List<? extends Record> unit, int from, List<String> elsewhere) {
        List<Record> next = new ArrayList<>();
        for (int i = from; i < unit.size() && next.size() < Desks.ABREAST_MAX; i++) {
            if (!elsewhere.get(i).isEmpty()) {
                next.add(unit.get(i));
            }
        }
        return next;
    }
}
