package io.fulmar.domain;

import java.math.BigInteger;

/**
 * A fraction in lowest terms, for fees and funding: 4 basis points are 1/2500. Negative rates are rebates.
 *
 * <p>A fraction, because a fee is then one exact product and one rounding, whatever the scale of the money.
 */
public record Rate(long numerator, long denominator) {
    public static final Rate ZERO = new Rate(0, 1);

    private static final int PERCENT_DECIMALS = 2;
    private static final int BASIS_POINT_DECIMALS = 4;
    private static final int PARTS_PER_MILLION_DECIMALS = 6;

    public Rate {
        if (denominator <= 0) {
            throw new IllegalArgumentException("denominator " + denominator + " is not positive");
        }
        if (numerator == Long.MIN_VALUE) {
            throw new IllegalArgumentException("numerator " + numerator + " has no negation of 64 bits");
        }
        long divisor = BigInteger.valueOf(numerator)
                .gcd(BigInteger.valueOf(denominator))
                .longValueExact();
        numerator /= divisor;
        denominator /= divisor;
    }

    public static Rate ofBasisPoints(String basisPoints) {
        return ofBasisPoints(Decimal.parse(basisPoints));
    }

    public static Rate ofBasisPoints(Decimal basisPoints) {
        return of(basisPoints, BASIS_POINT_DECIMALS);
    }

    public static Rate ofPercent(String percent) {
        return ofPercent(Decimal.parse(percent));
    }

    public static Rate ofPercent(Decimal percent) {
        return of(percent, PERCENT_DECIMALS);
    }

    public static Rate ofPartsPerMillion(long partsPerMillion) {
        return of(Decimal.of(partsPerMillion), PARTS_PER_MILLION_DECIMALS);
    }

    /** The rate as it is written by venues that quote fractions: {@code 0.0004}. */
    public static Rate ofFraction(Decimal fraction) {
        return of(fraction, 0);
    }

    private static Rate of(Decimal amount, int decimals) {
        var plain = amount.normalized();
        if (plain.scale() + decimals > Decimal.SCALE_MAX) {
            throw new IllegalArgumentException("the rate " + amount + " has too many decimals");
        }
        return new Rate(plain.mantissa(), Exact.powerOfTen(plain.scale() + decimals));
    }

    public boolean isZero() {
        return numerator == 0;
    }

    public double doubleValue() {
        return (double) numerator / (double) denominator;
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
