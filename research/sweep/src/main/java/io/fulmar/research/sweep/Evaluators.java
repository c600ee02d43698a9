package io.fulmar.research.sweep;

import io.fulmar.research.sweepvector.Kernels;
import java.util.Optional;

/** Makes the evaluators of a study, one a thread, in the fastest tier that can run it exactly. */
public final class Evaluators {
    private final Study study;
    private final String reason;
    private final Optional<Market> market;

    public Evaluators(Study study) {
        this(study, Kernels.best());
    }

    Evaluators(Study study, Kernels kernels) {
        this.study = study;
        this.reason = Suitability.reasonAgainstSignals(study);
        this.market = reason.isEmpty()
                ? Optional.of(new Market(
                        study.bars(),
                        new Prices(study.bars()),
                        new Days(study.bars(), study.firstBar()),
                        new Averages(study.data().instrument(), study.bars()),
                        kernels,
                        study.firstBar()))
                : Optional.empty();
    }

    /** A new one, for one thread. */
    public Evaluator evaluator() {
        return market.<Evaluator>map(ready -> new SignalEvaluator(study, ready))
                .orElseGet(() -> new DeskEvaluator(study, reason));
    }
}
