package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fulmar.market.Flow;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FillQualityTest {

    @Test
    void groupsHoldEveryFillOnceAndTheirCostsAreThoseOfTheRun() {
        for (Class<?> type : FlowBacktestTest.ALL) {
            FlowBacktest.Setup setup = FlowBacktestTest.setup(2, FlowBacktestTest.flow(2, Flow.Depth.BOOK, 900), type);
            BacktestResult result = new FlowBacktest(setup).run();
            List<MarketData> markets = List.of(setup.market().data());
            Costs total = Attribution.of(result, markets, seat -> "it").total();
            double unit = result.currency().unitsPerOne();
            FillQuality found = FillQuality.of(result, markets);
            for (List<FillQuality.Group> groups : List.of(found.bySize(), found.bySpread())) {
                assertThat(groups.stream().mapToInt(FillQuality.Group::fills).sum())
                        .as(type.getSimpleName())
                        .isEqualTo(result.fills().size());
                for (int i = 1; i < groups.size(); i++) {
                    assertThat(groups.get(i).low())
                            .isGreaterThanOrEqualTo(groups.get(i - 1).high());
                }
            }
            double traded = result.fills().stream()
                    .mapToDouble(fill -> setup.market().instrument().value(fill.lots(), fill.ticks()) / unit)
                    .sum();
            double least = found.bySize().stream()
                    .mapToDouble(FillQuality.Group::paid)
                    .min()
                    .orElseThrow();
            double most = found.bySize().stream()
                    .mapToDouble(FillQuality.Group::paid)
                    .max()
                    .orElseThrow();
            double all = (total.spread() + total.slippage() + total.impact()) / unit / traded * 10_000;
            assertThat(all).as(type.getSimpleName()).isBetween(least - 1e-6, most + 1e-6);
            boolean makes = type == FlowStrategies.Maker.class || type == FlowStrategies.Grid.class;
            assertThat(total.spread() < 0)
                    .as("%s earns the spread", type.getSimpleName())
                    .isEqualTo(makes);
        }
    }

    @Test
    void onBarsTheSpreadIsNotKnownAndSlippageIsWhatTheRulesSay() {
        ContractCase random = LongStream.range(0, 200)
                .mapToObj(seed -> new ContractCase(seed, false, false))
                .filter(one -> one.slippage.numerator() > 0 && !one.inverse)
                .filter(one -> new Backtest(one.setup()).run().fills().size() > 8)
                .findFirst()
                .orElseThrow();
        BacktestResult result = new Backtest(random.setup()).run();
        FillQuality found = FillQuality.of(result, random.setup().markets());
        assertThat(found.bySpread()).isEmpty();
        double asked = 10_000.0 * random.slippage.numerator() / random.slippage.denominator();
        for (FillQuality.Group group : found.bySize()) {
            assertThat(group.spread()).isZero();
            assertThat(group.impact()).isZero();
            // rounded against us to whole ticks, of prices of a hundred ticks and more
            assertThat(group.slippage()).isBetween(asked * 0.98, asked + 110);
            assertThat(group.paid()).isCloseTo(group.slippage(), within(1e-12));
        }
    }
}
