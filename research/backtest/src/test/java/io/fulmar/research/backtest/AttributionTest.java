package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import io.fulmar.market.Flow;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.ExchangeRules;
import io.fulmar.simulation.exchange.FeeSchedule;
import io.fulmar.simulation.exchange.FlowRules;
import io.fulmar.simulation.exchange.Impact;
import io.fulmar.simulation.exchange.IntrabarPath;
import io.fulmar.simulation.exchange.Latency;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Where a run's profit came from and what it cost: by hand, against the whole-number twin, and on random runs of several seats. */
class AttributionTest {
    private static final int SEEDS = 700;
    private static final long MINUTE = 60_000_000_000L;
    private static final long WHOLE = 1_000_000;
    /** Money units of one USDT. */
    private static final long MONEY = 100_000_000;

    private static Instrument instrument(int id, String symbol) {
        return Instrument.of(id, "test", Symbol.parse(symbol), Decimal.ONE, Decimal.ONE, Decimal.ONE);
    }

    private static BacktestSetup.Contestant seat(int market, Map<Integer, String> words) {
        return new BacktestSetup.Contestant(
                ScriptedStrategy.class,
                new ScriptedStrategy.P(new ScriptedStrategy.Script(words)),
                "",
                market,
                0,
                WHOLE);
    }

    private static MarketData market(Instrument instrument, long... openHighLowClose) {
        Bars bars = new Bars(new Timeframe(MINUTE), openHighLowClose.length / 4);
        for (int i = 0; i < openHighLowClose.length; i += 4) {
            bars.append(
                    i / 4 * MINUTE,
                    openHighLowClose[i],
                    openHighLowClose[i + 1],
                    openHighLowClose[i + 2],
                    openHighLowClose[i + 3],
                    1);
        }
        return MarketData.made(instrument, bars);
    }

    private static Backtest backtest(
            List<MarketData> markets, List<BacktestSetup.Contestant> seats, Rate fee, Rate slip) {
        return new Backtest(new BacktestSetup(
                markets,
                seats,
                Decimal.of(100_000),
                10 * WHOLE,
                new ExchangeRules(fee, fee, slip, IntrabarPath.WORST),
                RiskLimits.backtest(),
                Long.MIN_VALUE));
    }

    @Test
    void twoSeatsInTwoMarketsByHand() {
        MarketData first = market(
                instrument(1, "BTC/USDT"),
                1_000,
                1_000,
                1_000,
                1_000,
                1_000,
                1_010,
                990,
                1_010,
                1_020,
                1_020,
                1_020,
                1_020);
        MarketData second =
                market(instrument(2, "ETH/USDT"), 200, 200, 200, 200, 200, 200, 180, 190, 190, 190, 190, 195);
        BacktestResult result = backtest(
                        List.of(first, second),
                        List.of(
                                seat(0, Map.of(0, "buy 10", 1, "exit")),
                                seat(1, Map.of(0, "sell 20")),
                                seat(1, Map.of(0, "buy 5 stop 10"))),
                        Rate.ofBasisPoints("10"),
                        Rate.ofBasisPoints("50"))
                .run();
        Attribution found = Attribution.of(result, List.of(first, second), seat -> seat == 0 ? "Trend" : "Reversal");
        // BTC: 10 bought at 1000 + 5, sold at 1020 - 6 (5.1 up to a whole tick); fees a thousandth of 10,050 and of
        // 10,140
        Costs trend = costs(200, 20_190, 110);
        // ETH: 20 sold at 200 - 1 and marked at 195; fee of 3,980
        Costs sold = costs(100, 3_980, 20);
        // ETH: 5 bought at 200 + 1, stopped at 191 (10 below the entry) - 1; fees of 1,005 and 950
        Costs stopped = costs(5 * (191 - 200), 1_955, 10);
        assertThat(found.parts())
                .containsExactly(
                        new Attribution.Part("Trend", "BTC/USDT", 2, trend),
                        new Attribution.Part("Reversal", "ETH/USDT", 3, sold.plus(stopped)));
        assertThat(found.total().net()).isEqualTo(result.finalEquity() - result.cash());
        assertThat(found.byStrategy().keySet()).containsExactly("Trend", "Reversal");
        assertThat(found.bySymbol().get("ETH/USDT")).isEqualTo(sold.plus(stopped));
        assertThat(found.byExit()).isEqualTo(Map.of("signal", trend.net(), "stop", stopped.net(), "open", sold.net()));
        assertThat(found.spreadKnown()).isFalse();
    }

