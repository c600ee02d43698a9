package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.bus.Hashes;
import io.fulmar.bus.Journal;
import io.fulmar.bus.Log;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.engine.Recovery;
import io.fulmar.engine.Verification;
import io.fulmar.market.Bars;
import io.fulmar.risk.Control;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.ExchangeRules;
import io.fulmar.simulation.exchange.IntrabarPath;
import io.fulmar.simulation.market.SyntheticMarket;
import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Series;
import io.fulmar.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    private static final long WHOLE = 1_000_000;

    public record P(int fast, int slow) {}

    /** Crosses with a bracket and a trail. */
    public static class Crossing extends Strategy<P> {
        final Series fast = sma(p.fast());
        final Series slow = sma(p.slow());

        @Override
        public void onBar(Bar bar) {
            if (flat() && fast.crossesAbove(slow)) {
                buy(equityPercent(40)).stop(percent(0.5)).target(percent(1)).trail(percent(0.7));
            } else if (flat() && fast.crossesBelow(slow)) {
                sell(equityPercent(30)).stop(percent(0.4));
            } else if (holding() && barsInTrade() > 40) {
                exitOnTime("long enough");
            }
        }
    }

    /** The same idea after somebody changed the code: it is more patient. */
    public static class Patient extends Strategy<P> {
        final Series fast = sma(p.fast());
        final Series slow = sma(p.slow());
        private int crosses;

        @Override
        public void onBar(Bar bar) {
            if (flat() && fast.crossesAbove(slow) && ++crosses > 3) {
                buy(equityPercent(40));
            }
        }
    }

    private static BacktestSetup setup(long seed, RiskLimits limits, Class<?>... types) {
        var candles = SyntheticMarket.of(seed).bars(Timeframe.MINUTE, 1_704_067_200_000_000_000L, 6_000);
        Instrument instrument = Instrument.linear(
                1, "test", Symbol.parse("BTC/USDT:USDT"), candles.tick(), Decimal.of(1, 5), Decimal.ONE);
        Bars bars = new Bars(
                candles.timeframe(),
                candles.openTimes(),
                candles.opens(),
                candles.highs(),
                candles.lows(),
                candles.closes(),
                candles.volumes(),
                candles.openTimes().length);
        List<BacktestSetup.Contestant> contestants = new ArrayList<>();
        for (Class<?> type : types) {
            contestants.add(new BacktestSetup.Contestant(
                    type, new P(5 + contestants.size(), 20), "code", 0, contestants.size(), WHOLE));
        }
        return new BacktestSetup(
                List.of(new MarketData(instrument, bars, bars.size(), 0, 0, 0, 0, "data")),
                contestants,
                Decimal.of(10_000, 0),
                WHOLE,
                new ExchangeRules(
                        Rate.ofBasisPoints("4"), Rate.ofBasisPoints("1"), Rate.ofBasisPoints("2"), IntrabarPath.WORST),
                limits,
                Long.MIN_VALUE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void recoveryFromTheJournalAloneGivesTheLedgerOfTheDesk(long seed) {
        RiskLimits limits = RiskLimits.backtest().with(Control.DAILY_DRAWDOWN, 5_000);
        BacktestResult result = new Backtest(setup(seed, limits, Crossing.class, Crossing.class)).run();
        assertThat(result.fills()).hasSizeGreaterThan(50);
        assertThat(Recovery.fold(result.log(), limits).hash())
                .isEqualTo(result.hashes().ledger());
    }

    @Test
    void recoveryGivesTheSameLedgerAtEveryCutOfTheJournalHoweverOftenItIsDone() {
        RiskLimits limits = RiskLimits.backtest();
        BacktestResult result = new Backtest(setup(5, limits, Crossing.class)).run();
        List<String> once = new ArrayList<>();
        for (long cut = 1; cut <= result.log().last(); cut += 7) {
            once.add(Recovery.fold(result.log(), limits, cut, trade -> {}).hash());
        }
        List<String> again = new ArrayList<>();
        for (long cut = 1; cut <= result.log().last(); cut += 7) {
            again.add(Recovery.fold(result.log(), limits, cut, trade -> {}).hash());
        }
        assertThat(again).isEqualTo(once);
        assertThat(once).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void verificationDecidesEveryEventAgainBitForBit(long seed) {
        for (RiskLimits limits :
                List.of(RiskLimits.backtest(), RiskLimits.backtest().with(Control.DAILY_DRAWDOWN, 2_000))) {
            BacktestSetup alone = setup(seed, limits, Crossing.class);
            BacktestSetup three = setup(seed, limits, Crossing.class, Patient.class, Crossing.class);
            for (BacktestSetup setup : List.of(alone, three)) {
                Log log = new Backtest(setup).run().log();
                assertThat(Backtest.verify(setup, log)).isEqualTo(new Verification.Same(log.last()));
            }
        }
    }

    @Test
    void aChangedStrategyIsNamedAtItsFirstDifferentDecisionAndRecoveryDoesNotCare() {
        RiskLimits limits = RiskLimits.backtest();
        BacktestResult result = new Backtest(setup(21, limits, Crossing.class)).run();
        Verification verification = Backtest.verify(setup(21, limits, Patient.class), result.log());
        assertThat(verification).isInstanceOfSatisfying(Verification.Differs.class, difference -> {
            assertThat(difference.sequence()).isEqualTo(firstDecision(result.log()));
            assertThat(difference.recorded()).contains("Intended");
        });
        assertThat(Recovery.fold(result.log(), limits).hash())
                .isEqualTo(result.hashes().ledger());
    }

    private static long firstDecision(Log log) {
        List<Long> found = new ArrayList<>();
        Journal.read(log, 1, (envelope, event) -> {
            if (event instanceof OrderEvent.Intended) {
                found.add(envelope.sequence());
            }
        });
        return found.get(0);
    }

    @Test
    void theSameRunTwiceHasTheSameBytes() {
        BacktestResult one = new Backtest(setup(31, RiskLimits.backtest(), Crossing.class)).run();
        BacktestResult two = new Backtest(setup(31, RiskLimits.backtest(), Crossing.class)).run();
        assertThat(two.hashes()).isEqualTo(one.hashes());
        assertThat(Hashes.of(two.log(), template -> true)).isEqualTo(Hashes.of(one.log(), template -> true));
        BacktestResult other = new Backtest(setup(32, RiskLimits.backtest(), Crossing.class)).run();
        assertThat(other.hashes().run()).isNotEqualTo(one.hashes().run());
    }
}
