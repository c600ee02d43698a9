package io.fulmar.research.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OverfittingTest {
    /** Four blocks of two days each around these means: m - 1, m + 1. */
    private static double[] blocks(double... means) {
        double[] days = new double[2 * means.length];
        for (int i = 0; i < means.length; i++) {
            days[2 * i] = means[i] - 1;
            days[2 * i + 1] = means[i] + 1;
        }
        return days;
    }

    /**
     * A makes 2, 1, 1, -1 in its four blocks, B nothing. The best of the past is A wherever A's mean there is at least 0 (B is the second row), which
     * is always so. In the rest A makes:
     *
     * <pre>
     * past 1,2  rest 3,4: mean  0    equal to B, rank 1.5 of 2: at the median
     * past 1,3  rest 2,4: mean  0    at the median
     * past 1,4  rest 2,3: mean  1    above
     * past 2,3  rest 1,4: mean  0.5  above
     * past 2,4  rest 1,3: mean  1.5  above
     * past 3,4  rest 1,2: mean  1.5  above
     * </pre>
     *
     * so that PBO is 2 of 6, and A never loses.
     */
    @Test
    void aTableOfFourBlocksWorkedByHand() {
        Overfitting found = Overfitting.of(new double[][] {blocks(2, 1, 1, -1), blocks(0, 0, 0, 0)}, 4);
        assertThat(found.splits()).isEqualTo(6);
        assertThat(found.probability()).isEqualTo(2.0 / 6);
        assertThat(found.loss()).isZero();
    }

    /**
     * A makes 1, 1, -1, -1, B the opposite. Past 1,2: A is best, and loses in 3,4; past 3,4: B is best, and loses in 1,2. In the four mixed
     * splits both make 0 in both halves: equal, at the median, no loss.
     */
    @Test
    void whatAlternatesIsAlwaysOverfitted() {
        Overfitting found = Overfitting.of(new double[][] {blocks(1, 1, -1, -1), blocks(-1, -1, 1, 1)}, 4);
        assertThat(found.probability()).isEqualTo(1);
        assertThat(found.loss()).isEqualTo(2.0 / 6);
    }

    @Test
    void noiseIsOverfittedHalfTheTimeAndAnEdgeHardlyEver() {
        SplittableRandom random = new SplittableRandom(4);
        double sum = 0;
        for (int search = 0; search < 10; search++) {
            double[][] noise = new double[60][];
            for (int i = 0; i < 60; i++) noise[i] = Tracks.returns(random, 320, 0, 0.01, 0);
            sum += Overfitting.of(noise, 10).probability();
        }
        assertThat(sum / 10).isEqualTo(0.5, within(0.15));
        double[][] edge = new double[60][];
        for (int i = 0; i < 60; i++) edge[i] = Tracks.returns(random, 320, i < 5 ? 0.004 : 0, 0.01, 0);
        assertThat(Overfitting.of(edge, 10).probability()).isLessThan(0.05);
    }

    @Test
    void sixteenBlocksHaveTwelveThousandSplits() {
        SplittableRandom random = new SplittableRandom(4);
        double[][] few = {Tracks.returns(random, 64, 0, 0.01, 0), Tracks.returns(random, 64, 0, 0.01, 0)};
        assertThat(Overfitting.of(few, Overfitting.BLOCKS).splits()).isEqualTo(12_870);
    }

    @Test
    void tooFewDaysAreRefused() {
        assertThatThrownBy(() -> Overfitting.of(new double[2][20], 16)).hasMessageContaining("too few");
    }

    @Test
    void sixGroupsOfWhichTwoAreHeldOutMakeFifteenSplitsAndFivePaths() {
        CombinatorialSplits splits = new CombinatorialSplits(6, 2);
        assertThat(splits.splits()).hasSize(15).doesNotHaveDuplicates();
        assertThat(splits.paths()).isEqualTo(5);
        assertThat(CombinatorialSplits.USUAL.splits()).hasSize(45);
        assertThat(CombinatorialSplits.USUAL.paths()).isEqualTo(9);
    }

    @Test
    void everyHeldOutGroupBelongsToExactlyOnePath() {
        CombinatorialSplits splits = new CombinatorialSplits(6, 2);
        boolean[][] used = new boolean[15][6];
        for (int[] path : splits.pathSplits()) {
            for (int group = 0; group < 6; group++) {
                assertThat(splits.splits().get(path[group]) >>> group & 1)
                        .as("the group is held out there")
                        .isEqualTo(1);
                assertThat(used[path[group]][group]).isFalse();
                used[path[group]][group] = true;
            }
        }
    }

    @Test
    void daysBesideWhatIsHeldOutAreNotLearntFrom() {
        CombinatorialSplits splits = new CombinatorialSplits(6, 2);
        int split = splits.splits().indexOf(0b001010);
        boolean[] learns = splits.learns(split, 60, 2, 3);
        StringBuilder shown = new StringBuilder();
        for (boolean day : learns) shown.append(day ? '.' : 'x');
        // Groups 1 and 3 are held out: days 10-19 and 30-39, two days before each and three behind.
        assertThat(shown.toString()).isEqualTo("........xxxxxxxxxxxxxxx.....xxxxxxxxxxxxxxx.................");
    }
}
