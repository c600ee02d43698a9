package io.fulmar.research.sweep;

import io.fulmar.research.backtest.Backtest;
import io.fulmar.research.backtest.SideBySide;
import io.fulmar.research.robustness.Track;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Runs combinations through the desk itself: many of them side by side over series that they share (tier C) where the study allows it,
 * else one by one (tier E).
 */
final class Desks {
    /** So many desks and what they read stay near the processor. */
    static final int ABREAST_MAX = 64;

    private final Study study;
    private final boolean sideBySide;
    private final Days days;
    private final DeskTrack fold;
    private final Deque<Done> done = new ArrayDeque<>();

    /** A combination that has been run, or has to be run alone. */
    private sealed interface Done {
        record Ran(Backtest backtest, Curve curve) implements Done {}

        record Alone(Record parameters) implements Done {}
    }

    Desks(Study study) {
        this.study = study;
        this.sideBySide = Suitability.reasonAgainstColumns(study).isEmpty();
        this.days = new Days(study.bars(), study.firstBar());
        this.fold = new DeskTrack(study);
    }

    /** Whether the next result is at hand. */
    boolean ready() {
        return !done.isEmpty();
    }

    /** Runs these, at most {@link #ABREAST_MAX}; their results come from {@link #next} in this order. */
    void run(List<? extends Record> combinations) {
        if (!sideBySide) {
            combinations.forEach(parameters -> done.add(new Done.Alone(parameters)));
            return;
        }
        try {
            done.addAll(abreast(combinations));
        } catch (RuntimeException one) {
            // one of them fails: alone, it fails under its own name, and takes no other with it
            combinations.forEach(parameters -> done.add(new Done.Alone(parameters)));
        }
    }

    private List<Done> abreast(List<? extends Record> combinations) {
        SideBySide runs = new SideBySide(study.data(), fold.journals());
        for (Record parameters : combinations) {
            runs.add(study.backtest(parameters));
        }
        List<Done> ran = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
        for (Backtest backtest : runs.backtests()) {
            Curve curve = new Curve(backtest.cash(), days, study.firstBar());
            curves.add(curve);
            ran.add(new Done.Ran(backtest, curve));
        }
        runs.run((desk, from, equity, count) -> curves.get(desk).add(from, equity, count));
        return ran;
    }

    /** The next of those that were run, and the tier that did. */
    Tier next(Track into) {
        return switch (done.removeFirst()) {
            case Done.Ran(Backtest backtest, Curve curve) -> {
                fold.fill(backtest, curve, into);
                yield Tier.C;
            }
            case Done.Alone(Record parameters) -> {
                alone(parameters, into);
                yield Tier.E;
            }
        };
    }

    /** A backtest as a user runs it. */
    void alone(Record parameters, Track into) {
        fold.fill(new Backtest(study.backtest(parameters)).run(), into);
    }
}
