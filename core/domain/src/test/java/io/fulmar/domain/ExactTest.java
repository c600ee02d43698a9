package io.fulmar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactTest {
    private static final int ROUNDS = 100_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mulDivEqualsBigDecimalInEveryRounding(long seed) {
        var draw = new Draw(seed);
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long a = draw.number();
            long b = draw.number();
            long d = draw.positive();
            refused += checkAllRoundings(seed, a, b, d);
        }
        assertThat(refused)
                .as("seed %d reaches both sides of the overflow", seed)
                .isBetween(ROUNDS / 10, ROUNDS * 4);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void quotientsAroundTheEdgeOfSixtyFourBitsAreExactOrRefused(long seed) {
        var draw = new Draw(seed);
        for (int i = 0; i < ROUNDS; i++) {
            // a x b / d close to +-2^63, half of the time just beyond.
            long d = draw.positive();
            long b = Math.max(2, draw.positive() >>> 1);
            long a = BigInteger.ONE
                    .shiftLeft(63)
                    .multiply(BigInteger.valueOf(d))
                    .divide(BigInteger.valueOf(b))
                    .add(BigInteger.valueOf(draw.between(-2, 2)))
                    .min(BigInteger.valueOf(Long.MAX_VALUE))
                    .longValueExact();
            checkAllRoundings(seed, a, b, d);
            checkAllRoundings(seed, -a, b, d);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void halvesRoundAsTheirNameSays(long seed) {
        var draw = new Draw(seed);
        for (int i = 0; i < ROUNDS; i++) {
            // (2k + 1) x d / 2d is k and a half.
            long d = Math.max(1, draw.positive() >> 2);
            long odd = (draw.number() >> 1) | 1;
            checkAllRoundings(seed, odd, d, 2 * d);
            checkAllRoundings(seed, odd + 1, d, 2 * d);
        }
    }

    @Test
    void halvesOfSmallNumbers() {
        assertThat(Exact.mulDivHalfUp(1, 1, 2)).isEqualTo(1);
        assertThat(Exact.mulDivHalfUp(-1, 1, 2)).isEqualTo(-1);
        assertThat(Exact.mulDivHalfUp(3, 1, 2)).isEqualTo(2);
        assertThat(Exact.mulDivHalfEven(1, 1, 2)).isZero();
        assertThat(Exact.mulDivHalfEven(3, 1, 2)).isEqualTo(2);
        assertThat(Exact.mulDivHalfEven(-5, 1, 2)).isEqualTo(-2);
        assertThat(Exact.mulDivHalfEven(-7, 1, 2)).isEqualTo(-4);
        assertThat(Exact.mulDivFloor(-7, 1, 2)).isEqualTo(-4);
        assertThat(Exact.mulDivCeil(-7, 1, 2)).isEqualTo(-3);
    }

    @Test
    void theSmallestLongIsReachedAndTheLargestNotPassed() {
        assertThat(Exact.mulDivFloor(Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE))
                .isEqualTo(Long.MIN_VALUE);
        assertThat(Exact.mulDivCeil(Long.MIN_VALUE, 1, 1)).isEqualTo(Long.MIN_VALUE);
        assertThatThrownBy(() -> Exact.mulDivFloor(Long.MIN_VALUE, -1, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Exact.mulDivHalfEven(Long.MIN_VALUE, Long.MIN_VALUE, 1))
                .isInstanceOf(ArithmeticException.class);
        assertThat(Exact.mulDivFloor(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE))
                .isEqualTo(Long.MAX_VALUE);
        // 2^63 - 1/2: the floor fits, what rounds up does not.
        assertThat(Exact.mulDivFloor(Long.MAX_VALUE, 2 * 5 + 1, 11)).isEqualTo(Long.MAX_VALUE);
        long odd = Long.MAX_VALUE / 7 * 3;
        assertThat(Exact.mulDivFloor(odd, 7, 3)).isEqualTo(Long.MAX_VALUE / 7 * 7);
    }

    @Test
    void aDivisorThatIsNotPositiveIsRefused() {
        for (long divisor : new long[] {0, -1, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> Exact.mulDivFloor(1, 1, divisor)).isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> Exact.mulDivCeil(1, 1, divisor)).isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> Exact.mulDivHalfUp(1, 1, divisor)).isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> Exact.inverseValue(1, divisor, 1)).isInstanceOf(ArithmeticException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {8, 9})
    void valueIsExactOrRefused(long seed) {
        var draw = new Draw(seed);
        for (int i = 0; i < ROUNDS; i++) {
            long lots = draw.number();
            long ticks = draw.number();
            long unit = draw.positive();
            var expected = big(lots).multiply(big(ticks)).multiply(big(unit));
            check(seed, expected, () -> Exact.value(lots, ticks, unit));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 11})
    void feeIsTheCeilingAndRebatesAreFloored(long seed) {
        var draw = new Draw(seed);
        for (int i = 0; i < ROUNDS; i++) {
            long notional = draw.number();
            var rate = new Rate(Math.max(draw.number(), -Long.MAX_VALUE), draw.positive());
            var exact = new BigDecimal(big(notional).abs().multiply(big(rate.numerator())));
            var expected = exact.divide(BigDecimal.valueOf(rate.denominator()), 0, RoundingMode.CEILING);
            check(seed, expected.toBigInteger(), () -> Exact.fee(notional, rate));
        }
    }

    @Test
    void feeOfFourBasisPointsIsTheSameForBothSigns() {
        var rate = Rate.ofBasisPoints("4");
        assertThat(Exact.fee(2500, rate)).isEqualTo(1);
        assertThat(Exact.fee(2501, rate)).isEqualTo(2);
        assertThat(Exact.fee(-2501, rate)).isEqualTo(2);
        assertThat(Exact.fee(1, rate)).isEqualTo(1);
        assertThat(Exact.fee(0, rate)).isZero();
        assertThat(Exact.fee(Long.MIN_VALUE, rate)).isEqualTo(3689348814741911L);
        var rebate = Rate.ofBasisPoints("-4");
        assertThat(Exact.fee(4999, rebate)).isEqualTo(-1);
        assertThat(Exact.fee(-4999, rebate)).isEqualTo(-1);
        assertThat(Exact.fee(2499, rebate)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {12, 13})
    void inverseValueFallsAsThePriceRises(long seed) {
        var draw = new Draw(seed);
        for (int i = 0; i < ROUNDS; i++) {
            long lots = draw.below(1L << draw.between(1, 40)) + 1;
            long numerator = draw.below(1L << 50) + 1;
            long ticks = draw.below(1L << draw.between(1, 40)) + (1L << 27);
            long higher = ticks + draw.below(1L << draw.between(1, 20));
            long value = Exact.inverseValue(lots, ticks, numerator);
            String where = "seed %d: %d lots, %d and %d ticks, %d".formatted(seed, lots, ticks, higher, numerator);
            assertThat(Exact.inverseValue(lots, higher, numerator)).as(where).isLessThanOrEqualTo(value);
            assertThat(Exact.inverseValue(lots + 1, ticks, numerator)).as(where).isGreaterThanOrEqualTo(value);
            assertThat(Exact.inverseValue(-lots, ticks, numerator)).as(where).isEqualTo(-value);
        }
    }

    @Test
    void sharesRoundTheirOwnWay() {
        assertThat(Exact.percentOf(10_050, 10_000)).isEqualTo(101);
        assertThat(Exact.percentOf(10_049, 10_000)).isEqualTo(100);
        assertThat(Exact.percentOfFloor(10_099, 10_000)).isEqualTo(100);
        assertThat(Exact.percentOfFloor(Long.MAX_VALUE, 1_000_000)).isEqualTo(Long.MAX_VALUE);
        assertThat(Exact.percentOfFloor(-1, 1)).isEqualTo(-1);
    }

    @Test
    void powersOfTenEndWhereLongsEnd() {
        assertThat(Exact.powerOfTen(0)).isEqualTo(1);
        assertThat(Exact.powerOfTen(18)).isEqualTo(1_000_000_000_000_000_000L);
        assertThatThrownBy(() -> Exact.powerOfTen(19)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Exact.powerOfTen(-1)).isInstanceOf(ArithmeticException.class);
    }

    private static int checkAllRoundings(long seed, long a, long b, long d) {
        var quotient = new BigDecimal(big(a).multiply(big(b)));
        var divisor = BigDecimal.valueOf(d);
        int refused = 0;
        refused += check(seed, rounded(quotient, divisor, RoundingMode.FLOOR), () -> Exact.mulDivFloor(a, b, d));
        refused += check(seed, rounded(quotient, divisor, RoundingMode.CEILING), () -> Exact.mulDivCeil(a, b, d));
        refused += check(seed, rounded(quotient, divisor, RoundingMode.HALF_UP), () -> Exact.mulDivHalfUp(a, b, d));
        refused += check(seed, rounded(quotient, divisor, RoundingMode.HALF_EVEN), () -> Exact.mulDivHalfEven(a, b, d));
        return refused;
    }

    private static BigInteger rounded(BigDecimal number, BigDecimal divisor, RoundingMode mode) {
        return number.divide(divisor, 0, mode).toBigInteger();
    }

    /** 1 if the result was rightly refused. */
    private static int check(long seed, BigInteger expected, LongSupplier actual) {
        boolean fits = expected.bitLength() < Long.SIZE;
        try {
            long result = actual.getAsLong();
            if (!fits || result != expected.longValueExact()) {
                throw new AssertionError("seed " + seed + ": expected " + expected + " but was " + result);
            }
            return 0;
        } catch (ArithmeticException e) {
            if (fits) {
                throw new AssertionError("seed " + seed + ": refused " + expected, e);
            }
            return 1;
        }
    }

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }
}
