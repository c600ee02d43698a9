package io.fulmar.engine;

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
        curve = closes;
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
        int step = (int) steps++;
        if (step < curve.length) {
            curve[step] = equity;
        }
    }

    /** Nothing follows: what the venue settled after the last close belongs to that close. */
    void ended() {
        equity = live();
        int last = (int) steps - 1;
        if (last >= 0 && last < curve.length) {
            curve[last] = equity;
        }
    }

    // ---- for the loop, which marks on its own ----

    long[] curve() {
        return curve;
    }

    /** Where in the curve a bar that is about to be run has its place, less the bar. */
    int curveOffset(int bar) {
        return (int) steps - bar;
    }

    /** What equity is made of beside this tape's position. */
    long baseWithout(Tape tape) {
        return Math.subtractExact(live(), tape.value);
    }

    /** So many bars were run by the loop; at the last it marked the account at that equity. */
    void ran(Tape tape, int bars, long marked, long highest) {
        long value = Math.subtractExact(marked, baseWithout(tape));
        steps += bars;
        values = Math.addExact(values, value - tape.value);
        tape.value = value;
        equity = marked;
        peak = highest;
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
