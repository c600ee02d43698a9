package io.fulmar.research.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalkForwardTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // learn test gap anchored from to | learnFrom-learnTo>testFrom-testTo ...
                "10 5 0 false 0 30  | 0-10>10-15 5-15>15-20 10-20>20-25 15-25>25-30",
                "10 5 0 true 0 30   | 0-10>10-15 0-15>15-20 0-20>20-25 0-25>25-30",
                "10 5 2 false 3 25  | 3-13>15-20 8-18>20-25",
                "10 5 0 false 0 28  | 0-10>10-15 5-15>15-20 10-20>20-25 15-25>25-28",
                "10 5 0 false 0 27  | 0-10>10-15 5-15>15-20 10-20>20-25",
                "10 5 0 false 0 12  | ''"
            })
    void windowsAreThoseOfTheTable(String setup, String expected) {
        String[] words = setup.strip().split(" +");
        WalkForward walk = new WalkForward(
                Integer.parseInt(words[0]),
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                Boolean.parseBoolean(words[3]));
        List<String> windows = walk.windows(Integer.parseInt(words[4]), Integer.parseInt(words[5])).stream()
                .map(w -> w.learnFrom() + "-" + w.learnTo() + ">" + w.testFrom() + "-" + w.testTo())
                .toList();
        assertThat(String.join(" ", windows)).isEqualTo(expected.strip());
    }

    @Test
    void testsAreJoinedAsIfOneAccountHadLivedThemAll() {
        Track first = Tracks.of(new double[] {0.1, -0.05}, 0, 20);
        Track second = Tracks.of(new double[] {-0.2, 0.1}, 0, 20);
        WalkForward.Joined joined = WalkForward.join(List.of(first, second));
        assertThat(joined.netReturn()).isEqualTo(1.1 * 0.95 * 0.8 * 1.1 - 1, within(1e-6));
        assertThat(joined.maxDrawdown())
                .as("from 1.1 down to 1.1 x 0.95 x 0.8")
                .isEqualTo(1 - 0.95 * 0.8, within(1e-6));
        assertThat(joined.trades()).isEqualTo(4);
        assertThat(joined.winning()).isEqualTo(1);
        assertThat(joined.dailyReturns()).hasSize(38);
    }

    @Test
    void whatWorksAlwaysWorksInEveryHistory() {
        SplittableRandom random = new SplittableRandom(2);
        double[][] returns = new double[20][];
        for (int i = 0; i < 20; i++) returns[i] = Tracks.returns(random, 300, i == 7 ? 0.004 : 0, 0.01, 0);
        CombinatorialValidation found = CombinatorialValidation.of(returns, 6, 2, 2, 3);
        assertThat(found.splits()).isEqualTo(15);
        assertThat(found.sharpes()).hasSize(5).isSorted();
        assertThat(found.gaining()).isEqualTo(1);
        double own = SharpeRatio.of(returns[7]).ratio();
        assertThat(found.sharpes()[4])
                .as("the same candidate is chosen in every split")
                .isEqualTo(own, within(1e-12));
    }

    @Test
    void whatWasLuckInThePastGainsNothingOnAverage() {
        SplittableRandom random = new SplittableRandom(3);
        double sum = 0;
        for (int search = 0; search < 20; search++) {
            double[][] returns = new double[50][];
            for (int i = 0; i < 50; i++) returns[i] = Tracks.returns(random, 300, 0, 0.01, 0);
            sum += CombinatorialValidation.of(returns, 6, 2, 0, 0).sharpes()[2];
        }
        assertThat(sum / 20).isEqualTo(0, within(0.05));
    }
}
