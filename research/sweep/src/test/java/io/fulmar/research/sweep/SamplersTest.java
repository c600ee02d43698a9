package io.fulmar.research.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SamplersTest {
    private static final Space SPACE = Sample.space("fast=1..100", "slow=200..300", "stop=0..5:0.1");

    private static WorkUnit unit(int number, Drawing.Part part) {
        return new WorkUnit(
                "s",
                number,
                part.first(),
                part.count(),
                part.numbers(),
                "",
                "",
                "",
                List.of(),
                Sample.grids(),
                new WorkUnit.Measure("", 0, 0));
    }

    private static Set<Long> drawn(Drawing drawing) {
        Set<Long> drawn = new HashSet<>();
        for (int unit = 0; unit < drawing.units(); unit++) {
            for (long number : drawing.numbers(unit(unit, drawing.part(unit)))) {
                drawn.add(number);
            }
        }
        return drawn;
    }

    @Test
    void aShuffleShowsEveryNumberOnce() {
        for (long size : new long[] {1, 2, 3, 7, 64, 1000, 4097}) {
            Shuffle shuffle = new Shuffle(size, 42);
            Set<Long> seen = new HashSet<>();
            for (long place = 0; place < size; place++) {
                seen.add(shuffle.at(place));
            }
            assertThat(seen).hasSize((int) size).allMatch(number -> number >= 0 && number < size);
        }
    }

    @Test
    void randomDrawsSoManyAndAnotherSeedDrawsOthers() {
        Set<Long> one = drawn(new Sampler.Random(1000).begin(SPACE, 1));

        assertThat(one).hasSize(1000).isEqualTo(drawn(new Sampler.Random(1000).begin(SPACE, 1)));
        assertThat(drawn(new Sampler.Random(1000).begin(SPACE, 2))).isNotEqualTo(one);
        assertThat(drawn(new Sampler.Random(1L << 40).begin(Sample.space("fast=1..10", "slow=20..29"), 1)))
                .hasSize(100);
    }

    @Test
    void sobolPointsFillEveryHalfQuarterAndEighthOfEveryCoordinateEvenly() {
        for (long seed : new long[] {0, 9}) {
            SobolSequence points = new SobolSequence(SobolSequence.DIMENSIONS_MAX, seed);
            int count = 256;
            for (int d = 0; d < SobolSequence.DIMENSIONS_MAX; d++) {
                int[] hits = new int[count];
                for (int i = 0; i < count; i++) {
                    hits[(int) (points.point(i)[d] * count)]++;
                }
                assertThat(hits).as("coordinate %d", d).containsOnly(1);
            }
        }
    }

    @Test
    void theFirstSobolPointsAreThoseOfJoeAndKuo() {
        SobolSequence points = new SobolSequence(3, 0);

        assertThat(points.point(0)).containsExactly(0, 0, 0);
        assertThat(points.point(1)).containsExactly(0.5, 0.5, 0.5);
        assertThat(points.point(2)).containsExactly(0.75, 0.25, 0.25);
        assertThat(points.point(3)).containsExactly(0.25, 0.75, 0.75);
        assertThat(points.point(4)).containsExactly(0.375, 0.375, 0.625);
    }

    @Test
    void jacobiFindsTheValuesAndVectorsOfASymmetricMatrix() {
        SplittableRandom random = new SplittableRandom(8);
        for (int n = 1; n <= 12; n++) {
            double[][] matrix = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    matrix[i][j] = random.nextDouble(-5, 5);
                    matrix[j][i] = matrix[i][j];
                }
            }
            Symmetric parts = new Symmetric(matrix);
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < n; k++) {
                    double image = 0;
                    for (int j = 0; j < n; j++) {
                        image += matrix[i][j] * parts.vectors[j][k];
                    }
                    assertThat(image)
                            .isCloseTo(
                                    parts.values[k] * parts.vectors[i][k],
                                    org.assertj.core.api.Assertions.within(1e-12));
                }
            }
        }
    }

    @Test
    void theEvolutionFindsTheLowestPointInAsManyTriesAsOthersNeed() {
        // `fulmar proof evolution` compares with pycma on the same landscapes.
        assertThat(Landscapes.tries(Landscapes::sphere, 5, 9)).isBetween(400L, 1_000L);
        assertThat(Landscapes.tries(Landscapes::rosenbrock, 5, 9)).isBetween(1_400L, 4_500L);
        assertThat(Landscapes.tries(Landscapes::cigar, 5, 9)).isBetween(1_000L, 3_400L);
    }

    @Test
    void evolutionClimbsAGridAndNeverTriesACombinationTwice() {
        Drawing drawing = new Sampler.Cma(1_000, 50).begin(SPACE, 4);
        Map<Long, Row> results = new HashMap<>();
        int each = drawing.unitsOfGeneration();
        for (int unit = 0; unit < drawing.units(); unit++) {
            for (long number : drawing.numbers(unit(unit, drawing.part(unit)))) {
                double height = -Math.abs(SPACE.index(number, 0) - 70)
                        - Math.abs(SPACE.index(number, 1) - 10)
                        - Math.abs(SPACE.index(number, 2) - 25);
                assertThat(results.put(number, new Row(number, 0, Tier.S, 1, 0, 0, 0, 0, height, height)))
                        .isNull();
            }
            if ((unit + 1) % each == 0) {
                drawing.tell(unit / each, results);
            }
        }
        double best = results.values().stream().mapToDouble(Row::score).max().orElseThrow();
        assertThat(best).isZero();
        assertThat(results.size()).isLessThanOrEqualTo(1_000);
    }
}
