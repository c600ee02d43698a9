package io.fulmar.research.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.market.Bars;
import io.fulmar.strategy.Plan;
import io.fulmar.strategy.PlannedStrategy;
import io.fulmar.strategy.Strategies;
import io.fulmar.strategy.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final Bars BARS = RandomBars.bars(new SplittableRandom(3), 3_000);

    /** Every second value of its series is missing. */
    public static final class Holes extends PlannedStrategy<Holes.P> {
        public record P(int bars) {}

        @Override
        public Plan plan() {
            var holes = volume().minus(volume()).dividedBy(volume()).plus(sma(p.bars()));
            return when(holes.above(0)).buy(equityPercent(50));
        }
    }

    /** The longest warm-up lies nowhere near an edge of the space. */
    public static final class Hidden extends PlannedStrategy<Hidden.P> {
        public record P(int one, int other) {}

        @Override
        public Plan plan() {
            int bars = 2 + (p.one() * 7_919 + p.other() * 104_729) % 1_500;
            return when(close().above(sma(bars))).buy(equityPercent(50));
        }
    }

    /** Series that depend on one, two or three parameters, on which of them there are, and on relations between them. */
    public static final class Tangled extends PlannedStrategy<Tangled.P> {
        public record P(int fast, int slow, int trend, int range, boolean filtered, double stop) {
            public P {
                if (fast >= slow) {
                    throw new IllegalArgumentException("fast must be below slow");
                }
            }
        }

        @Override
        public Plan plan() {
            var entry = sma(p.fast()).crossesAbove(sma(p.slow()));
            var quiet = atr(p.range()).below(sma(p.fast()).minus(ema(p.trend())));
            return when(p.filtered() ? entry.and(quiet) : entry)
                    .buy(equityPercent(50))
                    .stop(atr(p.range()).times(p.stop()))
                    .exitWhen(close().below(ema(p.trend() + 5).previous(2)));
        }
    }

    private static Space space(Class<? extends Record> type, String... grids) {
        SequencedMap<String, String> named = new LinkedHashMap<>();
        for (String grid : grids) {
            named.put(grid.substring(0, grid.indexOf('=')), grid.substring(grid.indexOf('=') + 1));
        }
        return Space.of(type, Map.of(), named);
    }

    private static int window(Class<?> strategy, Space space) {
        return Window.of(strategy, space).firstBar(Samples.template(BARS, strategy));
    }

    @Test
    void itBeginsBehindTheLongestWarmUpAndOneBar() {
        assertThat(window(Crosses.class, space(Crosses.P.class, "fast=3,5,7", "slow=20,1500,30")))
                .isEqualTo(1_500);
    }

    @Test
    void thousandsOfSeriesAreLookedAtInTurn() {
        assertThat(window(Crosses.class, space(Crosses.P.class, "fast=2..2400", "slow=2")))
                .isEqualTo(2_400);
    }

    @Test
    void aSeriesThatNeedsMoreBarsThanThereAreHasNoWindow() {
        assertThat(window(Crosses.class, space(Crosses.P.class, "fast=3", "slow=4000")))
                .isEqualTo(3_000);
    }

    @Test
    void aBarWithAMissingValueIsNotTheFirstNorTheOneBeforeIt() {
        int expected = 10;
        while (BARS.volumes()[expected] == 0 || BARS.volumes()[expected - 1] == 0) {
            expected++;
        }
        assertThat(window(Holes.class, space(Holes.P.class, "bars=10"))).isEqualTo(expected);
    }

    @Test
    void everyCombinationOfALargeSpaceIsLookedAt() {
        Space space = space(Hidden.P.class, "one=1..300", "other=1..200");
        int longest = IntStream.range(0, 60_000)
                .map(number -> 2 + ((1 + number / 200) * 7_919 + (1 + number % 200) * 104_729) % 1_500)
                .max()
                .orElseThrow();

        assertThat(window(Hidden.class, space)).isEqualTo(longest);
    }

    @Test
    void moreSeriesThanAreRememberedGiveTheSameWindow() {
        Space space = space(Hidden.P.class, "one=1..300", "other=1..2");
        var template = Samples.template(BARS, Hidden.class);

        assertThat(Window.of(Hidden.class, space, Long.MAX_VALUE, 50).firstBar(template))
                .isEqualTo(Window.of(Hidden.class, space).firstBar(template));
    }

    @Test
    void whereNotAllAreLookedAtEverySeriesIsMetThatAnyDeclares() {
        Space space = space(
                Tangled.P.class,
                "fast=2..40:3",
                "slow=3..120:9",
                "trend=5,10,70,20",
                "range=2..9",
                "filtered=true,false",
                "stop=1,2");
        Set<Value> expected = new HashSet<>();
        for (long number = 0; number < space.size(); number++) {
            space.parameters(number)
                    .ifPresent(one -> expected.addAll(
                            Strategies.sketch(Tangled.class, one).declared()));
        }
        long[] corners = Corners.of(Tangled.class, space, 1_000).orElseThrow();
        Set<Value> met = new HashSet<>();
        for (long number : corners) {
            space.parameters(number)
                    .ifPresent(one ->
                            met.addAll(Strategies.sketch(Tangled.class, one).declared()));
        }

        assertThat(corners.length).isLessThan((int) (space.size() / 2));
        assertThat(met).isEqualTo(expected);
        assertThat(List.of(space.size())).allMatch(size -> size > 20_000);
    }
}
