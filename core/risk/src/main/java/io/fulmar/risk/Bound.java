package io.fulmar.risk;

/**
 * How tight a control is.
 *
 * @param limit in the control's unit; what stands exactly at it is within
 * @param span the control's window or rest in nanoseconds, or its recovery in bars; 0 where it has none
 */
public record Bound(long limit, long span) {
    /** The control does not judge. */
    public static final Bound OFF = new Bound(-1, 0);

    /** The control has no figure: it is on. */
    public static final Bound ON = new Bound(1, 0);

    public static Bound of(long limit) {
        return new Bound(limit, 0);
    }

    public boolean on() {
        return limit >= 0;
    }
}
