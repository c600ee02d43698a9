package io.fulmar.research.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.research.robustness.EffectiveTrials;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScrutinyTest {
    @Test
    void trialsWhoseLikenessIsMeasuredComeFromTheWholeSpace() {
        long[] sample = LongStream.range(0, 2L * EffectiveTrials.SAMPLE).toArray();
        double[][] returns =
                Arrays.stream(sample).mapToObj(number -> new double[] {number}).toArray(double[][]::new);

        double[][] few = Scrutiny.few(returns, sample, 7);

        long upper = Arrays.stream(few)
                .filter(row -> row[0] >= EffectiveTrials.SAMPLE)
                .count();
        assertThat(few.length).isEqualTo(EffectiveTrials.SAMPLE);
        assertThat(upper).isBetween(430L, 570L);
        assertThat(Scrutiny.few(returns, Arrays.copyOf(sample, 5), 7)).isEqualTo(Arrays.copyOf(returns, 5));
    }
}
