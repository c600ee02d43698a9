package io.fulmar.engine;

import io.fulmar.market.Bars;
import java.util.Arrays;

/**
 * One strategy in one market whose bars come one after the other, as they close: what follows a bar is done before the next is known. It is
 * the run of all bars at once, block by block; only how far a block reaches is different.
 */
public final class BarRun {
    private final Desk desk;
    private final Place place;
    private final Tape tape;
    private final Alone alone;
    private long[] equity = new long[64];
    private int next;

    /** The one seat of that desk, once it is taken. */
    public BarRun(Desk desk) {
        if (desk.places().size() != 1) {
            throw new IllegalArgumentException("bars that come one by one are run for one seat, not "
                    + desk.places().size());
        }
        this.desk = desk;
        this.place = desk.place(0);
        this.tape = place.tape;
        this.alone = new Alone(desk, place);
    }

    /** The bars that were appended to the market's since the last call have closed. */
    public void closed() {
        Bars bars = tape.bars;
        if (next == 0 && !bars.isEmpty()) {
            desk.agenda.begin(bars.openTime(0));
        }
        alone.grown();
        while (next < bars.size()) {
            int to = tape.advance(next);
            if (to > equity.length) {
                equity = Arrays.copyOf(equity, Math.max(to, equity.length + (equity.length >> 1)));
            }
            desk.marks.record(equity);
            for (int bar = next; bar < to && bars.openTime(bar) < place.settings.countsFrom(); bar++) {
                place.countsFrom = bar + 1;
            }
            alone.block(next, to);
            next = to;
        }
    }

    /** No bar follows. */
    public void end() {
        if (next > 0) {
            desk.reach(tape.bars.closeTime(next - 1));
        }
        desk.end();
    }

    /** At each close so far. */
    public long[] equity() {
        return Arrays.copyOf(equity, next);
    }
}
