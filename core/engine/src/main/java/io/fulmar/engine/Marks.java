package io.fulmar.engine;

import java.util.Arrays;

/**
 * What the account is worth, bar by bar: the base (balance less what open positions cost) plus each market's position at its last mark.
 * One addition a bar; exact, or it throws.
 */
final class Marks {
    private long base;
    private long values;
    private long equity;
    private long peak;
    private long steps;
    private long[] curve = {};
    private long curveFrom;

    Marks(long cash) {
        equity = cash;
        peak = cash;
    }

    /** A fill has changed what positions cost. */
    void base(long newBase) {
        base = newBase;
    }

    /** Where the equity at each step's close goes, as far as it reaches. */
    void record(long[] closes) {
        record(closes, 0);
    }

    /** The same for the steps from {@code first} on. */
    void record(long[] closes, long first) {
        curve = closes;
        curveFrom = first;
    }

    /** Marks the account at the bar's close. */
    void mark(Tape tape) {
        if (tape.lots != 0 || tape.value != 0) {
            revalue(tape, tape.close());
        }
        equity = live();
        peak = Math.max(peak, equity);
    }

    /** A market's position at another price, before the account is marked again. */
    void revalue(Tape tape, long ticks) {
        tape.mark = ticks;
        long value = tape.lots == 0 ? 0 : tape.worth.value(tape.lots, ticks);
        values = Math.addExact(values, value - tape.value);
        tape.value = value;
    }

    /** All bars of one moment are marked. */
    void step() {
        int step = (int) (steps++ - curveFrom);
        if (step < curve.length) {
            curve[step] = equity;
        }
    }

    /** Nothing follows: what the venue settled after the last close belongs to that close. */
    void ended() {
        equity = live();
        int last = (int) (steps - 1 - curveFrom);
        if (last >= 0 && last < curve.length) {
            curve[last] = equity;
        }
    }

    // ---- for the loop, which leaves the marking of quiet bars for when it stops ----

    /**
     * Nothing but closes happened from one bar to another, exclusive: marks them at one go. An account's worth moves one way with a price,
     * so its peak stands at the highest or the lowest close.
     */
    void ran(Tape tape, int from, int to) {
        if (from == to) {
            return;
        }
        long others = Math.subtractExact(live(), tape.value);
        long high = tape.closes[from];
        long low = high;
        if (tape.lots != 0) {
            for (int bar = from; bar < to; bar++) {
                high = Math.max(high, tape.closes[bar]);
                low = Math.min(low, tape.closes[bar]);
            }
        }
        peak = Math.max(peak, Math.max(at(tape, others, high), at(tape, others, low)));
        equity = at(tape, others, tape.closes[to - 1]);
        if (curve.length > 0) {
            draw(tape, others, from, to);
        }
        steps += to - from;
        long value = Math.subtractExact(equity, others);
        values = Math.addExact(values, value - tape.value);
        tape.value = value;
    }

    private void draw(Tape tape, long others, int from, int to) {
        int first = (int) (steps - curveFrom);
        if (tape.lots == 0) {
            Arrays.fill(curve, first, first + to - from, equity);
        } else {
            for (int bar = from; bar < to; bar++) {
                curve[first + bar - from] = at(tape, others, tape.closes[bar]);
            }
        }
    }

    private static long at(Tape tape, long others, long ticks) {
        return tape.lots == 0 ? others : Math.addExact(others, tape.worth.value(tape.lots, ticks));
    }

    // ---- answers ----

    /** At the last mark. */
    long equity() {
        return equity;
    }

    /** With what has filled since. */
    long live() {
        return Math.addExact(base, values);
    }

    long peak() {
        return peak;
    }

    /** How many moments have been marked: how far the market has been read. */
    long steps() {
        return steps;
    }
}
