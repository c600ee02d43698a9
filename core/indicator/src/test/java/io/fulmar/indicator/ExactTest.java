package io.fulmar.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Slow twins in whole numbers of any size: what the window-exact indicators are by definition. */
class ExactTest {
    private static final MathContext DIGITS = new MathContext(60);

    /** From a few ticks to numbers whose squares and weighted sums no long can hold. */
    private static final long[] SIZES = {10, 100_000, 3_000_000_000_000L, 90_000_000_000_000L};

    /** The names this test answers for. */
    static final Set<String> NAMES = Set.of(
            "sma",
            "sum",
            "wma",
            "linearreg",
            "linearreg_slope",
            "linearreg_intercept",
            "tsf",
            "trima",
            "var",
            "stddev");

    @Test
    void aMeanIsTheNearestDoubleToTheTrueQuotient() {
        twin(
                "sma",
                (window, divisor) -> sum(window).divide(divisor.multiply(BigDecimal.valueOf(window.length)), DIGITS),
                0);
    }

    @Test
    void aSumIsTheNearestDouble() {
        twin("sum", (window, divisor) -> sum(window).divide(divisor, DIGITS), 0);
    }

    @Test
    void aWeightedMeanIsTheNearestDouble() {
        twin(
                "wma",
                (window, divisor) -> {
                    BigDecimal n = BigDecimal.valueOf(window.length);
                    BigDecimal weights = n.multiply(n.add(BigDecimal.ONE)).divide(BigDecimal.TWO, DIGITS);
                    return weighted(window).divide(weights.multiply(divisor), DIGITS);
                },
                0);
    }

    @Test
    void aRegressionLineIsTheNearestDouble() {
        twin("linearreg_slope", (window, divisor) -> slope(window).divide(divisor, DIGITS), 0);
        twin("linearreg_intercept", (window, divisor) -> start(window).divide(divisor, DIGITS), 0);
        twin("linearreg", (window, divisor) -> at(window, window.length - 1).divide(divisor, DIGITS), 0);
        twin("tsf", (window, divisor) -> at(window, window.length).divide(divisor, DIGITS), 0);
    }

    @Test
    void aTriangularMeanIsAMeanOfMeans() {
        twin(
                "trima",
                (window, divisor) -> {
                    int inner = (window.length + 1) / 2;
                    int outer = window.length / 2 + 1;
                    BigDecimal total = BigDecimal.ZERO;
                    for (int from = 0; from < outer; from++) {
                        total = total.add(sum(Arrays.copyOfRange(window, from, from + inner)));
                    }
                    return total.divide(divisor.multiply(BigDecimal.valueOf((long) inner * outer)), DIGITS);
                },
                0);
    }

    @Test
    void varianceAndDeviationComeFromExactSquares() {
        twin("var", (window, divisor) -> variance(window).divide(divisor.multiply(divisor), DIGITS), 4e-16);
        twin("stddev", (window, divisor) -> variance(window).sqrt(DIGITS).divide(divisor, DIGITS), 4e-16);
    }

    @Test
    void aStillMarketHasNoSpreadWhateverThePrice() {
        for (boolean exact : new boolean[] {true, false}) {
            Market market = Market.random(new SplittableRandom(1), 300, 0.1, 100);
            double[] spread = market.run(Indicators.find("stddev").orElseThrow(), new double[] {20}, exact)[0];
            double[] slope = market.run(Indicators.find("linearreg_slope").orElseThrow(), new double[] {20}, exact)[0];
            assertThat(Arrays.copyOfRange(spread, 19, 300)).containsOnly(0);
            assertThat(Arrays.copyOfRange(slope, 19, 300)).containsOnly(0);
        }
    }

    @Test
    void aMeanTooLargeForLongsIsRefused() {
        long[] huge = new long[40];
        Arrays.fill(huge, Long.MAX_VALUE / 10);
        Fold fold = Indicators.find("sma").orElseThrow().fold(20);
        Block block = new Block(1).resize(40).exact(0, huge, 0, 1);
        assertThatThrownBy(() -> fold.take(block, new double[1][40]))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("overflows");
    }

