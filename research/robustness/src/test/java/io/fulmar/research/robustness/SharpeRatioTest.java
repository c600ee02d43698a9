package io.fulmar.research.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharpeRatioTest {
    @ParameterizedTest
    @CsvSource({
        "-8, 6.22096057427174e-16",
        "-3, 0.0013498980316300933",
        "-1, 0.15865525393145707",
        "0.3, 0.6179114221889526",
        "2.5, 0.9937903346742238",
        "3.7, 0.9998922002665226"
    })
    void theNormalDistributionIsThatOfScipy(double x, double below) {
        assertThat(Normal.below(x)).isEqualTo(below, within(1e-14 + 1e-12 * below));
    }

    @ParameterizedTest
    @CsvSource({
        "1e-12, -7.034483825301131",
        "0.001, -3.090232306167813",
        "0.3, -0.5244005127080409",
        "0.975, 1.959963984540054",
        "0.99, 2.3263478740408408"
    })
    void itsQuantilesAreThoseOfScipy(double p, double x) {
        assertThat(Normal.quantile(p)).isEqualTo(x, within(1e-10));
    }

    /** Bailey and Lopez de Prado 2014, page 9: SR 2.5 a year, 100 trials, V 1/2, T 1,250, skewness -3, kurtosis 10. */
    @Test
    void thePublishedExampleComesOut() {
        SharpeRatio sharpe = new SharpeRatio(2.5 / Math.sqrt(250), -3, 10, 1_250);
        assertThat(SharpeRatio.expectedBest(0.5 / 250, 100)).isEqualTo(0.1132, within(5e-5));
        assertThat(sharpe.deflated(0.5 / 250, 100)).isEqualTo(0.9004, within(5e-5));
    }

    @Test
    void aSingleTrialIsNotDeflated() {
        SharpeRatio sharpe = new SharpeRatio(0.1, 0, 3, 400);
        assertThat(sharpe.deflated(1)).isEqualTo(sharpe.probabilityAbove(0));
    }

    @Test
    void momentsOfAHandWorkedSeries() {
        // Mean 2, deviations -1 -1 2 0: sum of squares 6, cubes 6, fourths 18; variance 1.5 (n), 2 (n - 1).
        SharpeRatio sharpe = SharpeRatio.of(new double[] {1, 1, 4, 2});
        assertThat(sharpe.ratio()).isEqualTo(2 / Math.sqrt(2), within(1e-15));
        assertThat(sharpe.skewness()).isEqualTo(1.5 / Math.pow(1.5, 1.5), within(1e-15));
        assertThat(sharpe.kurtosis()).isEqualTo(4.5 / 2.25, within(1e-15));
    }

    @Test
    void theBestOfManyNoisesIsExpectedWhereItIsFound() {
        SplittableRandom random = new SplittableRandom(5);
        double sum = 0;
        for (int search = 0; search < 40; search++) {
            double best = -1;
            for (int trial = 0; trial < 100; trial++) {
                best = Math.max(
                        best,
                        SharpeRatio.of(Tracks.returns(random, 250, 0, 0.01, 0)).ratio());
            }
            sum += best;
        }
        assertThat(sum / 40).isEqualTo(SharpeRatio.expectedBest(1.0 / 249, 100), within(0.012));
    }

    @Test
    void copiesOfOneTrialAreWorthOne() {
        SplittableRandom random = new SplittableRandom(5);
        double[] one = Tracks.returns(random, 250, 0, 0.01, 0);
        double[][] copies = new double[50][];
        double[][] strangers = new double[50][];
        for (int i = 0; i < 50; i++) {
            copies[i] = one;
            strangers[i] = Tracks.returns(random, 250, 0, 0.01, 0);
        }
        assertThat(EffectiveTrials.of(copies).of(1_000)).isEqualTo(1, within(1e-6));
        assertThat(EffectiveTrials.of(strangers).of(1_000)).isGreaterThan(980);
    }

    @Test
    void meanCorrelationIsThatOfAllPairs() {
        SplittableRandom random = new SplittableRandom(6);
        double[] common = Tracks.returns(random, 100, 0, 0.01, 0);
        double[][] returns = new double[6][100];
        for (double[] row : returns) {
            for (int day = 0; day < 100; day++) row[day] = common[day] + 0.01 * random.nextGaussian();
        }
        double sum = 0;
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < i; j++) sum += correlation(returns[i], returns[j]);
        }
        assertThat(EffectiveTrials.of(returns).correlation()).isEqualTo(sum / 15, within(1e-12));
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Sums.mean(a, a.length);
        double meanB = Sums.mean(b, b.length);
        double both = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }
        return both / Math.sqrt(squaresA * squaresB);
    }
}
