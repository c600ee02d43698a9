package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RollingTest {
    private static final double[] RETURNS = {0.01, -0.02, 0.03, 0.00, -0.01};
    private static final long DAY = 86_400_000_000_000L;

    @Test
    void figuresBeginWhenTheirWindowIsFull() {
        assertThat(Rolling.mean(RETURNS, 3)[1]).isNaN();
        assertThat(Rolling.mean(RETURNS, 3)[2]).isCloseTo(0.02 / 3, within(1e-15));
        // of 0.01, -0.02, 0.03: mean 0.00667, deviation 0.02517 (one less than their number)
        assertThat(Rolling.sharpe(RETURNS, 3, 365)[2]).isCloseTo(0.2649065 * Math.sqrt(365), within(1e-5));
        assertThat(Rolling.volatility(RETURNS, 3, 252)[2]).isCloseTo(0.0251661148 * Math.sqrt(252), within(1e-8));
        assertThat(Rolling.sharpe(RETURNS, 6, 365)).containsOnly(Double.NaN);
        assertThat(Rolling.sharpe(new double[4], 2, 365)[3]).as("nothing moved").isNaN();
    }

    @Test
    void betaIsWhatTheStrategyMakesOfTheMarketsMove() {
        SplittableRandom random = new SplittableRandom(5);
        double[] market = random.doubles(100, -0.05, 0.05).toArray();
        double[] half = Arrays.stream(market).map(move -> 0.5 * move + 0.001).toArray();
        double[] against = Arrays.stream(market).map(move -> -2 * move).toArray();
        for (int day = 29; day < 100; day++) {
            assertThat(Rolling.beta(half, market, 30)[day]).isCloseTo(0.5, within(1e-12));
            assertThat(Rolling.beta(against, market, 30)[day]).isCloseTo(-2, within(1e-12));
        }
        assertThat(Rolling.correlation(half, market)).isCloseTo(1, within(1e-12));
        assertThat(Rolling.correlation(against, market)).isCloseTo(-1, within(1e-12));
    }

    @Test
    void correlationLooksAtDaysThatBothHave() {
        double[] a = {Double.NaN, 0.01, 0.02, 0.03, 0.09};
        double[] b = {0.5, 0.02, 0.04, 0.06, Double.NaN};
        assertThat(Rolling.correlation(a, b)).isCloseTo(1, within(1e-12));
        assertThat(Rolling.correlation(new double[5], b)).as("never moved").isNaN();
        assertThat(Rolling.correlation(new double[0], new double[0])).isNaN();
    }

    @Test
    void aDayEndsAtMidnightAndWithoutABarItHoldsWhatWasKnown() {
        long[] closes = {DAY / 2, DAY, 3 * DAY - 1, 3 * DAY + 1};
        double[] values = {11, 12, 15, 18};
        Times times = Times.of(closes);
        DayGrid grid = new DayGrid(0, 4);
        assertThat(grid.ends(times, bar -> values[bar], 10)).containsExactly(12, 12, 15, 18);
        assertThat(grid.returns(times, bar -> values[bar], 10))
                .containsExactly(12 / 10.0 - 1, 0, 15 / 12.0 - 1, 18 / 15.0 - 1);
        assertThat(grid.means(times, values)).containsExactly(11.5, 12, 15, 18);
        assertThat(grid.returns(Times.of(new long[0]), bar -> values[bar], Double.NaN))
                .containsOnly(Double.NaN);
    }

    @Test
    void theQuantileOfTheNormalTurnsItsProbabilityRound() {
        assertThat(Distribution.normalQuantile(0.05)).isCloseTo(-1.6448536269514722, within(1e-9));
        assertThat(Distribution.normalQuantile(0.975)).isCloseTo(1.959963984540054, within(1e-9));
        assertThat(Distribution.normalQuantile(0.5)).isCloseTo(0, within(1e-12));
        assertThat(Distribution.normalQuantile(1e-7)).isCloseTo(-5.199337582, within(1e-8));
        assertThat(Distribution.normalQuantile(1)).isInfinite();
    }
}
