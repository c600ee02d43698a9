package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.research.backtest.Engine.Costs;
import io.fulmar.research.backtest.Engine.Fill;
import io.fulmar.research.backtest.Engine.Kind;
import io.fulmar.research.backtest.Engine.Market;
import io.fulmar.research.backtest.Engine.Outcome;
import io.fulmar.research.backtest.Engine.Rules;
import io.fulmar.research.backtest.Engine.Side;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Positions that grow: the desk, in code and as a plan, against the whole-number twin on random markets. */
class GrowingTwinTest {
    private static final int SEEDS = 3_000;
    private static final int SEEDS_OF_MISTAKES = 400;

    @Test
    void everyEngineEqualsTheTwinOnRandomMarkets() {
        int compared = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            GrowingCase random = GrowingCase.of(seed);
            Outcome expected = GrowingTwin.ENGINE.run(random.market(), random.costs(), random.rules());
            if (random.beyondDoubles(expected)) continue;
            compared++;
            for (boolean planned : new boolean[] {false, true}) {
                Engine engine = new DeskEngine(planned);
                Outcome actual = engine.run(random.market(), random.costs(), random.rules());
                if (!Events.differences(expected, actual).isEmpty()) {
                    assertThat(random.told(engine))
                            .as("seed %s, planned %s", seed, planned)
                            .isEmpty();
                }
            }
        }
        assertThat(compared).isGreaterThan(SEEDS * 9 / 10);
    }

    @Test
    void theRandomMarketsReachEveryCorner() {
        Map<String, Integer> seen = new HashMap<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            GrowingCase random = GrowingCase.of(seed);
            Outcome outcome = GrowingTwin.ENGINE.run(random.market(), random.costs(), random.rules());
            count(outcome, random.rules(), seen);
            outcome.refusals().forEach(refused -> seen.merge(refused.reason(), 1, Integer::sum));
        }
        assertThat(seen)
                .containsKeys("GROWN", "GROWN TWICE IN A BAR", "LEFT WHILE GROWN BY STOP", "LEFT WHILE GROWN BY TRAIL")
                .containsKeys("LEFT WHILE GROWN BY TARGET", "LEFT WHILE GROWN BY TIME", "TURNED", "SIZE_ZERO");
        assertThat(seen.values()).as("%s", seen).allMatch(times -> times >= 30);
    }

    private static void count(Outcome outcome, Rules.Growing rules, Map<String, Integer> seen) {
        BigDecimal held = BigDecimal.ZERO;
        int entries = 0;
        int grownAt = -1;
        for (Fill fill : outcome.fills()) {
            BigDecimal before = held;
            held = fill.side() == Side.BUY ? held.add(fill.quantity()) : held.subtract(fill.quantity());
            if (held.abs().compareTo(before.abs()) > 0) {
                entries++;
                if (entries > 1) {
                    seen.merge(grownAt == fill.bar() ? "GROWN TWICE IN A BAR" : "GROWN", 1, Integer::sum);
                    grownAt = fill.bar();
                } else if (rules.reverse() && fill.bar() == lastExit(outcome, fill)) {
                    seen.merge("TURNED", 1, Integer::sum);
                }
            } else {
                if (entries > 1) seen.merge("LEFT WHILE GROWN BY " + fill.kind(), 1, Integer::sum);
                entries = 0;
            }
        }
    }

    /** The bar of the fill before, if that was an exit by a signal. */
    private static int lastExit(Outcome outcome, Fill fill) {
        int index = outcome.fills().indexOf(fill);
        boolean left = index > 0
                && outcome.fills().get(index - 1).side() == fill.side()
                && outcome.fills().get(index - 1).kind() == Kind.SIGNAL;
        return left ? outcome.fills().get(index - 1).bar() : -1;
    }

    // ---- mistakes that others have made ----

    @FunctionalInterface
    private interface Wrong {
        GrowingTwin twin(Market market, Costs costs, Rules.Growing rules);
    }

    @TestFactory
    Stream<DynamicTest> eachMistakeIsFoundByATableAndByARandomMarket() {
        return Stream.of(
                planted("protection stays at the first entry's levels", FirstLevels::new),
                planted("the average is rounded down", RoundedDown::new),
                planted("rungs outlive their position", Outliving::new));
    }

    private static DynamicTest planted(String mistake, Wrong wrong) {
        Engine engine = (market, costs, rules) ->
                wrong.twin(market, costs, (Rules.Growing) rules).outcome();
        return DynamicTest.dynamicTest(mistake, () -> {
            List<HandTable> tables = HandTablesTest.tables()
                    .filter(table -> table.rules() instanceof Rules.Growing)
                    .toList();
            assertThat(tables)
                    .as("a table")
                    .anyMatch(
                            table -> !HandTablesTest.differences(engine, table).isEmpty());
            long seed = 0;
            while (seed < SEEDS_OF_MISTAKES && agrees(GrowingCase.of(seed), engine)) seed++;
            assertThat(seed).as("a random market").isLessThan(SEEDS_OF_MISTAKES);
        });
    }

    private static boolean agrees(GrowingCase random, Engine engine) {
        return random.differences(engine, random.market().bars().size()).isEmpty();
    }

    private static final class FirstLevels extends GrowingTwin {
        FirstLevels(Market market, Costs costs, Rules.Growing rules) {
            super(market, costs, rules);
        }

        @Override
        BigInteger average() {
            return book.firstTicks();
        }
    }

    private static final class RoundedDown extends GrowingTwin {
        RoundedDown(Market market, Costs costs, Rules.Growing rules) {
            super(market, costs, rules);
        }

        @Override
        BigInteger average() {
            return book.averageDown();
        }
    }

    private static final class Outliving extends GrowingTwin {
        Outliving(Market market, Costs costs, Rules.Growing rules) {
            super(market, costs, rules);
        }

        @Override
        void closed() {}
    }
}