    @Test
    void wideNumbersAddAndRoundLikeBigIntegers() {
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Wide wide = new Wide();
            BigInteger twin = BigInteger.ZERO;
            for (int i = 0; i < 10; i++) {
                long a = random.nextLong() >> random.nextInt(1, 60);
                long b = random.nextLong() >> random.nextInt(4, 60);
                wide.plusProduct(a, a);
                twin = twin.add(BigInteger.valueOf(a).pow(2));
                BigInteger less = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
                if (less.compareTo(twin) <= 0) {
                    wide.minusProduct(a, b);
                    twin = twin.subtract(less);
                }
                if (twin.bitLength() > 126) {
                    break;
                }
                assertThat(wide.nearest()).as("seed %d step %d", seed, i).isEqualTo(twin.doubleValue());
            }
        }
    }

    private interface Twin {
        BigDecimal of(long[] window, BigDecimal divisor);
    }

    private static void twin(String name, Twin twin, double tolerance) {
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 2 + random.nextInt(25);
            long size = SIZES[random.nextInt(SIZES.length)];
            long divisor = BigInteger.TEN.pow(random.nextInt(9)).longValueExact();
            long[] whole = new long[120];
            Arrays.setAll(whole, i -> random.nextLong(-size / 20, size) + 1);
            double[][] out = new double[1][whole.length];
            Fold fold = Indicators.find(name).orElseThrow().fold(n);
            fold.take(new Block(1).resize(60).exact(0, whole, 0, divisor), out);
            double[][] rest = new double[1][60];
            fold.take(new Block(1).resize(60).exact(0, whole, 60, divisor), rest);
            System.arraycopy(rest[0], 0, out[0], 60, 60);
            for (int i = n - 1; i < whole.length; i++) {
                double expected = twin.of(Arrays.copyOfRange(whole, i + 1 - n, i + 1), BigDecimal.valueOf(divisor))
                        .doubleValue();
                String what = "%s, seed %d, n %d, bar %d: %s, not %s".formatted(name, seed, n, i, out[0][i], expected);
                assertThat(Math.abs(out[0][i] - expected)).as(what).isLessThanOrEqualTo(tolerance * Math.abs(expected));
            }
        }
    }

    private static BigDecimal sum(long[] window) {
        return Arrays.stream(window).mapToObj(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal weighted(long[] window) {
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < window.length; i++) {
            total = total.add(BigDecimal.valueOf(window[i]).multiply(BigDecimal.valueOf(i + 1)));
        }
        return total;
    }

    /** Least squares over x = 0 .. n - 1. */
    private static BigDecimal slope(long[] window) {
        BigDecimal n = BigDecimal.valueOf(window.length);
        BigDecimal xs = n.multiply(n.subtract(BigDecimal.ONE)).divide(BigDecimal.TWO, DIGITS);
        BigDecimal squares = BigDecimal.ZERO;
        for (int i = 0; i < window.length; i++) {
            squares = squares.add(BigDecimal.valueOf((long) i * i));
        }
        BigDecimal products = weighted(window).subtract(sum(window));
        return n.multiply(products)
                .subtract(xs.multiply(sum(window)))
                .divide(n.multiply(squares).subtract(xs.multiply(xs)), DIGITS);
    }

    private static BigDecimal start(long[] window) {
        BigDecimal n = BigDecimal.valueOf(window.length);
        BigDecimal xs = n.multiply(n.subtract(BigDecimal.ONE)).divide(BigDecimal.TWO, DIGITS);
        return sum(window).subtract(slope(window).multiply(xs)).divide(n, DIGITS);
    }

    private static BigDecimal at(long[] window, int x) {
        return start(window).add(slope(window).multiply(BigDecimal.valueOf(x)));
    }

    private static BigDecimal variance(long[] window) {
        BigDecimal n = BigDecimal.valueOf(window.length);
        BigDecimal mean = sum(window).divide(n, DIGITS);
        BigDecimal total = BigDecimal.ZERO;
        for (long value : window) {
            total = total.add(BigDecimal.valueOf(value).subtract(mean).pow(2));
        }
        return total.divide(n, DIGITS);
    }
}
