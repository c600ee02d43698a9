package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Distance;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Side;
import io.fulmar.domain.Size;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.indicator.Field;
import io.fulmar.market.Bars;
import io.fulmar.portfolio.Trade;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.ExchangeRules;
import io.fulmar.simulation.exchange.IntrabarPath;
import io.fulmar.strategy.Condition;
import io.fulmar.strategy.Plan;
import io.fulmar.strategy.Rungs;
import io.fulmar.strategy.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Random plans, run as plans and as the same idea in code: every fill and both hashes are equal. */
class PlanTwinTest {
    private static final int SEEDS = 1_500;
    private static final int BARS = 200;
    private static final int SEEDS_OF_LONG = 60;
    private static final int BARS_OF_LONG = 3_300;
    private static final long MINUTE = 60_000_000_000L;
    private static final long WHOLE = 1_000_000;

    private static Value leaf(SplittableRandom random) {
        double bars = random.nextInt(2, 9);
        return switch (random.nextInt(8)) {
            case 0 -> new Value.OfField(Field.OPEN);
            case 1 -> new Value.OfField(Field.HIGH);
            case 2 -> new Value.OfField(Field.LOW);
            case 3 -> new Value.OfField(Field.CLOSE);
            case 4 -> new Value.OfIndicator("sma", "", List.of(), List.of(bars));
            case 5 -> new Value.OfIndicator("ema", "", List.of(), List.of(bars));
            case 6 -> new Value.OfIndicator("max", "", List.of(new Value.OfField(Field.HIGH)), List.of(bars));
            default -> new Value.OfIndicator("bbands", "upper", List.of(), List.of(bars, 2.0, 2.0));
        };
    }

