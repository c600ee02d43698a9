package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values are SciPy 1.17.1's. */
class DistributionTest {

    @ParameterizedTest
    @CsvSource({
        "-12, 1.776482112077653e-33",
        "-5, 2.866515718791933e-07",
        "-2.6, 0.004661188023718747",
        "-2.4, 0.008197535924596131",
        "-0.1, 0.460172162722971",
        "0, 0.5",
        "0.7, 0.758036347776927",
        "2.5, 0.9937903346742238",
        "2.51, 0.9939634419195873",
        "4, 0.9999683287581669"
    })
    void normalProbabilitiesHoldFarIntoTheTail(double x, double expected) {
        assertThat(Distribution.normal(x)).isCloseTo(expected, within(1e-12 * expected));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 1, 0.7048327646991335",
        "12.7, 1, 0.050024327689344165",
        "-1.3, 4, 0.2634515964712241",
        "2.2, 30, 0.035648439996835785",
        "0.01, 3699, 0.9920218266364011",
        "3.1, 3699, 0.001949760780461525",
        "6, 100000, 1.9799294556017718e-09"
    })
    void studentsProbabilitiesHoldForFewAndManyTrades(double t, double freedom, double expected) {
        assertThat(Distribution.studentTwoSided(t, freedom)).isCloseTo(expected, within(1e-9 * expected));
    }
}
