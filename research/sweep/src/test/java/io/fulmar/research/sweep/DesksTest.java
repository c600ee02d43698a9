package io.fulmar.research.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.research.robustness.Track;
import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Series;
import io.fulmar.strategy.Strategy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** However many desks stand side by side, each combination comes out as it does alone. */
class DesksTest {
    private static final int BARS = 3_000;
    private static final int WARM = 400;

    /** Crosses of averages as code; it breaks where that is asked of it. */
    public static final class Code extends Strategy<Code.P> {
        public record P(int fast, int slow, int breaksAt) {}

        private final Series fast = sma(p.fast());
        private final Series slow = sma(p.slow());
        private int bars;

        @Override
        public void onBar(Bar bar) {
            if (++bars == p.breaksAt()) {
                throw new IllegalStateException("asked to break");
            }
            if (flat() && fast.crossesAbove(slow)) {
                buy(equityPercent(100)).stop(percent(2));
            } else if (holding() && fast.crossesBelow(slow)) {
                exit("below");
            }
        }
    }

    private static final Study STUDY = Samples.study(RandomBars.bars(new SplittableRandom(9), BARS), Code.class, WARM);

    private static List<Code.P> many(SplittableRandom random, int count) {
        List<Code.P> many = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int slow = random.nextInt(10, WARM);
            many.add(new Code.P(random.nextInt(1, slow), slow, 0));
        }
        return many;
    }

    /** More series than a block of columns holds, and more combinations than the first batch takes. */
    @Test
    void aUnitIsRunInPartsAndEachCombinationIsWhatItIsAlone() {
        List<Code.P> unit = many(new SplittableRandom(3), 260);
        assertThat(new Recheck(STUDY).differences(unit)).isEmpty();
        Set<Tier> tiers = EnumSet.noneOf(Tier.class);
        List<Integer> order = new ArrayList<>();
        new Evaluators(STUDY).evaluator().evaluate(unit, (index, track, tier, reason) -> {
            tiers.add(tier);
            order.add(index);
        });
        assertThat(tiers).containsExactly(Tier.C);
        assertThat(order).hasSize(unit.size()).isSorted();
    }

    @Test
    void neighboursOfOneThatFailsAreRunAsIfItWereNotThere() {
        List<Code.P> unit = many(new SplittableRandom(4), 20);
        unit.set(11, new Code.P(3, 20, 700));
        Desks desks = new Desks(STUDY);
        desks.run(unit);
        Track track = new Track();
        for (int i = 0; i < 11; i++) {
            assertThat(desks.next(track)).isEqualTo(Tier.C);
            assertThat(new Recheck(STUDY).difference(unit.get(i), track)).isEmpty();
        }
        assertThatThrownBy(() -> desks.next(track)).hasMessageContaining("asked to break");
        for (int i = 12; i < unit.size(); i++) {
            assertThat(desks.next(track)).isEqualTo(Tier.C);
            assertThat(new Recheck(STUDY).difference(unit.get(i), track)).isEmpty();
        }
    }
}
