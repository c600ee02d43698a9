package io.fulmar.research.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.MarginMode;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Symbol;
import io.fulmar.market.Bars;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.backtest.VenueTerms;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.ContractTerms;
import io.fulmar.simulation.exchange.ExchangeRules;
import io.fulmar.simulation.exchange.FundingSchedule;
import io.fulmar.simulation.exchange.IntrabarPath;
import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Market;
import io.fulmar.strategy.Series;
import io.fulmar.strategy.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Strategies that trade another market besides their own: run one by one, with all that both legs cost. */
class SeveralMarketsTest {
    private static final Bars HOME = RandomBars.bars(new SplittableRandom(11), 3_000);
    private static final Bars THERE = RandomBars.beside(new SplittableRandom(12), HOME);

    /** Buys here and sells there every so many bars, and leaves both half that time later. */
    public static final class Both extends Strategy<Both.P> {
        public record P(int every) {}

        final Market other = market(RandomPlans.OTHER);
        final Series mean = sma(p.every());
        private int bar;

        @Override
        public void onBar(Bar now) {
            bar++;
            boolean last = now.time() > HOME.openTime(HOME.size() - 60);
            if (flat() && other.flat() && bar % p.every() == 0 && !last) {
                buy(equityPercent(40)).because("here");
                other.sell(equityPercent(40)).because("there");
            } else if ((holding() || other.holding()) && (last || bar % p.every() == p.every() / 2)) {
                exit("time");
                other.exit("time");
            }
        }
    }

    private static BacktestSetup setup() {
        Instrument here = Instrument.of(
                1, "file", Symbol.parse("BTC/USDT:USDT"), Decimal.parse("0.01"), Decimal.parse("0.001"), Decimal.ONE);
        Instrument there = Instrument.of(
                2, "file", Symbol.parse(RandomPlans.OTHER), Decimal.parse("0.1"), Decimal.parse("0.01"), Decimal.ONE);
        Rate fee = Rate.ofBasisPoints("4");
        return new BacktestSetup(
                List.of(MarketData.made(here, HOME), MarketData.made(there, THERE)),
                List.of(new BacktestSetup.Contestant(Both.class, new Both.P(10), "", 0, 0, 1_000_000)),
                Decimal.parse("10000"),
                1_000_000,
                new ExchangeRules(fee, fee, Rate.ofBasisPoints("2"), IntrabarPath.WORST),
                RiskLimits.backtest(),
                Long.MIN_VALUE,
                new VenueTerms(MarginMode.NONE, false, List.of(funded(1), funded(2)), "funding"));
    }

    private static ContractTerms funded(long instrument) {
        List<FundingSchedule.Settlement> settlements = new ArrayList<>();
        for (int bar = 100; bar < HOME.size(); bar += 37) {
            settlements.add(
                    new FundingSchedule.Settlement(HOME.closeTime(bar), Rate.ofPartsPerMillion(200 * instrument), 0));
        }
        return ContractTerms.plain(instrument).withFunding(new FundingSchedule(settlements));
    }

    @Test
    void whatTheLegsBroughtIsWhatTheAccountGained() {
        Space space = Space.of(Both.P.class, Map.of(), Sample.grids("every=20..60:10"));
        BacktestSetup setup = setup();
        Study study = new Study(setup, Window.of(Both.class, space).firstBar(setup));
        List<Record> unit = new ArrayList<>();
        for (long number = 0; number < space.size(); number++) {
            unit.add(space.parameters(number).orElseThrow());
        }
        new Evaluators(study).evaluator().evaluate(unit, (index, track, tier, reason) -> {
            assertThat(tier).isEqualTo(Tier.E);
            assertThat(reason).contains("market");
            assertThat(track.openTrades).isZero();
            assertThat(track.trades).isGreaterThan(40);
            long gained = Arrays.stream(track.pnl, 0, track.trades).sum();
            long costs = Arrays.stream(track.costs, 0, track.trades).sum();
            assertThat(track.cash + gained).as("%s", unit.get(index)).isEqualTo(track.finalEquity);
            assertThat(costs).isGreaterThan(track.fees);
            assertThat(track.barsInMarket).isBetween(1L, track.bars);
            assertThat(track.dailyEquity[track.days - 1]).isEqualTo(track.finalEquity);
        });
    }

    @Test
    void theMarketsThatAreNamedAreKnown() {
        Space space = Space.of(Both.P.class, Map.of(), Sample.grids("every=20..60:10"));
        assertThat(Window.of(Both.class, space).named()).containsExactly(RandomPlans.OTHER);
    }
}
