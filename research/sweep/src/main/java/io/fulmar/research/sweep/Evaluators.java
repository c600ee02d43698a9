package io.fulmar.research.sweep;

/** Makes evaluators for a study, one a thread. */
public final class Evaluators {
    private final Study study;

    public Evaluators(Study study) {
        this.study = study;
    }

    /** A new one, for one thread. */
    public Evaluator evaluator() {
        return new DeskEvaluator(study, "every combination is a backtest of its own");
    }
}
