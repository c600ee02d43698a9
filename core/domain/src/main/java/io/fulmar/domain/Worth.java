package io.fulmar.domain;

/** What lots of one instrument are worth at a price, in money units: the instrument's arithmetic made ready for loops. */
public final class Worth {
    private final boolean inverse;
    private final long factor;

    private Worth(boolean inverse, long factor) {
        this.inverse = inverse;
        this.factor = factor;
    }

    public static Worth of(Instrument instrument) {
        boolean inverse = instrument.kind().inverse();
        return new Worth(inverse, inverse ? instrument.inverseNumerator() : instrument.unit());
    }

    /** Signed like the lots; exact or {@link ArithmeticException}. */
    public long value(long lots, long ticks) {
        return inverse ? Exact.inverseValue(lots, ticks, factor) : Exact.value(lots, ticks, factor);
    }
}
