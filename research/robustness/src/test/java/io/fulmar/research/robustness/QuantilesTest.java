package io.fulmar.research.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuantilesTest {
    @Test
    void selectionFindsWhatSortingFinds() {
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] values = new double[random.nextInt(1, 200)];
            Arrays.setAll(values, i -> random.nextInt(20));
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int place = random.nextInt(values.length);
            assertThat(Quantiles.select(values, 0, values.length - 1, place))
                    .as("seed %s", seed)
                    .isEqualTo(sorted[place]);
            long[] whole = Arrays.stream(values).mapToLong(v -> (long) v).toArray();
            assertThat(Quantiles.select(whole, 0, whole.length - 1, place))
                    .as("seed %s", seed)
                    .isEqualTo((long) sorted[place]);
        }
    }

    @Test
    void aQuantileIsTheNearestRank() {
        double[] values = new double[1_000];
        Arrays.setAll(values, i -> 1_000 - i);
        assertThat(Quantiles.of(values.clone(), 1_000, 10)).isEqualTo(10);
        assertThat(Quantiles.of(values.clone(), 1_000, 990)).isEqualTo(990);
        assertThat(Quantiles.of(values.clone(), 7, 500))
                .as("ceil(3.5) of 994..1000")
                .isEqualTo(997);
        assertThat(Quantiles.of(new double[] {5}, 1, 10)).isEqualTo(5);
    }

    @Test
    void manyEqualValuesTakeNoQuadraticTime() {
        double[] values = new double[200_000];
        assertThat(Quantiles.of(values, values.length, 990)).isZero();
    }
}
