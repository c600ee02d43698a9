package io.fulmar.store.lake;

import io.fulmar.domain.Decimal;
import java.util.OptionalInt;

/** How many decimals a dataset's prices, quantities and rates have at most. */
public record Scales(int price, int quantity, int rate) {
    /** Decimals of funding rates where nobody says otherwise. */
    public static final int RATE_USUAL = 12;

    public Scales {
        require("price", price);
        require("quantity", quantity);
        require("rate", rate);
    }

    public Scales(int price, int quantity) {
        this(price, quantity, RATE_USUAL);
    }

    /** Those of an instrument's steps. */
    public static Scales of(Decimal tick, Decimal lot) {
        return new Scales(tick.normalized().scale(), lot.normalized().scale());
    }

    /**
     * The fewest decimals, at least so many, at which every one of these numbers is the double nearest to a decimal, give or take the 4
     * ulp that are snapped; empty when there are none. NaNs do not count.
     */
    public static OptionalInt decimals(double[] numbers, int from, int to, int atLeast) {
        int scale = atLeast;
        for (int i = from; i < to; i++) {
            while (!Decimals.near(numbers[i], scale)) {
                if (++scale > Decimal.SCALE_MAX) {
                    return OptionalInt.empty();
                }
            }
        }
        return OptionalInt.of(scale);
    }

    /** The larger of each. */
    public Scales max(Scales other) {
        return new Scales(Math.max(price, other.price), Math.max(quantity, other.quantity), Math.max(rate, other.rate));
    }

    private static void require(String what, int scale) {
        if (scale < 0 || scale > Decimal.SCALE_MAX) {
            throw new IllegalArgumentException(scale + " decimals of a " + what + " are not between 0 and 18");
        }
    }
}
