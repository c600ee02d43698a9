package io.fulmar.domain;

/** The smallest order a venue takes: in lots, and as notional in the quote currency. Zero means no such rule. */
public record Minimums(long lots, Decimal notional) {
    public static final Minimums NONE = new Minimums(0, Decimal.ZERO);

    public Minimums {
        if (lots < 0 || notional.signum() < 0) {
            throw new IllegalArgumentException("minimums of " + lots + " lots and " + notional + " are not both >= 0");
        }
        notional = notional.normalized();
    }
}
