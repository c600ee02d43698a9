package io.fulmar.research.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.market.Bars;
import io.fulmar.strategy.Plan;
import io.fulmar.strategy.PlannedStrategy;
import java.util.List;
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

    @Test
    void itBeginsBehindTheLongestWarmUpAndOneBar() {
        List<Crosses.P> some = List.of(new Crosses.P(3, 20), new Crosses.P(5, 1_500), new Crosses.P(7, 30));
        assertThat(Window.firstBar(Samples.template(BARS, Crosses.class), some)).isEqualTo(1_500);
    }

    @Test
    void thousandsOfSeriesAreLookedAtInTurn() {
        List<Crosses.P> many = IntStream.rangeClosed(2, 2_400)
                .mapToObj(bars -> new Crosses.P(bars, 2))
                .toList();
        assertThat(Window.firstBar(Samples.template(BARS, Crosses.class), many)).isEqualTo(2_400);
    }

    @Test
    void aSeriesThatNeedsMoreBarsThanThereAreHasNoWindow() {
        List<Crosses.P> long4000 = List.of(new Crosses.P(3, 4_000));
        assertThat(Window.firstBar(Samples.template(BARS, Crosses.class), long4000))
                .isEqualTo(3_000);
    }

    @Test
    void aBarWithAMissingValueIsNotTheFirstNorTheOneBeforeIt() {
        int first = Window.firstBar(Samples.template(BARS, Holes.class), List.of(new Holes.P(10)));
        int expected = 10;
        while (BARS.volumes()[expected] == 0 || BARS.volumes()[expected - 1] == 0) {
            expected++;
        }
        assertThat(first).isEqualTo(expected);
    }
}
