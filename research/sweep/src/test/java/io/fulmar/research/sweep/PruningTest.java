package io.fulmar.research.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fulmar.research.robustness.Objective;
import io.fulmar.research.robustness.Scoring;
import io.fulmar.research.robustness.Shortlist;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PruningTest {
    private static final int PATHS = 1_000;

    private static List<Long> numbers(int count) {
        return LongStream.range(0, count).boxed().toList();
    }

    /** What a combination is worth, and noise that falls with the root of the number of paths. */
    private static Pruning.Scored noisy(double noise, List<Integer> asked) {
        return (numbers, paths, threads) -> {
            asked.add(numbers.size());
            return numbers.stream()
                    .mapToDouble(number -> new SplittableRandom(number).nextGaussian()
                            + noise / Math.sqrt(paths) * new SplittableRandom(31 * number + paths).nextGaussian())
                    .toArray();
        };
    }

    @Test
    void aQuarterGoesOnFromRoundToRoundAndAShortlistIsLeft() {
        List<Integer> asked = new ArrayList<>();
        List<Long> best = new Pruning(noisy(0.1, asked), PATHS).best(numbers(16_000), 1);
        assertThat(asked).containsExactly(16_000, 4_000);
        assertThat(best).hasSize(Shortlist.SIZE).isSorted();
    }

    @Test
    void withoutNoiseNothingIsLost() {
        Pruning pruning = new Pruning(noisy(0, new ArrayList<>()), PATHS);
        assertThat(pruning.recall(numbers(1_000), 1)).isEqualTo(1);
        assertThat(pruning.best(numbers(3_000), 1))
                .containsExactlyElementsOf(numbers(3_000).stream()
                        .sorted((a, b) -> Double.compare(
                                new SplittableRandom(b).nextGaussian(), new SplittableRandom(a).nextGaussian()))
                        .limit(Shortlist.SIZE)
                        .sorted()
                        .toList());
    }

    @Test
    void recallFallsAsFewPathsSayLess() {
        double little = new Pruning(noisy(2, new ArrayList<>()), PATHS).recall(numbers(2_000), 1);
        double much = new Pruning(noisy(20, new ArrayList<>()), PATHS).recall(numbers(2_000), 1);
        assertThat(little).isBetween(0.8, 1.0);
        assertThat(much).isLessThan(little);
        assertThat(new Pruning(noisy(20, new ArrayList<>()), PATHS).recall(numbers(15), 1))
                .as("too few to lose any")
                .isEqualTo(1);
    }

    @Test
    void aPrunedSecondLookFindsWhatAFullOneFindsWithAnyNumberOfThreads() {
        Sample sample = Sample.of(20_000, Sample.space("fast=2..40:2", "slow=45..200:5"), new Sampler.Grid());
        Scoring scoring =
                new Scoring(Objective.ROBUST, 256, Sample.SEED, sample.study().years());
        List<Long> eligible = new ArrayList<>();
        List<Long> all = numbers((int) sample.space().size());
        new Evaluators(sample.study())
                .evaluator()
                .evaluate(
                        all.stream()
                                .map(number -> sample.space().parameters(number).orElseThrow())
                                .toList(),
                        (index, track, tier, reason) -> {
                            var score = new io.fulmar.research.robustness.Score();
                            scoring.with(64).scorer().score(track, score);
                            if (score.eligible) eligible.add((long) index);
                        });
        assertThat(eligible).as("eligible").hasSizeGreaterThan(20);
        Closing.Selection selection = new Closing.Selection(eligible.subList(0, 5), all.subList(0, 400), eligible);
        Closing.Closed one = look(sample, scoring, true).of(selection, 1);
        Closing.Closed three = look(sample, scoring, true).of(selection, 3);
        Closing.Closed full = look(sample, scoring, false).of(selection, 2);
        assertThat(three).isEqualTo(one);
        assertThat(one.recall()).isBetween(0.5, 1.0);
        assertThat(full.recall()).isNaN();
        assertThat(one.differences()).isEmpty();
        assertThat(one.shortlist().getFirst().score())
                .as("fewer than a shortlist: nobody is lost")
                .isEqualTo(full.shortlist().getFirst().score(), within(0.0));
    }

    private static SecondLook look(Sample sample, Scoring scoring, boolean pruned) {
        return new SecondLook(
                sample.space(),
                List.of(sample.study()),
                List.of(new Evaluators(sample.study())),
                List.of(scoring),
                new Gauge(),
                pruned);
    }
}
