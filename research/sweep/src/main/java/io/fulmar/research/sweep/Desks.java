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
    /** Neighbours share most of their series: the more desks, the fewer columns are computed for each. */
    static final int ABREAST_MAX = 512;

    /** Before it is known how much these strategies trade. */
    private static final int ABREAST_FIRST = 64;

    /** A block of so many columns stays near the processor. */
    private static final int COLUMNS_MAX = 96;

    /** Desks keep their trades until all have run: about 150 bytes each, and 2,000 more where journals are kept. */
    private static final int TRADES_MAX = 300_000;

    private static final int TRADES_JOURNALED_MAX = 30_000;

    private final Study study;
    private final boolean sideBySide;
    private final Days days;
    private final DeskTrack fold;
    private final Deque<Done> done = new ArrayDeque<>();
    private int abreast = ABREAST_FIRST;

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

    /** Runs the first of these, as many as go side by side; their results come from {@link #next} in this order. */
    void run(List<? extends Record> combinations) {
        List<? extends Record> first = combinations.subList(0, Math.min(abreast, combinations.size()));
        if (!sideBySide) {
            first.forEach(parameters -> done.add(new Done.Alone(parameters)));
            return;
        }
        try {
            done.addAll(abreast(first));
        } catch (RuntimeException one) {
            // one of them fails, and takes no other with it: how many stood beside it must not be seen in what becomes
            // of them
            first.forEach(this::apart);
        }
    }

    private void apart(Record parameters) {
        try {
            done.addAll(abreast(List.of(parameters)));
        } catch (RuntimeException itself) {
            done.add(new Done.Alone(parameters)); // there it fails under its own name
        }
    }

    private List<Done> abreast(List<? extends Record> combinations) {
        SideBySide runs = new SideBySide(study.data(), fold.journals());
        for (int i = 0; i < combinations.size() && runs.series() < COLUMNS_MAX; i++) {
            runs.add(study.backtest(combinations.get(i)));
        }
        List<Done> ran = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
        for (Backtest backtest : runs.backtests()) {
            Curve curve = new Curve(backtest.cash(), days, study.firstBar());
            curves.add(curve);
            ran.add(new Done.Ran(backtest, curve));
        }
        runs.run((desk, from, equity, count) -> curves.get(desk).add(from, equity, count));
        abreast = next(runs.backtests());
        return ran;
    }

    /** So many desks may stand side by side next time, if they trade as much as the busiest of these. */
    private int next(List<Backtest> ran) {
        int busiest = 1 + ran.stream().mapToInt(Backtest::tradeCount).max().orElse(0);
        return Math.clamp((fold.journals() ? TRADES_JOURNALED_MAX : TRADES_MAX) / busiest, 1, ABREAST_MAX);
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
