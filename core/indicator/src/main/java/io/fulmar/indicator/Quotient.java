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

    /**
     * Whole numbers, each up to {@link #EXACT}, over one that is above 0 and at most {@code EXACT}: the nearest double to each quotient.
     *
     * <p>Dividing is the slowest thing a processor does with doubles, so this multiplies by the reciprocal and then corrects twice by what
     * is left over. The first correction comes within one unit of the last place; from there, with a correctly rounded reciprocal, the
     * second is correctly rounded for every divisor but those whose 53 binary digits are all ones (Markstein's theorem). Such a divisor
     * would be the largest below {@code EXACT}, and is divided by plainly.
     */
    static void divide(long[] numerators, int size, long denominator, double[] out) {
        double divisor = denominator;
        if (denominator >= EXACT - 1) {
            for (int i = 0; i < size; i++) {
                out[i] = numerators[i] / divisor;
            }
            return;
        }
        double reciprocal = 1 / divisor;
        for (int i = 0; i < size; i++) {
            double whole = numerators[i];
            double about = whole * reciprocal;
            double near = Math.fma(Math.fma(-about, divisor, whole), reciprocal, about);
            out[i] = Math.fma(Math.fma(-near, divisor, whole), reciprocal, near);
        }
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
