package io.fulmar.engine;

/** One strategy in one market, the fast way: quiet bars run in the strategy's own {@link Loop}, all others one by one here. */
final class Alone {
    /** From so many busy bars a block it pays to fetch a block's opens beforehand. */
    private static final int BUSY = 4;

    private final Desk desk;
    private final Place place;
    private final Tape tape;
    private int timerBar = -1;
    private long timerBarOf = Long.MIN_VALUE;
    private int busyBars;

    Alone(Desk desk, Place place) {
        this.desk = desk;
        this.place = place;
        this.tape = place.tape;
    }

    void run() {
        for (int from = 0; from < tape.bars.size(); ) {
            int to = tape.advance(from);
            if (busyBars >= BUSY) {
                tape.fetchOpens(from, to);
            }
            busyBars = 0;
            block(from, to);
            from = to;
        }
    }

    /** The bars of the block that the series stand at. */
    void block(int from, int to) {
        place.warm(from, to);
        boolean handled = false;
        for (int bar = from; bar < to; ) {
            bar = place.runner.run(desk, place, bar, Math.min(to, timerBar(bar)), handled);
            boolean spoke = place.seat.spoke();
            if (spoke) {
                desk.decide(place, bar);
                bar++;
            }
            // what was just sent is looked at on the next bar, whatever the bar: the loop need not say so first
            handled = bar < to && (!spoke || desk.waiting());
            if (handled) {
                busy(bar);
            }
        }
    }

    /** Bars were added: what none of them did before, one of them may do now. */
    void grown() {
        timerBar = -1;
    }

    /** The first bar from there on that closes after the next timer. */
    private int timerBar(int from) {
        if (timerBar < from || timerBarOf != desk.agenda.next) {
            timerBarOf = desk.agenda.next;
            timerBar = tape.bars.closingAfter(desk.agenda.next, from);
        }
        return timerBar;
    }

    /** A bar on which something besides the strategy may happen: all of that; the loop then marks it and asks the strategy. */
    private void busy(int bar) {
        busyBars++;
        long close = tape.bars.closeTime(bar);
        if (close > desk.agenda.next) {
            desk.agenda.run(close); // the tape still stands at the bar before: this one is not known then
        }
        tape.moveTo(bar);
        if (desk.waiting() && !tape.silent()) {
            desk.match(tape);
        }
        if (desk.watchesBars()) {
            desk.marks.mark(tape);
            desk.watchBar(tape);
        }
    }
}
