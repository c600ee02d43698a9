package io.fulmar.domain;

/**
 * Arithmetic on money, prices and quantities: the exact result, or {@link ArithmeticException}. Nothing wraps silently.
 *
 * <p>Products go through 128 bits only when 64 do not hold them, so the usual case costs a multiplication and a test.
 */
public final class Exact {
    private static final int POWERS = 19;
    private static final long[] POWER_OF_TEN = powersOfTen();
    private static final long PARTS_PER_MILLION = 1_000_000;

    private Exact() {}

    /**
     * Value of a linear instrument in money units. With {@code unit >= 1}, as every instrument guarantees, an inner product
     * beyond 64 bits means that the value is beyond 64 bits too, so nothing representable is refused.
     */
    public static long value(long lots, long ticks, long unit) {
        return Math.multiplyExact(Math.multiplyExact(lots, ticks), unit);
    }

    /**
     * Value of an inverse instrument in money units: {@code lots x numerator / ticks}, rounded once, half-even. One rounding of
     * a monotone function is monotone, so a higher price never gives a greater value of the same long.
     *
     * @param numerator money units of one lot at a price of one tick, see {@link Instrument#inverseNumerator()}
     */
    public static long inverseValue(long lots, long ticks, long numerator) {
        return mulDivHalfEven(lots, numerator, ticks);
    }

    /**
     * Fee on a notional of either sign: {@code ceil(|notional| x rate)}. With a negative rate the same ceiling floors the amount
     * paid to us, so rounding never favours the account.
     */
    public static long fee(long notional, Rate rate) {
        // The sign moves to the rate, whose negation cannot overflow: the notional's could.
        long numerator = notional < 0 ? -rate.numerator() : rate.numerator();
        return mulDivCeil(notional, numerator, rate.denominator());
    }

    /** Share of an amount, halves away from zero: how distances in percent become ticks. */
    public static long percentOf(long amount, long partsPerMillion) {
        return mulDivHalfUp(amount, partsPerMillion, PARTS_PER_MILLION);
    }

    /** Share of an amount, rounded down: how a budget is cut from equity. */
    public static long percentOfFloor(long amount, long partsPerMillion) {
        return partsPerMillion == PARTS_PER_MILLION ? amount : mulDivFloor(amount, partsPerMillion, PARTS_PER_MILLION);
    }

    /** {@code floor(a x b / divisor)}; the divisor is positive. */
    public static long mulDivFloor(long a, long b, long divisor) {
        requirePositive(divisor);
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return high == low >> 63 ? Math.floorDiv(low, divisor) : Wide.divide(high, low, divisor, Wide.Rounding.FLOOR);
    }

    /** {@code ceil(a x b / divisor)}; the divisor is positive. */
    public static long mulDivCeil(long a, long b, long divisor) {
        requirePositive(divisor);
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return high == low >> 63 ? Math.ceilDiv(low, divisor) : Wide.divide(high, low, divisor, Wide.Rounding.CEIL);
    }

    /** {@code a x b / divisor}, the nearest whole number, halves away from zero; the divisor is positive. */
    public static long mulDivHalfUp(long a, long b, long divisor) {
        requirePositive(divisor);
        return Wide.divide(Math.multiplyHigh(a, b), a * b, divisor, Wide.Rounding.HALF_UP);
    }

    /** {@code a x b / divisor}, the nearest whole number, halves to the even one; the divisor is positive. */
    public static long mulDivHalfEven(long a, long b, long divisor) {
        requirePositive(divisor);
        return Wide.divide(Math.multiplyHigh(a, b), a * b, divisor, Wide.Rounding.HALF_EVEN);
    }

    /** {@code 10^exponent} for exponents 0 to 18, the powers of ten that a long holds. */
    public static long powerOfTen(int exponent) {
        if (exponent < 0 || exponent >= POWERS) {
            throw new ArithmeticException("10^" + exponent + " is not a whole number of 64 bits");
        }
        return POWER_OF_TEN[exponent];
    }

    private static void requirePositive(long divisor) {
        if (divisor <= 0) {
            throw new ArithmeticException("divisor " + divisor + " is not positive");
        }
    }

    private static long[] powersOfTen() {
        var powers = new long[POWERS];
        powers[0] = 1;
        for (int i = 1; i < POWERS; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
