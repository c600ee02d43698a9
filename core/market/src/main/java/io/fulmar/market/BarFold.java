package io.fulmar.market;

import io.fulmar.domain.Instrument;

/**
 * Makes bars of one kind of trades. A block of one trade is the live case; blocks of any split give the same bars. Trades come in the order
 * of their times, which are the venue's and never go back; prices are above zero and quantities not below: whoever hands them in has
 * seen to that.
 */
public abstract sealed class BarFold permits TimeFold, TradeDriven, HeikinAshiFold {
    /** The fold of that kind, in the instrument's ticks and lots; an exception says what does not fit. */
    public static BarFold of(BarKind kind, Instrument instrument) {
        return Folds.of(kind, instrument);
    }

    /** Takes the trades in {@code [from, to)} and appends the bars they finish. */
    public abstract void take(long[] times, long[] ticks, long[] lots, int from, int to, MadeBars out);

    /** Something is missing between the last trade and the next: the bars that touch the hole are not complete. */
    public abstract void gap();

    /** It is that time now, and all trades before it have come: what ends by the clock ends. */
    public abstract void clock(long time, MadeBars out);

    /** No trade follows, ever: the running bar is appended as what it is, unfinished. */
    public abstract void end(MadeBars out);

    /** How many trades belong to no bar, because no session was open. */
    public long outside() {
        return 0;
    }
}
