package io.fulmar.indicator;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Whole numbers divided and rounded once, to the nearest double. */
final class Quotient {
    /** Up to here a long is a double without rounding. */
    static final long EXACT = 1L << 53;

    /** Enough digits that no quotient of the sizes met here comes near the middle of two doubles without being there. */
    private static final MathContext DIGITS = new MathContext(80);

    private Quotient() {}

    static double of(long numerator, long denominator) {
        return fits(numerator) && fits(denominator)
                ? (double) numerator / (double) denominator
                : slow(numerator, denominator);
    }

    static double of(BigInteger numerator, BigInteger denominator) {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), DIGITS)
                .doubleValue();
    }

    static double slow(long numerator, long denominator) {
        return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    static boolean fits(long number) {
        return number <= EXACT && number >= -EXACT;
    }

    /** Whether {@code bound * factor} stays within {@code limit}; all are at least 0. */
    static boolean within(long bound, long factor, long limit) {
        return factor == 0 || bound <= limit / factor;
    }
}
