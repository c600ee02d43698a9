package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.research.backtest.Engine.Costs;
import io.fulmar.research.backtest.Engine.Distance;
import io.fulmar.research.backtest.Engine.Kind;
import io.fulmar.research.backtest.Engine.Market;
import io.fulmar.research.backtest.Engine.Rules;
import io.fulmar.research.backtest.Engine.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The tables and the random markets are only worth something if they notice: each mistake is one others have made. */
class PlantedMistakesTest {
    private static final int SEEDS = 400;

    @FunctionalInterface
    private interface Wrong {
        SlowTwin twin(Market market, Costs costs, Rules rules);
    }

    @TestFactory
    Stream<DynamicTest> eachMistakeIsFoundByATableAndByARandomMarket() {
        return Stream.of(
                planted("the target comes before the stop", TargetFirst::new),
                planted("stops do not rest on the entry bar", LateStop::new),
                planted("a level must be passed, not touched", Passed::new),
                planted("a gap fills at the stop's level", NoGap::new),
                planted("fees are rounded half up", NearFee::new),
                planted("targets pay the taker's fee", TakerOnly::new),
                planted("slippage is rounded to the nearest tick", NearSlip::new),
                planted("distances are rounded half even", HalfEven::new),
                planted("distances may be nothing", NoDistance::new),
                planted("the trail moves before the bar is over", EarlyTrail::new),
                planted("size forgets the fee", Feeless::new),
                planted("size counts the starting cash", StartingCash::new));
    }

    private static DynamicTest planted(String mistake, Wrong wrong) {
        Engine engine =
                (market, costs, rules) -> wrong.twin(market, costs, rules).outcome();
        return DynamicTest.dynamicTest(mistake, () -> {
            assertThat(HandTablesTest.tables().filter(table -> !(table.rules() instanceof Rules.Growing)))
                    .as("a table")
                    .anyMatch(
                            table -> !HandTablesTest.differences(engine, table).isEmpty());
            long seed = 0;
            while (seed < SEEDS && TwinCase.of(seed).difference(engine).isEmpty()) seed++;
            assertThat(seed).as("a random market").isLessThan(SEEDS);
        });
    }

    private static final class TargetFirst extends SlowTwin {
        TargetFirst(Market market, Costs costs, Rules rules) {
            super(market, costs, rules);
        }

        @Override
        boolean stopBeforeTarget() {
            return false;
        }
    }

    private static final class LateStop extends SlowTwin {
        LateStop(Market market, Costs costs, Rules rules) {
            super(market, costs, rules);
        }

        @Override
        void fillResting(int i) {
            if (position.isPresent() && position.get().bar < i) super.fillResting(i);
        }
    }

    private static final class Passed extends SlowTwin {
        Passed(Market market, Costs costs, Rules rules) {
            super(market, costs, rules);
        }

        @Override
        boolean reachedAgainst(Position p, BigDecimal level, int i) {
            BigDecimal beyond = p.side == Side.BUY ? level.subtract(market.tick()) : level.add(market.tick());
            return super.reachedAgainst(p, beyond, i);
        }
    }

    private static final class NoGap extends SlowTwin {
        NoGap(Market market, Costs costs, Rules rules) {
            super(market, costs, rules);
        }

        @Override
        BigDecimal stopPrice(Position p, BigDecimal open, BigDecimal level) {
            return level;
        }
    }

    private static final class NearFee extends SlowTwin {
        NearFee(Market market, Costs costs, Rules rules) {
            super(market, costs, rules);
        }

        @Override
        BigDecimal fee(BigDecimal value, BigDecimal bps) {
            return value.multiply(bps).movePointLeft(4).setScale(market.moneyScale(), RoundingMode.HALF_UP);
        }
    }

    private static final class TakerOnly extends SlowTwin {
        TakerOnly(Market market, Costs costs, Rules rules) {
            super(market, costs, rules);
        }

        @Override
        BigDecimal rate(Kind kind) {
            return costs.takerBps();
        }
    }

    private static final class NearSlip extends SlowTwin {
        NearSlip(Market market, Costs costs, Rules rules) {
            super(market, costs, rules);
        }

        @Override
        BigDecimal slipped(Side side, BigDecimal price) {
            BigDecimal slip = price.multiply(costs.slippageBps())
                    .movePointLeft(4)
                    .divide(market.tick(), 0, RoundingMode.HALF_UP)
                    .multiply(market.tick());
            return side == Side.BUY ? price.add(slip) : price.subtract(slip).max(market.tick());
        }
    }

    private static final class HalfEven extends SlowTwin {
        HalfEven(Market market, Costs costs, Rules rules) {
            super(market, costs, rules);
        }

        @Override
        Optional<BigDecimal> distance(Distance distance, BigDecimal price, int signalBar) {
            if (!(distance instanceof Distance.Percent(BigDecimal percent)))
                return super.distance(distance, price, signalBar);
            BigDecimal exact = price.multiply(percent).movePointLeft(2);
            BigDecimal ticks = exact.divide(market.tick(), 0, RoundingMode.HALF_EVEN);
            return Optional.of(ticks.max(BigDecimal.ONE).multiply(market.tick()));
        }
    }

    private static final class NoDistance extends SlowTwin {
        NoDistance(Market market, Costs costs, Rules rules) {
            super(market, costs, rules);
        }

        @Override
        Optional<BigDecimal> distance(Distance distance, BigDecimal price, int signalBar) {
            if (!(distance instanceof Distance.Percent(BigDecimal percent)))
                return super.distance(distance, price, signalBar);
            BigDecimal exact = price.multiply(percent).movePointLeft(2);
            BigDecimal ticks = exact.divide(market.tick(), 0, RoundingMode.HALF_UP);
            return ticks.signum() == 0 ? Optional.empty() : Optional.of(ticks.multiply(market.tick()));
        }
    }

    private static final class EarlyTrail extends SlowTwin {
        EarlyTrail(Market market, Costs costs, Rules rules) {
            super(market, costs, rules);
        }

        @Override
        void fillResting(int i) {
            moveTrail(i);
            super.fillResting(i);
        }
    }

    private static final class Feeless extends SlowTwin {
        Feeless(Market market, Costs costs, Rules rules) {
            super(market, costs, rules);
        }

        @Override
        BigDecimal affordable(BigDecimal budget, BigDecimal close) {
            BigDecimal lots = budget.divide(close.multiply(market.lot()), 0, RoundingMode.FLOOR);
            return lots.max(BigDecimal.ZERO);
        }
    }

    private static final class StartingCash extends SlowTwin {
        StartingCash(Market market, Costs costs, Rules rules) {
            super(market, costs, rules);
        }

        @Override
        BigDecimal budget(BigDecimal equity, BigDecimal percent) {
            return super.budget(costs.cash(), percent);
        }
    }
}