    /** In whole USDT, the fee in thousandths. */
    private static Costs costs(long gross, long feeThousandths, long slippage) {
        return new Costs(gross * MONEY, feeThousandths * MONEY / 1_000, 0, slippage * MONEY, 0, 0, 0);
    }

    @Test
    void contractsFundingAndLiquidationsEqualTheWholeNumberTwin() {
        int slipped = 0;
        int funded = 0;
        int covered = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            ContractCase random = new ContractCase(seed, seed % 3 != 0, seed % 2 == 0);
            ContractTwin twin = new ContractTwin(random);
            twin.run();
            BacktestSetup setup = random.setup();
            BacktestResult result = new Backtest(setup).run();
            Costs total = Attribution.of(result, setup.markets(), seat -> "it").total();
            String where = "seed " + seed;
            assertThat(BigInteger.valueOf(total.gross())).as(where).isEqualTo(twin.costs.gross);
            assertThat(BigInteger.valueOf(total.slippage())).as(where).isEqualTo(twin.costs.slippage);
            assertThat(BigInteger.valueOf(total.fees())).as(where).isEqualTo(twin.fees);
            assertThat(BigInteger.valueOf(total.funding())).as(where).isEqualTo(twin.funding);
            assertThat(BigInteger.valueOf(total.covered())).as(where).isEqualTo(twin.covered);
            assertThat(total.spread() | total.impact()).as(where).isZero();
            assertThat(total.net()).as(where).isEqualTo(result.finalEquity() - result.cash());
            slipped += twin.costs.slippage.signum();
            funded += Math.abs(twin.funding.signum());
            covered += twin.covered.signum();
        }
        assertThat(slipped).isGreaterThan(SEEDS / 5);
        assertThat(funded).isGreaterThan(SEEDS / 3);
        assertThat(covered).isGreaterThan(SEEDS / 200);
    }

    @Test
    void partsAndExitsOfRandomSeatsInRandomMarketsAddUpToWhatTheAccountMade() {
        int open = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            // two inverse contracts of one account settle in one currency too
            boolean inverse = random.nextInt(3) == 0;
            List<MarketData> markets = List.of(
                    walk(random, instrument(1, inverse ? "BTC/USD:BTC" : "BTC/USDT")),
                    walk(random, instrument(2, inverse ? "BTC/USD:BTC-261225" : "ETH/USDT")));
            List<BacktestSetup.Contestant> seats = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                seats.add(seat(random.nextInt(2), words(random)));
            }
            BacktestResult result = backtest(
                            markets,
                            seats,
                            Rate.ofBasisPoints(Integer.toString(random.nextInt(10))),
                            Rate.ofBasisPoints(Integer.toString(random.nextInt(60))))
                    .run();
            Attribution found = Attribution.of(result, markets, seat -> "seat " + seat % 3);
            String where = "seed " + seed;
            long made = result.finalEquity() - result.cash();
            assertThat(sum(found.byStrategy())).as(where).isEqualTo(made);
            assertThat(sum(found.bySymbol())).as(where).isEqualTo(made);
            assertThat(found.parts().stream()
                            .mapToLong(part -> part.costs().net())
                            .sum())
                    .as(where)
                    .isEqualTo(made);
            assertThat(found.byExit().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .as(where)
                    .isEqualTo(made);
            assertThat(found.total().fees()).as(where).isEqualTo(result.fees());
            assertThat(found.total().slippage()).as(where).isNotNegative();
            open += result.openTrades() > 1 ? 1 : 0;
        }
        assertThat(open).isGreaterThan(SEEDS / 4);
    }

    private static long sum(Map<String, Costs> groups) {
        return groups.values().stream().mapToLong(Costs::net).sum();
    }

    private static Map<Integer, String> words(SplittableRandom random) {
        Map<Integer, String> words = new HashMap<>();
        for (int bar = 0; bar < 40; bar++) {
            String side = random.nextBoolean() ? "buy " : "sell ";
            switch (random.nextInt(6)) {
                case 0 -> words.put(bar, "exit");
                case 1 -> words.put(bar, side + random.nextInt(1, 30));
                case 2 -> words.put(bar, side + random.nextInt(1, 30) + " stop " + random.nextInt(1, 40));
                case 3 -> words.put(bar, side + random.nextInt(1, 30) + " limit " + random.nextInt(280, 320));
                default -> {} // says nothing
            }
        }
        return words;
    }

    private static MarketData walk(SplittableRandom random, Instrument instrument) {
        long[] prices = new long[160];
        long last = 300;
        for (int i = 0; i < prices.length; i += 4) {
            long open = last + random.nextInt(-2, 3);
            long close = Math.max(50, open + random.nextInt(-9, 10));
            prices[i] = open;
            prices[i + 1] = Math.max(open, close) + random.nextInt(5);
            prices[i + 2] = Math.min(open, close) - random.nextInt(5);
            prices[i + 3] = close;
            last = close;
        }
        return market(instrument, prices);
    }

    @Test
    void spreadDepthAndImpactByHand() {
        Instrument instrument = instrument(1, "BTC/USDT:USDT");
        Flow flow = new Flow(Flow.Depth.BOOK, 16);
        flow.append(1, 1, Flow.CLEAR, 0, 0);
        flow.append(1, 1, Flow.BID, 99, 10);
        flow.append(1, 1, Flow.ASK, 102, 3);
        flow.append(1, 1, Flow.ASK, 104, 9);
        flow.endMessage();
        for (long second = 1; second <= 3; second++) {
            flow.append(second * 1_000_000_000 + 5, second * 1_000_000_000 + 5, Flow.BUY, 102, 1);
            flow.endMessage();
        }
        MarketFlow market = MarketFlow.of(instrument, flow, Timeframe.parse("1s"), flow.size());
        BacktestSetup setup = new BacktestSetup(
                List.of(market.data()),
                List.of(new BacktestSetup.Contestant(
                        FlowStrategies.InAndOut.class, new FlowStrategies.None(), "", 0, 0, WHOLE)),
                Decimal.of(10_000),
                WHOLE,
                ExchangeRules.FREE,
                RiskLimits.backtest(),
                Long.MIN_VALUE);
        FlowRules rules = FlowRules.plain()
                .withLatency(Latency.NONE)
                .withImpact(Impact.squareRoot(1))
                .withFees(FeeSchedule.flat(Rate.ofBasisPoints("10"), Rate.ZERO));
        BacktestResult result =
                new FlowBacktest(new FlowBacktest.Setup(market, setup, rules, Rate.ofBasisPoints("10"))).run();
        Attribution found = Attribution.of(result, List.of(market.data()), seat -> "InAndOut");
        // Impact: sqrt(4 / 3) of a tick is 1, sqrt(4 / 10) of one is 1. Bought 3 at 102 + 1 and 1 at 104 + 1, sold 4 at
        // 99 - 1; the
        // middle is 100.5.
        assertThat(result.fills()).extracting(BacktestResult.FillRow::ticks).containsExactly(103L, 105L, 98L);
        long fees = (309 + 105 + 392) * MONEY / 1_000;
        assertThat(found.total()).isEqualTo(new Costs(0, fees, 12 * MONEY, 2 * MONEY, 8 * MONEY, 0, 0));
        assertThat(found.spreadKnown()).isTrue();
        assertThat(found.total().net()).isEqualTo(result.finalEquity() - result.cash());
    }

    @Test
    void randomFlowsOfEveryDepthAddUp() {
        for (Flow.Depth depth : Flow.Depth.values()) {
            for (long seed = 1; seed <= 4; seed++) {
                for (Class<?> type : FlowBacktestTest.ALL) {
                    FlowBacktest.Setup setup =
                            FlowBacktestTest.setup(seed, FlowBacktestTest.flow(seed, depth, 600), type);
                    BacktestResult result = new FlowBacktest(setup).run();
                    Attribution found =
                            Attribution.of(result, List.of(setup.market().data()), seat -> "it");
                    String where = depth + ", seed " + seed + ", " + type.getSimpleName();
                    assertThat(found.total().net()).as(where).isEqualTo(result.finalEquity() - result.cash());
                    assertThat(found.spreadKnown())
                            .as(where)
                            .isEqualTo(depth != Flow.Depth.TRADES
                                    && !result.fills().isEmpty());
                }
            }
        }
    }
}
