package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Command;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.engine.Recovery;
import io.fulmar.engine.Verification;
import io.fulmar.market.Flow;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.ConstantLatency;
import io.fulmar.simulation.exchange.ExchangeRules;
import io.fulmar.simulation.exchange.FlowRules;
import io.fulmar.simulation.market.MarketModel;
import io.fulmar.simulation.market.OrderFlow;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A person's commands between bars: carried out at their moment, with the venue as far away as it is for strategies. */
class FlowOperatorTest {
    private static final long START = 1_704_067_200_000_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final long WAY = 10_000_000;
    private static final int SECONDS = 400;
    private static final List<Class<?>> MAKERS = List.of(FlowStrategies.Maker.class, FlowStrategies.Grid.class);

    private static FlowBacktest.Setup setup(long seed, Class<?> type) {
        Flow flow = OrderFlow.of(seed, OrderFlow.seconds(seed, MarketModel.QUEUED, START, SECONDS));
        Instrument instrument = Instrument.linear(
                1, "test", Symbol.parse("BTC/USDT:USDT"), Decimal.of(5), Decimal.of(1, 3), Decimal.ONE);
        MarketFlow market = MarketFlow.of(instrument, flow, Timeframe.parse("1s"), flow.size());
        var contestant = new BacktestSetup.Contestant(type, new FlowStrategies.None(), "code", 0, 0, 1_000_000);
        var setup = new BacktestSetup(
                List.of(market.data()),
                List.of(contestant),
                Decimal.of(10_000),
                1_000_000,
                ExchangeRules.FREE,
                RiskLimits.backtest(),
                Long.MIN_VALUE);
        FlowRules rules = FlowRules.plain().withLatency(new ConstantLatency(WAY, WAY));
        return new FlowBacktest.Setup(market, setup, rules, Rate.ZERO);
    }

    private static long lots(List<BacktestResult.FillRow> fills, long until) {
        return fills.stream()
                .filter(fill -> fill.time() <= until)
                .mapToLong(fill -> fill.side().sign() * fill.lots())
                .sum();
    }

    @Test
    void whoIsToldToReduceAndToFlattenIsFlatAfterTheWayToTheVenueAndStaysSo() {
        int held = 0;
        for (long seed = 1; seed <= 8; seed++) {
            for (Class<?> type : MAKERS) {
                long moment = START + 200 * SECOND + 123;
                FlowBacktest run = new FlowBacktest(setup(seed, type));
                run.command(moment, new Command.SetMode("a", Command.Mode.HALTED, "me"));
                run.command(moment, new Command.CancelAll("b", "me"));
                run.command(moment + 5 * SECOND, new Command.Flatten("c", "me"));
                BacktestResult result = run.run();
                String where = "seed " + seed + ", " + type.getSimpleName();
                held += lots(result.fills(), moment) == 0 ? 0 : 1;
                long done = moment + 6 * SECOND;
                assertThat(lots(result.fills(), done)).as(where).isZero();
                assertThat(result.fills())
                        .as(where)
                        .noneMatch(fill -> fill.time() > done)
                        .noneMatch(fill -> fill.time() > moment + WAY && fill.time() < moment + 5 * SECOND);
                assertThat(result.openTrades()).as(where).isZero();
            }
        }
        assertThat(held).as("runs in which there was something to leave").isGreaterThan(8);
    }

    @Test
    void randomCommandsBetweenBarsAreRecoveredAndDecidedAgain() {
        for (long seed = 1; seed <= 12; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            for (Class<?> type : MAKERS) {
                FlowBacktest.Setup setup = setup(seed, type);
                FlowBacktest run = new FlowBacktest(setup);
                for (int i = 0; i < 8; i++) {
                    run.command(START + random.nextLong(SECONDS * SECOND), command(random, Integer.toString(i)));
                }
                BacktestResult result = run.run();
                String where = "seed " + seed + ", " + type.getSimpleName();
                assertThat(Recovery.fold(result.log(), RiskLimits.backtest()).hash())
                        .as(where)
                        .isEqualTo(result.hashes().ledger());
                assertThat(FlowBacktest.verify(setup, result.log()))
                        .as(where)
                        .isEqualTo(new Verification.Same(result.log().last()));
            }
        }
    }

    private static Command command(SplittableRandom random, String key) {
        Command.Mode[] modes = Command.Mode.values();
        return switch (random.nextInt(4)) {
            case 0 -> new Command.SetMode(key, modes[random.nextInt(modes.length)], "me");
            case 1 -> new Command.Flatten(key, "me");
            case 2 -> new Command.CancelAll(key, "me");
            default -> new Command.PauseSeat(key, 0, random.nextBoolean(), "me");
        };
    }
}
