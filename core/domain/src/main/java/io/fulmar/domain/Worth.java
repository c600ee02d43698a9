package io.fulmar.domain;

/**
 * What lots of one instrument are worth at a price, in money units: the instrument's arithmetic made ready for loops.
 *
 * <p>One sign for all kinds: profit is the value at the exit less the value at the entry. A long inverse contract owes its quote
 * amount, so its value is below zero and comes nearer to zero as the price rises; a short one's is above zero. The notional is the
 * absolute value of either.
 */
public final class Worth {
    private final boolean inverse;
    private final long factor;

    private Worth(boolean inverse, long factor) {
        this.inverse = inverse;
        this.factor = factor;
    }

    public static Worth of(Instrument instrument) {
        boolean inverse = instrument.kind().inverse();
        return new Worth(inverse, inverse ? Math.negateExact(instrument.inverseNumerator()) : instrument.unit());
    }

    /**
     * Exact for linear kinds, rounded once and half-even for inverse ones, or {@link ArithmeticException}. For lots above zero it never
     * falls as the price rises, for lots below zero it never rises.
     */
    public long value(long lots, long ticks) {
        return inverse ? Exact.inverseValue(lots, ticks, factor) : Exact.value(lots, ticks, factor);
    }

    /** The size of the position in money, whichever side it is on. */
    public long notional(long lots, long ticks) {
        long value = value(lots, ticks);
        return value < 0 ? Math.negateExact(value) : value;
    }

    /** Of two prices the one at which a lot costs more. */
    public long dearer(long ticks, long otherTicks) {
        return inverse ? Math.min(ticks, otherTicks) : Math.max(ticks, otherTicks);
    }

    /** The notional of one lot without its rounding: a first guess for a search. */
    public double notionalOfOne(long ticks) {
        return inverse ? (double) -factor / ticks : (double) factor * ticks;
    }

    /** The price in ticks, as a fraction, at which that many lots are worth so much; for display. */
    public double ticksAt(long lots, long value) {
        return inverse ? (double) lots / value * factor : (double) value / lots / factor;
    }
}
