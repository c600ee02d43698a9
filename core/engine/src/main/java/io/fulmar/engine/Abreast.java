package io.fulmar.engine;

import io.fulmar.strategy.Frame;
import java.util.ArrayList;
import java.util.List;

/**
 * Desks side by side over one market: block after block, its series are computed once, then one desk after the other runs over that block.
 * Each has one strategy and is the desk that it would be alone.
 */
public final class Abreast {
    /** Hears what a desk's equity was at the closes of a block: the first {@code count}, valid during the call. */
    @FunctionalInterface
    public interface Watcher {
        void ran(int desk, int from, long[] equity, int count);
    }

    private final SeriesSheet sheet;
    private final List<Desk> desks = new ArrayList<>();
    private final List<Alone> runs = new ArrayList<>();
    private final List<Tape> tapes = new ArrayList<>();

    public Abreast(SeriesSheet sheet) {
        this.sheet = sheet;
    }

    /** The market as one desk reads it: each needs its own. */
    public Tape tape() {
        return new Tape(sheet);
    }

    /** A desk with one strategy seated, over that tape alone. */
    public void add(Desk desk, Tape tape) {
        if (desk.places().size() != 1) {
            throw new IllegalArgumentException("desks stand side by side with one strategy each, not "
                    + desk.places().size());
        }
        desks.add(desk);
        runs.add(new Alone(desk, desk.places().get(0)));
        tapes.add(tape);
    }

    /** How many series they read; one that several read counts once. */
    public int series() {
        return sheet.graph.columns.size();
    }

    /** Runs all bars there are. */
    public void run(Watcher watcher) {
        long[] equity = new long[Frame.BLOCK];
        int size = sheet.bars.size();
        for (int from = 0; from < size; ) {
            int to = sheet.advance(from);
            for (int i = 0; i < desks.size(); i++) {
                tapes.get(i).enter(from, to);
                desks.get(i).marks.record(equity, from);
                runs.get(i).block(from, to);
                watcher.ran(i, from, equity, to - from);
            }
            from = to;
        }
        for (int i = 0; i < desks.size(); i++) {
            tapes.get(i).moveTo(size - 1);
            desks.get(i).reach(sheet.bars.closeTime(size - 1));
            desks.get(i).end();
        }
    }
}