    private static Value value(SplittableRandom random, int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(11)) {
            case 0, 1, 2 -> leaf(random);
            case 3, 4 -> value(random, depth - 1).previous(random.nextInt(1, 6));
            case 5 -> value(random, depth - 1).plus(value(random, depth - 1)).dividedBy(2);
            case 6 -> value(random, depth - 1).minus(random.nextInt(-3, 4));
            case 7 -> leaf(random).on(Duration.ofMinutes(random.nextInt(2, 6)));
            case 8 -> new Value.BarsSince(lookback(random)).plus(95);
            case 9 -> new Value.ValueWhen(leaf(random).above(leaf(random)), value(random, depth - 1));
            default -> value(random, depth - 1).times(random.nextBoolean() ? 1.01 : 0.99);
        };
    }

    /** A condition that may be read over all bars. */
    private static Condition lookback(SplittableRandom random) {
        Value one = random.nextInt(4) == 0 ? value(random, 1) : leaf(random);
        return switch (random.nextInt(4)) {
            case 0 -> one.crossesAbove(leaf(random));
            case 1 -> one.crossesBelow(leaf(random)).within(random.nextInt(1, 5));
            case 2 -> one.above(leaf(random)).and(leaf(random).crossesAbove(leaf(random)));
            default -> one.above(leaf(random)).not();
        };
    }

    private static Condition condition(SplittableRandom random, int depth, boolean exit) {
        Value one = value(random, 2);
        Value other = value(random, 2);
        return switch (depth == 0 ? random.nextInt(4) : random.nextInt(12)) {
            case 0 -> one.crossesAbove(other);
            case 1 -> one.crossesBelow(other);
            case 2 -> random.nextBoolean() ? one.above(other) : one.atLeast(100);
            case 3 -> random.nextBoolean() ? one.below(100) : one.atMost(other);
            case 4, 5 -> condition(random, depth - 1, exit).and(condition(random, depth - 1, exit));
            case 6 -> condition(random, depth - 1, exit).or(condition(random, depth - 1, exit));
            case 7 -> condition(random, depth - 1, exit).not();
            case 8 -> lookback(random).within(random.nextInt(1, 12));
            case 9 ->
                condition(random, depth - 1, exit).during(random.nextBoolean() ? "UTC 00:10-02:00" : "NSE 05:45-08:15");
            default -> exit ? new Condition.HeldFor(random.nextInt(1, 20)) : condition(random, depth - 1, false);
        };
    }

    private static Plan.Reach reach(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Plan.Reach.Fixed(Distance.ppm(random.nextLong(1, 40_000)));
            case 1 ->
                new Plan.Reach.Times(
                        new Value.OfIndicator("atr", "", List.of(), List.of((double) random.nextInt(2, 10))),
                        random.nextInt(1, 8) * 0.5);
            default -> Plan.Reach.NONE;
        };
    }

    private static Plan.Rule rule(SplittableRandom random) {
        Size size = random.nextBoolean()
                ? new Size.EquityShare(random.nextBoolean() ? WHOLE : WHOLE / 4)
                : new Size.Units(Decimal.parse("0.5"));
        return new Plan.Rule(
                condition(random, 2, false),
                random.nextBoolean() ? Side.BUY : Side.SELL,
                size,
                new Plan.Protection(reach(random), reach(random), reach(random)),
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(condition(random, 2, true)),
                random.nextInt(3) == 0 ? random.nextInt(1, 30) : 0);
    }

    static Plan plan(SplittableRandom random) {
        List<Plan.Rule> rules = new ArrayList<>();
        int count = random.nextInt(1, 4);
        for (int i = 0; i < count; i++) {
            rules.add(rule(random));
        }
        Plan.Rest rest = random.nextBoolean()
                ? new Plan.Rest.Bars(random.nextInt(10))
                : new Plan.Rest.Time(random.nextLong(10) * MINUTE);
        Set<Cause> after =
                random.nextBoolean() ? Set.of(Cause.values()) : Set.of(Cause.STOP, Cause.TRAIL, Cause.SIGNAL);
        return new Plan(
                rules,
                random.nextInt(3) == 0 ? Plan.Cooldown.NONE : new Plan.Cooldown(rest, after),
                random.nextBoolean() ? Plan.Fishing.NONE : fishing(random),
                random.nextInt(3) > 0 ? Plan.Pyramid.NONE : pyramid(random),
                random.nextInt(3) == 0);
    }

    private static Plan.Fishing fishing(SplittableRandom random) {
        Plan.Rest within = random.nextBoolean()
                ? new Plan.Rest.Bars(random.nextInt(12))
                : new Plan.Rest.Time(random.nextLong(1, 20) * MINUTE);
        Rungs rungs = new Rungs(random.nextInt(1, 6), apart(random), within);
        return new Plan.Fishing(
                rungs, random.nextBoolean() ? Set.of(Cause.STOP, Cause.TRAIL) : Set.of(Cause.STOP, Cause.TARGET));
    }

    private static Plan.Pyramid pyramid(SplittableRandom random) {
        return new Plan.Pyramid(
                random.nextInt(1, 4),
                random.nextBoolean() ? Optional.empty() : Optional.of(condition(random, 1, true)),
                apart(random),
                random.nextBoolean() ? Optional.empty() : Optional.of(new Size.EquityShare(WHOLE / 5)));
    }

    private static Plan.Reach apart(SplittableRandom random) {
        return random.nextBoolean()
                ? new Plan.Reach.Fixed(Distance.ppm(random.nextLong(1, 20_000)))
                : new Plan.Reach.Times(new Value.OfIndicator("atr", "", List.of(), List.of(4.0)), 0.5);
    }

    private static Bars bars(SplittableRandom random, int count) {
        Bars bars = new Bars(new Timeframe(MINUTE), count);
        long last = 10_000;
        int step = random.nextInt(1, 120);
        long time = 1_704_067_200_000_000_000L;
        for (int i = 0; i < count; i++) {
            long open = last + (random.nextInt(5) == 0 ? random.nextInt(-step, step + 1) : 0);
            long close = open + random.nextInt(-step, step + 1);
            long high = Math.max(open, close) + random.nextInt(step);
            long low = Math.min(open, close) - random.nextInt(step);
            bars.append(time, open, high, low, close, 1 + random.nextInt(100));
            time += random.nextInt(20) == 0 ? 3 * MINUTE : MINUTE;
            last = Math.max(5_000, close);
        }
        return bars;
    }

    private static Instrument instrument(long id) {
        return Instrument.linear(
                id, "test", Symbol.parse("X/USDT:USDT"), Decimal.parse("0.01"), Decimal.parse("0.001"), Decimal.ONE);
    }

    private static BacktestSetup.Contestant contestant(Class<?> type, Plan plan, int market) {
        return new BacktestSetup.Contestant(type, new CodedPlan.P(new CodedPlan.Held(plan)), "", market, 0, WHOLE);
    }

    private static BacktestResult run(List<Bars> markets, IntrabarPath path, BacktestSetup.Contestant... contestants) {
        List<MarketData> data = new ArrayList<>();
        for (Bars bars : markets) {
            data.add(new MarketData(instrument(data.size() + 1), bars, bars.size(), 0, 0, 0, 0, ""));
        }
        Rate fee = Rate.ofBasisPoints("2.5");
        return new Backtest(new BacktestSetup(
                        data,
                        List.of(contestants),
                        Decimal.parse("10000"),
                        WHOLE,
                        new ExchangeRules(fee, Rate.ZERO, fee, path),
                        RiskLimits.backtest(),
                        Long.MIN_VALUE))
                .run();
    }

    @Test
    void everyPlanTradesAsTheSameIdeaInCode() {
        Map<Cause, Integer> exits = new EnumMap<>(Cause.class);
        int traded = 0;
        int grown = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Plan plan = plan(random);
            Bars bars = bars(random, BARS);
            IntrabarPath path = random.nextBoolean() ? IntrabarPath.WORST : IntrabarPath.ADAPTIVE;
            BacktestResult planned = run(List.of(bars), path, contestant(CodedPlan.Handed.class, plan, 0));
            BacktestResult coded = run(List.of(bars), path, contestant(CodedPlan.class, plan, 0));
            assertThat(coded.trades()).as("seed %s: %s", seed, plan).isEqualTo(planned.trades());
            assertThat(coded.equity()).as("seed %s", seed).isEqualTo(planned.equity());
            assertThat(coded.hashes().run())
                    .as("seed %s", seed)
                    .isEqualTo(planned.hashes().run());
            for (Trade trade : planned.trades()) {
                exits.merge(trade.exit(), 1, Integer::sum);
            }
            traded += planned.trades().isEmpty() ? 0 : 1;
            grown += entriesIntoPositions(planned);
        }
        assertThat(grown).as("rungs and adds that joined a position").isGreaterThan(SEEDS / 2);
        assertThat(traded).as("plans that traded").isGreaterThan(SEEDS / 2);
        assertThat(exits).containsKeys(Cause.SIGNAL, Cause.STOP, Cause.TARGET, Cause.TRAIL, Cause.TIME);
        assertThat(exits.values()).as("%s", exits).allMatch(count -> count > 100);
    }

    private static int entriesIntoPositions(BacktestResult result) {
        int grown = 0;
        long held = 0;
        for (BacktestResult.FillRow fill : result.fills()) {
            long before = Math.abs(held);
            held += fill.side().sign() * fill.lots();
            grown += before > 0 && Math.abs(held) > before ? 1 : 0;
        }
        return grown;
    }

    @Test
    void aPlanTradesTheSameAloneAndAmongOthersAcrossBlocksOfBars() {
        Plan silent = new Plan(
                List.of(new Plan.Rule(
                        new Value.OfField(Field.CLOSE).below(0),
                        Side.BUY,
                        new Size.EquityShare(WHOLE),
                        Plan.Protection.NONE,
                        Optional.empty(),
                        0)),
                Plan.Cooldown.NONE);
        for (long seed = 0; seed < SEEDS_OF_LONG; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Plan plan = plan(random);
            Bars bars = bars(random, BARS_OF_LONG);
            Bars other = bars(random, BARS_OF_LONG - 700);
            BacktestResult alone = run(List.of(bars), IntrabarPath.WORST, contestant(CodedPlan.Handed.class, plan, 0));
            BacktestResult among = run(
                    List.of(other, bars),
                    IntrabarPath.WORST,
                    contestant(CodedPlan.Handed.class, silent, 0),
                    contestant(CodedPlan.Handed.class, plan, 1),
                    contestant(CodedPlan.class, silent, 1));
            assertThat(among.fills().stream().map(PlanTwinTest::plain).toList())
                    .as("seed %s: %s", seed, plan)
                    .isEqualTo(alone.fills().stream().map(PlanTwinTest::plain).toList());
            assertThat(among.finalEquity()).as("seed %s", seed).isEqualTo(alone.finalEquity());
        }
    }

    private static List<Object> plain(BacktestResult.FillRow fill) {
        return List.of(fill.time(), fill.side(), fill.ticks(), fill.lots(), fill.fee(), fill.cause());
    }
}
