package io.fulmar.research.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockLengthTest {
    /** The figures are those of optimal_block_length in arch 8.0.0, column "circular". */
    @ParameterizedTest
    @CsvSource({
        "60, 0.0, 0.8373488934872338",
        "60, 0.7, 6.155818116226166",
        "200, 0.3, 5.482532025543122",
        "200, -0.4, 2.5198750251192203",
        "769, 0.0, 1.8649290377977177",
        "769, 0.3, 7.978988435450057",
        "2157, 0.7, 44.85050554904486",
        "2157, -0.4, 13.974049694477657"
    })
    void isThatOfTheReferenceImplementation(int n, double phi, double expected) {
        assertThat(new BlockLength().optimal(PeerFigures.series(n, phi, 7_919), n))
                .isEqualTo(expected, within(1e-10));
    }

    @Test
    void staysWithinItsLimits() {
        assertThat(new BlockLength().of(PeerFigures.series(769, 0.7, 7_919), 769))
                .as("floor(3 sqrt 769)")
                .isEqualTo(83);
        assertThat(new BlockLength().of(new double[500], 500))
                .as("nothing varies")
                .isEqualTo(1);
        assertThat(new BlockLength().of(new double[] {1, 2}, 2)).isEqualTo(1);
    }

    @Test
    void anEarlierLongerSeriesLeavesNoTrace() {
        BlockLength used = new BlockLength();
        used.of(PeerFigures.series(2_157, 0.7, 7_919), 2_157);
        assertThat(used.optimal(PeerFigures.series(200, 0.3, 7_919), 200)).isEqualTo(5.482532025543122, within(1e-10));
    }

    /** The p-values of arch 8.0.0's SPA, which is not studentised, are 0.728, 0.869 and 0.847 with 5,000 draws of its own. */
    @ParameterizedTest
    @CsvSource({"1, 0.728", "5, 0.869", "10, 0.847"})
    void theRealityCheckIsThatOfTheReferenceImplementation(double block, double expected) {
        double[][] returns = new double[30][];
        for (int k = 0; k < 30; k++) {
            returns[k] = PeerFigures.series(250, 0.2, 101 + 2 * k);
            for (int t = 0; t < 250; t++) returns[k][t] = 0.01 * returns[k][t] + 0.0001 * (k % 5) - 0.0002;
        }
        assertThat(SuperiorAbility.of(returns, 3_000, block, 3).realityCheck()).isEqualTo(expected, within(0.025));
    }

    @Test
    void anEdgeAmongManyNoisesIsSeenAndNoiseAloneIsNot() {
        SplittableRandom random = new SplittableRandom(8);
        double[][] noise = new double[100][];
        for (int i = 0; i < 100; i++) noise[i] = Tracks.returns(random, 365, 0, 0.01, 0);
        SuperiorAbility none = SuperiorAbility.of(noise, 500, 5, 1);
        assertThat(none.consistent()).isGreaterThan(0.1);
        assertThat(none.lower()).isLessThanOrEqualTo(none.consistent());
        assertThat(none.consistent()).isLessThanOrEqualTo(none.upper());
        noise[50] = Tracks.returns(random, 365, 0.003, 0.01, 0);
        assertThat(SuperiorAbility.of(noise, 500, 5, 1).consistent()).isLessThan(0.01);
    }
}
