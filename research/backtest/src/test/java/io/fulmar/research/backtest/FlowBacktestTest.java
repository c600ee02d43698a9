package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.bus.Journal;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.MarketDataEvent;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.Rate;
import io.fulmar.domain.RunEvent;
import io.fulmar.domain.Side;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.engine.Recovery;
import io.fulmar.engine.Verification;
import io.fulmar.market.Flow;
import io.fulmar.market.Thinned;
import io.fulmar.risk.Control;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.ConstantLatency;
import io.fulmar.simulation.exchange.ExchangeRules;
import io.fulmar.simulation.exchange.FeeSchedule;
import io.fulmar.simulation.exchange.FlowRules;
import io.fulmar.simulation.exchange.Latency;
import io.fulmar.simulation.exchange.MeasuredLatency;
import io.fulmar.simulation.exchange.ProbabilityQueue;
import io.fulmar.simulation.market.MarketModel;
import io.fulmar.simulation.market.OrderFlow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlowBacktestTest {
    private static final long START = 1_704_067_200_000_000_000L;
    private static final long WHOLE = 1_000_000;
    static final List<Class<?>> ALL = List.of(
            FlowStrategies.Maker.class,
            FlowStrategies.Taker.class,
            FlowStrategies.Tape.class,
            FlowStrategies.Crossing.class,
            FlowStrategies.Grid.class);

    static Flow flow(long seed, Flow.Depth depth, int seconds) {
        Flow book = OrderFlow.of(seed, OrderFlow.seconds(seed, MarketModel.QUEUED, START, seconds));
        return switch (depth) {
            case BOOK -> book;
            case QUOTES -> Thinned.quotes(book);
            case TRADES -> Thinned.trades(book);
        };
    }

    private static FlowRules rules(long seed) {
        Latency latency = seed % 3 == 0
                ? Latency.NONE
                : seed % 3 == 1
                        ? new ConstantLatency(12_000_000, 7_000_000)
                        : new MeasuredLatency(new long[] {1_000_000, 90_000_000}, new long[] {0, 2_000_000}, seed);
        FlowRules rules = FlowRules.plain()
                .withLatency(latency)
                .withFees(FeeSchedule.flat(Rate.ofBasisPoints("4"), Rate.ofBasisPoints("-1")));
        return seed % 2 == 0 ? rules : rules.withQueue(ProbabilityQueue.power(2));
    }

    static FlowBacktest.Setup setup(long seed, Flow flow, Class<?> type) {
        return setup(seed, flow, type, RiskLimits.backtest());
    }

    private static FlowBacktest.Setup setup(long seed, Flow flow, Class<?> type, RiskLimits limits) {
        Instrument instrument = Instrument.linear(
                1, "test", Symbol.parse("BTC/USDT:USDT"), Decimal.of(5), Decimal.of(1, 3), Decimal.ONE);
        MarketFlow market = MarketFlow.of(instrument, flow, Timeframe.parse("1s"), flow.size());
        var contestant = new BacktestSetup.Contestant(type, new FlowStrategies.None(), "code", 0, 0, WHOLE);
        var setup = new BacktestSetup(
                List.of(market.data()),
                List.of(contestant),
                Decimal.of(10_000),
                WHOLE,
                ExchangeRules.FREE,
                limits,
                Long.MIN_VALUE);
        return new FlowBacktest.Setup(market, setup, rules(seed), Rate.ofBasisPoints("4"));
    }

    @ParameterizedTest
    @EnumSource(Flow.Depth.class)
    void recoveryAndVerificationHoldForEveryKindOfData(Flow.Depth depth) {
        for (long seed = 1; seed <= 6; seed++) {
            Flow flow = flow(seed, depth, 900);
            for (Class<?> type : ALL) {
                String where = depth + ", seed " + seed + ", " + type.getSimpleName();
                FlowBacktest.Setup setup = setup(seed, flow, type);
                BacktestResult result = new FlowBacktest(setup).run();

                assertThat(Recovery.fold(result.log(), RiskLimits.backtest()).hash())
                        .as(where)
                        .isEqualTo(result.hashes().ledger());
                assertThat(FlowBacktest.verify(setup, result.log()))
                        .as(where)
                        .isEqualTo(new Verification.Same(result.log().last()));
                assertThat(result.desk().watch().pages()).as(where).isEmpty();
                if (depth == Flow.Depth.BOOK) {
                    assertThat(result.fills()).as(where).isNotEmpty();
                }
            }
        }
    }

    @Test
    void recoveryGivesALedgerAtEveryCutOfTheJournal() {
        FlowBacktest.Setup setup = setup(4, flow(4, Flow.Depth.BOOK, 300), FlowStrategies.Maker.class);
        BacktestResult result = new FlowBacktest(setup).run();
        List<String> hashes = new ArrayList<>();
        for (long cut = 1; cut <= result.log().last(); cut++) {
            hashes.add(Recovery.fold(result.log(), RiskLimits.backtest(), cut, trade -> {})
                    .hash());
        }
        assertThat(hashes.get(hashes.size() - 1)).isEqualTo(result.hashes().ledger());
        assertThat(hashes).hasSizeGreaterThan(100);
    }

    @Test
    void moneyIsWhatTheFillsSay() {
        for (long seed = 1; seed <= 6; seed++) {
            Flow flow = flow(seed, Flow.Depth.BOOK, 900);
            for (Class<?> type : ALL) {
                FlowBacktest.Setup setup = setup(seed, flow, type);
                BacktestResult result = new FlowBacktest(setup).run();
                Instrument instrument = setup.market().instrument();
                long cash = result.cash();
                long lots = 0;
                for (BacktestResult.FillRow fill : result.fills()) {
                    long sign = fill.side() == Side.BUY ? 1 : -1;
                    lots += sign * fill.lots();
                    cash -= sign * instrument.value(fill.lots(), fill.ticks()) + fill.fee();
                }
                var bars = setup.market().data().bars();
                long last = bars.closes()[bars.size() - 1];
                assertThat(result.finalEquity())
                        .as("seed %d, %s", seed, type.getSimpleName())
                        .isEqualTo(cash + instrument.value(lots, last));
                assertThat(result.equity()).hasSize(bars.size());
            }
        }
    }

    @Test
    void strategyOnBarsHearsTheBarsOfTheFile() {
        Flow flow = flow(9, Flow.Depth.TRADES, 600);
        FlowBacktest.Setup setup = setup(9, flow, FlowStrategies.Crossing.class);
        BacktestResult result = new FlowBacktest(setup).run();

        assertThat(result.fills()).hasSizeGreaterThan(5);
        assertThat(result.closeTimes()).hasSize(600);
        assertThat(result.trades()).isNotEmpty().allMatch(trade -> trade.exitTime() > trade.entryTime());
    }

    @Test
    void bracketGrowsWithAnEntryThatFillsInParts() {
        int parted = 0;
        for (long seed = 1; seed <= 12; seed++) {
            FlowBacktest.Setup setup = setup(seed, flow(seed, Flow.Depth.BOOK, 300), FlowStrategies.Large.class);
            BacktestResult result = new FlowBacktest(setup).run();
            List<Order> orders = new ArrayList<>();
            Journal.read(result.log(), 1, (envelope, event) -> {
                if (event instanceof OrderEvent.Intended intended) {
                    orders.add(intended.terms());
                }
            });
            for (Order entry : orders) {
                long fills = result.fills().stream()
                        .filter(fill -> fill.order() == entry.id())
                        .count();
                if (!entry.reduceOnly() && fills > 1) {
                    parted++;
                    assertThat(orders.stream()
                                    .filter(one -> one.group() == entry.id() && one.lots() == entry.lots())
                                    .map(Order::cause))
                            .as("seed %d", seed)
                            .containsExactlyInAnyOrder(Cause.STOP, Cause.TARGET);
                }
            }
            assertThat(result.desk().watch().pages()).as("seed %d", seed).isEmpty();
            assertThat(FlowBacktest.verify(setup, result.log()))
                    .as("seed %d", seed)
                    .isInstanceOf(Verification.Same.class);
        }
        assertThat(parted).as("entries that walked the book").isPositive();
    }

    @Test
    void journalNamesTheDataInsteadOfHoldingIt() {
        FlowBacktest.Setup setup = setup(3, flow(3, Flow.Depth.QUOTES, 300), FlowStrategies.Taker.class);
        BacktestResult result = new FlowBacktest(setup).run();
        List<RunEvent.DataSet> named = new ArrayList<>();
        Journal.read(result.log(), 1, (envelope, event) -> {
            if (event instanceof RunEvent.DataSet set) {
                named.add(set);
            }
        });
        Flow flow = setup.market().flow();
        assertThat(named).hasSize(1);
        assertThat(named.get(0).hash())
                .startsWith("quotes:")
                .isEqualTo(FlowHash.of(setup.market().instrument(), flow));
        assertThat(named.get(0).bars()).isEqualTo(flow.size());
        assertThat(named.get(0).fromNanos()).isEqualTo(flow.receiveTimes()[0]);
    }

    @Test
    void gapsAreFactsOfTheJournalAndNothingFillsInThem() {
        Flow whole = flow(5, Flow.Depth.BOOK, 300);
        Flow broken = new Flow(Flow.Depth.BOOK, whole.size() + 1);
        int cut = whole.size() / 2;
        for (int event = 0; event < whole.size(); event++) {
            if (event == cut) {
                broken.append(whole.venueTimes()[event], whole.receiveTimes()[event], Flow.GAP, 0, 0);
            }
            broken.append(
                    whole.venueTimes()[event],
                    whole.receiveTimes()[event],
                    whole.kinds()[event] & ~Flow.DARK,
                    whole.ticks()[event],
                    whole.lots()[event]);
        }
        FlowBacktest.Setup setup = setup(5, broken, FlowStrategies.Maker.class);
        BacktestResult result = new FlowBacktest(setup).run();
        List<MarketDataEvent.Gap> gaps = new ArrayList<>();
        List<Long> fills = new ArrayList<>();
        Journal.read(result.log(), 1, (envelope, event) -> {
            if (event instanceof MarketDataEvent.Gap gap) {
                gaps.add(gap);
            } else if (event instanceof FillEvent.Filled fill) {
                fills.add(fill.timeNanos());
            }
        });

        assertThat(gaps).hasSize(1);
        assertThat(gaps.get(0).reason()).isEqualTo("messages are missing");
        assertThat(setup.market().darkCount()).isEqualTo(1);
        assertThat(fills).isNotEmpty().allMatch(time -> time < whole.venueTimes()[cut]);
        assertThat(FlowBacktest.verify(setup, result.log())).isInstanceOf(Verification.Same.class);
    }

    @Test
    void riskJudgesOrdersBetweenBarsToo() {
        RiskLimits limits = RiskLimits.backtest().with(Control.ORDER_LOTS, 1);
        FlowBacktest.Setup setup = setup(4, flow(4, Flow.Depth.BOOK, 300), FlowStrategies.Grid.class, limits);
        BacktestResult result = new FlowBacktest(setup).run();

        assertThat(result.fills()).isEmpty();
        assertThat(result.desk().watch().refusals().values()).allMatch(count -> count > 8);
    }

    @Test
    void tradeFromSilencesWhatIsSaidBefore() {
        Flow flow = flow(4, Flow.Depth.BOOK, 300);
        FlowBacktest.Setup setup = setup(4, flow, FlowStrategies.Maker.class);
        BacktestSetup early = setup.setup();
        BacktestSetup late = new BacktestSetup(
                early.markets(),
                early.strategies(),
                early.cash(),
                early.leveragePpm(),
                early.rules(),
                early.limits(),
                START + 100_000_000_000L);
        BacktestResult result =
                new FlowBacktest(new FlowBacktest.Setup(setup.market(), late, setup.rules(), setup.taker())).run();

        assertThat(result.fills()).isNotEmpty().allMatch(fill -> fill.time() >= START + 100_000_000_000L);
    }

    @Test
    void orderNamedAtAPriceNeedsMoreThanBars() {
        var bars = setup(1, flow(1, Flow.Depth.BOOK, 30), FlowStrategies.Maker.class)
                .market()
                .data();
        var contestant = new BacktestSetup.Contestant(
                FlowStrategies.PricedOnBars.class, new FlowStrategies.None(), "code", 0, 0, WHOLE);
        var setup = new BacktestSetup(
                List.of(bars),
                List.of(contestant),
                Decimal.of(10_000),
                WHOLE,
                ExchangeRules.FREE,
                RiskLimits.backtest(),
                Long.MIN_VALUE);

        assertThatThrownBy(() -> new Backtest(setup).run())
                .hasMessageContaining("orders at named prices need quotes, trades or a book");
    }
}
