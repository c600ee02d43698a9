package io.fulmar.market;

import io.fulmar.domain.Exact;
import io.fulmar.domain.Instrument;

/**
 * Makes of trades the bars of any kind that a desk runs on: when each is known, what a strategy sees of it, and what was traded while it was
 * made. Bricks and smoothed bars are only seen; the prices to trade at are those of the trades beneath.
 *
 * <p>Bars that are not complete are left out: a first one that began before the data, and a last one that has not closed.
 */
public final class BarsOfTrades {
    private final BarFold fold;
    private final boolean bricks;
    private final MadeBars made = new MadeBars(64);
    private final BarColumns.Traded traded = new BarColumns.Traded();
    private final ShownBars shown;
    private final double lotMantissa;
    private final double lotDivisor;

    /** Trades that the running brick has so far, of those that were handed over before. */
    private int gathered;

    private long outside;

    /** An exception says what does not fit the instrument. */
    public BarsOfTrades(BarKind kind, Instrument instrument) {
        BarKind beneath = ShownBars.beneath(kind);
        fold = BarFold.of(beneath, instrument);
        bricks = beneath instanceof BarKind.Renko;
        shown = new ShownBars(kind);
        lotMantissa = instrument.lot().mantissa();
        lotDivisor = Exact.powerOfTen(instrument.lot().scale());
    }

    /** Takes the trades in {@code [from, to)}, in order. */
    public void take(long[] times, long[] ticks, long[] lots, int from, int to) {
        fold.take(times, ticks, lots, from, to, made);
        if (bricks) {
            bricks(ticks, from, to);
        } else {
            asTraded();
        }
        made.clear();
    }

    private void asTraded() {
        for (int i = 0; i < made.size(); i++) {
            if ((made.flags()[i] & MadeBars.LATE) == 0) {
                traded.clear();
                traded.take(made.opens()[i], made.highs()[i], made.lows()[i], made.closes()[i]);
                shown.asTraded(made.openTimes()[i], made.closeTimes()[i], traded, volume(i));
            }
        }
    }

    /** A brick counts its trades: so many of those that came are what was traded while it was made. */
    private void bricks(long[] ticks, int from, int to) {
        int at = from + (int) (fold.outside() - outside); // those before a brick's height was known
        outside = fold.outside();
        for (int i = 0; i < made.size(); i++) {
            int end = at + made.trades()[i] - gathered;
            gather(ticks, at, end);
            at = end;
            shown.asBrick(made.openTimes()[i], traded, volume(i), made, i);
            traded.clear();
            gathered = 0;
        }
        gather(ticks, at, to);
    }

    private void gather(long[] ticks, int from, int to) {
        for (int i = from; i < to; i++) {
            traded.take(ticks[i]);
        }
        gathered += to - from;
    }

    private double volume(int bar) {
        return made.lots()[bar] * lotMantissa / lotDivisor;
    }

    /** How many trades belong to no bar of that kind. */
    public long outside() {
        return fold.outside();
    }

    /** All bars that are complete. Nothing is taken after this. */
    public Bars bars() {
        return shown.bars();
    }
}
