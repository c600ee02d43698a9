package io.fulmar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
    private static final int ROUNDS = 50_000;

    @ParameterizedTest
    @CsvSource({
        "0.01, 1, 2",
        "1.50, 150, 2",
        "-5, -5, 0",
        "+5, 5, 0",
        ".5, 5, 1",
        "7., 7, 0",
        "1e-7, 1, 7",
        "1.0E-7, 10, 8",
        "25e3, 25000, 0",
        "-0, 0, 0",
        "0e999, 0, 0",
        "9223372036854775807, 9223372036854775807, 0",
        "-9223372036854775808, -9223372036854775808, 0",
        "-9.223372036854775808, -9223372036854775808, 18",
        "0.000000000000000001, 1, 18",
        "0.1000000000000000000000000, 1, 1"
    })
    void readsPlainAndScientificNotation(String text, long mantissa, int scale) {
        assertThat(Decimal.parse(text)).isEqualTo(Decimal.of(mantissa, scale));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "-.",
                "1.2.3",
                "1,5",
                "1e",
                "e5",
                " 1",
                "1 ",
                "NaN",
                "Infinity",
                "0x1",
                "--1",
                "١"
            })
    void refusesWhatIsNoNumberAndSaysSo(String text) {
        assertThatThrownBy(() -> Decimal.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\" is not a decimal number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "1e19",
                "1e-19",
                "0.1234567890123456789",
                "92233720368547758.0800000001",
                "1e999"
            })
    void refusesWhatDoesNotFit(String text) {
        assertThatThrownBy(() -> Decimal.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs more than 64 bits or 18 decimals");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void printedNumbersReadBackTheSame(long seed) {
        var draw = new Draw(seed);
        for (int i = 0; i < ROUNDS; i++) {
            var number = any(draw);
            assertThat(number)
                    .as("seed %d", seed)
                    .hasToString(number.toBigDecimal().toPlainString());
            assertThat(Decimal.parse(number.toString())).as("seed %d", seed).isEqualTo(number);
            assertThat(Decimal.parse(number.toBigDecimal().toString()))
                    .as("seed %d", seed)
                    .isEqualByComparingTo(number);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void arithmeticEqualsBigDecimalOrIsRefused(long seed) {
        var draw = new Draw(seed);
        for (int i = 0; i < ROUNDS; i++) {
            var a = any(draw);
            var b = any(draw);
            check(seed, a, b, BigDecimal::add, () -> a.plus(b));
            check(seed, a, b, BigDecimal::subtract, () -> a.minus(b));
            check(seed, a, b, BigDecimal::multiply, () -> a.times(b));
            assertThat(Integer.signum(a.compareTo(b)))
                    .as("seed %d: %s and %s", seed, a, b)
                    .isEqualTo(a.toBigDecimal().compareTo(b.toBigDecimal()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void rescalingIsExactOrRefused(long seed) {
        var draw = new Draw(seed);
        for (int i = 0; i < ROUNDS; i++) {
            var number = draw.between(0, 1) == 0 ? any(draw) : Decimal.of(draw.between(0, 1000) * 1000L, 9);
            int scale = draw.between(0, 18);
            check(seed, number, number, (a, _) -> a.setScale(scale), () -> number.rescaled(scale), scale);
            var shortest = number.normalized();
            assertThat(shortest).as("seed %d", seed).isEqualByComparingTo(number);
            assertThat(shortest.scale() == 0 || shortest.mantissa() % 10 != 0)
                    .as("seed %d: %s", seed, shortest)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10, 11})
    void doubleIsTheNearest(long seed) {
        var draw = new Draw(seed);
        for (int i = 0; i < ROUNDS; i++) {
            var number = any(draw);
            assertThat(number.doubleValue())
                    .as("seed %d: %s", seed, number)
                    .isEqualTo(Double.parseDouble(number.toString()) + 0.0);
        }
    }

    @Test
    void equalityKnowsTheScaleAndComparisonDoesNot() {
        assertThat(Decimal.parse("1.0")).isNotEqualTo(Decimal.parse("1.00"));
        assertThat(Decimal.parse("1.0")).isEqualByComparingTo(Decimal.parse("1.00"));
        assertThat(Decimal.parse("1.00").normalized()).isEqualTo(Decimal.ONE);
    }

    @Test
    void aResultThatFitsOnlyWithoutTrailingZerosIsKept() {
        assertThat(Decimal.parse("9000000000000000000").plus(Decimal.parse("1.0")))
                .isEqualTo(Decimal.of(9_000_000_000_000_000_001L));
        assertThat(Decimal.parse("1.0000000000").times(Decimal.parse("1.0000000000")))
                .isEqualTo(Decimal.ONE);
    }

    @Test
    void signsAreKnownAndTheSmallestMantissaHasNoOpposite() {
        assertThat(Decimal.parse("-0.5").negated()).isEqualTo(Decimal.of(5, 1));
        assertThat(Decimal.parse("-0.5").signum()).isEqualTo(-1);
        assertThatThrownBy(() -> Decimal.of(Long.MIN_VALUE, 3).negated()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Decimal.of(1, 19)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Decimal.of(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Decimal any(Draw draw) {
        return Decimal.of(draw.number(), draw.between(0, 18));
    }

    private static void check(
            long seed, Decimal a, Decimal b, BinaryOperator<BigDecimal> oracle, Supplier<Decimal> actual) {
        check(seed, a, b, oracle, actual, -1);
    }

    /** With a wanted scale of -1, any that holds the number will do. */
    private static void check(
            long seed, Decimal a, Decimal b, BinaryOperator<BigDecimal> oracle, Supplier<Decimal> actual, int scale) {
        String where = "seed %d: %s and %s".formatted(seed, a, b);
        try {
            var result = actual.get();
            assertThat(result.toBigDecimal())
                    .as(where)
                    .isEqualByComparingTo(oracle.apply(a.toBigDecimal(), b.toBigDecimal()));
            assertThat(scale < 0 || result.scale() == scale).as(where).isTrue();
        } catch (ArithmeticException e) {
            assertThat(fits(a, b, oracle, scale)).as(where).isFalse();
        }
    }

    private static boolean fits(Decimal a, Decimal b, BinaryOperator<BigDecimal> oracle, int scale) {
        try {
            var expected = oracle.apply(a.toBigDecimal(), b.toBigDecimal());
            var shortest = scale >= 0 ? expected : expected.stripTrailingZeros();
            var plain = shortest.scale() < 0 ? shortest.setScale(0) : shortest;
            return plain.scale() <= Decimal.SCALE_MAX && plain.unscaledValue().bitLength() < Long.SIZE;
        } catch (ArithmeticException e) {
            return false;
        }
    }
}
