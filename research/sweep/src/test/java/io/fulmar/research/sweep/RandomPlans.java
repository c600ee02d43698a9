package io.fulmar.research.sweep;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Distance;
import io.fulmar.domain.Side;
import io.fulmar.domain.Size;
import io.fulmar.indicator.Field;
import io.fulmar.strategy.Condition;
import io.fulmar.strategy.Plan;
import io.fulmar.strategy.Rungs;
import io.fulmar.strategy.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Random plans: conditions of every form, stops, targets and trails, sizes, rests, reversals, rungs and adds. */
final class RandomPlans {
    static final String OTHER = "ETH/USDT:USDT";
    private static final long WHOLE = 1_000_000;

    private final SplittableRandom random;

    /** Whether positions may be added to, which is not run from signal to signal. */
    private final boolean pyramids;

    /** Whether series of another market may be read. */
    private final boolean elsewhere;

    RandomPlans(SplittableRandom random, boolean pyramids, boolean elsewhere) {
        this.random = random;
        this.pyramids = pyramids;
        this.elsewhere = elsewhere;
    }

    Plan plan() {
        List<Plan.Rule> rules = new ArrayList<>();
        int count = random.nextInt(1, 4);
        for (int i = 0; i < count; i++) {
            rules.add(rule());
        }
        Plan.Rest rest = random.nextBoolean()
                ? new Plan.Rest.Bars(random.nextInt(12))
                : new Plan.Rest.Time(random.nextLong(12) * RandomBars.MINUTE);
        Set<Cause> after =
                random.nextBoolean() ? Set.of(Cause.values()) : Set.of(Cause.STOP, Cause.TRAIL, Cause.SIGNAL);
        return new Plan(
                rules,
                random.nextInt(3) == 0 ? Plan.Cooldown.NONE : new Plan.Cooldown(rest, after),
                random.nextBoolean() ? fishing() : Plan.Fishing.NONE,
                pyramids && random.nextInt(3) == 0 ? pyramid() : Plan.Pyramid.NONE,
                random.nextInt(3) == 0);
    }

    private Plan.Rule rule() {
        Plan.Protection protection = new Plan.Protection(reach(), reach(), reach());
        return new Plan.Rule(
                condition(2, false),
                random.nextBoolean() ? Side.BUY : Side.SELL,
                size(),
                protection,
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(condition(2, true)),
                random.nextInt(3) == 0 ? random.nextInt(1, 40) : 0);
    }

    private Size size() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Size.EquityShare(WHOLE);
            case 2 -> new Size.EquityShare(random.nextLong(Rungs.COUNT_MAX, 3 * WHOLE));
            case 3 -> new Size.RiskShare(random.nextLong(Rungs.COUNT_MAX, 30_000));
            case 4 -> new Size.Units(Decimal.parse("0.5"));
            default -> new Size.Units(Decimal.of(random.nextInt(1, 200_000)));
        };
    }

    private Plan.Reach reach() {
        return switch (random.nextInt(6)) {
            case 0 -> new Plan.Reach.Fixed(Distance.ppm(random.nextLong(1, 40_000)));
            case 1 -> new Plan.Reach.Fixed(Distance.ticks(random.nextInt(1, 400)));
            case 2 -> new Plan.Reach.Times(indicator("atr", random.nextInt(2, 10)), random.nextInt(1, 8) * 0.5);
            case 3 -> new Plan.Reach.Times(close().minus(indicator("sma", 5)), 1);
            default -> Plan.Reach.NONE;
        };
    }

    private Plan.Fishing fishing() {
        Plan.Rest within = random.nextBoolean()
                ? new Plan.Rest.Bars(random.nextBoolean() ? 0 : random.nextInt(12))
                : new Plan.Rest.Time(random.nextLong(40) * RandomBars.MINUTE);
        Plan.Reach apart = switch (random.nextInt(4)) {
            case 0 -> new Plan.Reach.Fixed(Distance.ticks(random.nextInt(1, 100)));
            case 1 -> new Plan.Reach.Times(indicator("atr", random.nextInt(2, 10)), random.nextInt(1, 8) * 0.25);
            default -> new Plan.Reach.Fixed(Distance.ppm(random.nextLong(1, 20_000)));
        };
        Set<Cause> after = switch (random.nextInt(4)) {
            case 0 -> Set.of(Cause.STOP, Cause.TRAIL);
            case 1 -> Set.of(Cause.STOP, Cause.TARGET);
            case 2 -> Set.of(Cause.SIGNAL, Cause.TIME, Cause.TRAIL);
            default -> Set.of(Cause.values());
        };
        return new Plan.Fishing(new Rungs(random.nextInt(1, Rungs.COUNT_MAX + 1), apart, within), after);
    }

    private Plan.Pyramid pyramid() {
        return new Plan.Pyramid(
                random.nextInt(1, 4),
                Optional.empty(),
                new Plan.Reach.Fixed(Distance.ppm(random.nextLong(1, 20_000))),
                random.nextBoolean() ? Optional.empty() : Optional.of(new Size.EquityShare(WHOLE / 5)));
    }

    // ---- values ----

    private static Value close() {
        return new Value.OfField(Field.CLOSE);
    }

    private static Value indicator(String name, int bars) {
        return new Value.OfIndicator(name, "", List.of(), List.of((double) bars));
    }

    private Value leaf() {
        if (elsewhere && random.nextInt(4) == 0) {
            Value there = leafHere();
            return (random.nextInt(3) == 0 ? there.on(Duration.ofMinutes(3)) : there).on(OTHER);
        }
        return leafHere();
    }

    private Value leafHere() {
        int bars = random.nextInt(2, 9);
        return switch (random.nextInt(10)) {
            case 0 -> new Value.OfField(Field.OPEN);
            case 1 -> new Value.OfField(Field.HIGH);
            case 2 -> new Value.OfField(Field.LOW);
            case 3, 4 -> close();
            case 5, 6 -> indicator("sma", bars);
            case 7 -> indicator("ema", bars);
            case 8 -> new Value.OfIndicator("max", "", List.of(new Value.OfField(Field.HIGH)), List.of((double) bars));
            default -> new Value.OfIndicator("bbands", "upper", List.of(), List.of((double) bars, 2.0, 2.0));
        };
    }

    private Value value(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (random.nextInt(13)) {
            case 0, 1 -> value(depth - 1).previous(random.nextInt(1, 6));
            case 2 -> value(depth - 1).plus(value(depth - 1)).dividedBy(2);
            case 3 -> value(depth - 1).minus(random.nextInt(-3, 4));
            case 4 -> leafHere().on(Duration.ofMinutes(random.nextInt(2, 6)));
            case 5 -> new Value.BarsSince(lookback()).plus(95);
            case 6 -> new Value.ValueWhen(leaf().above(leaf()), value(depth - 1));
            case 7 -> value(depth - 1).times(random.nextBoolean() ? 1.01 : 0.99);
            // missing again and again: nothing by nothing where the price stands still
            case 8 ->
                close().minus(close().previous())
                        .dividedBy(close().minus(close().previous()))
                        .times(10_000);
            default -> leaf();
        };
    }

    private Condition lookback() {
        Value one = random.nextInt(4) == 0 ? value(1) : leaf();
        return switch (random.nextInt(4)) {
            case 0 -> one.crossesAbove(leaf());
            case 1 -> one.crossesBelow(leaf()).within(random.nextInt(1, 5));
            case 2 -> one.above(leaf()).and(leaf().crossesAbove(leaf()));
            default -> one.above(leaf()).not();
        };
    }

    private Condition condition(int depth, boolean exit) {
        Value one = value(2);
        Value other = value(2);
        return switch (depth == 0 ? random.nextInt(5) : random.nextInt(13)) {
            case 0 -> one.crossesAbove(other);
            case 1 -> one.crossesBelow(other);
            case 2 -> random.nextBoolean() ? one.above(other) : one.atLeast(100);
            case 3 -> random.nextBoolean() ? one.below(100) : one.atMost(other);
            case 4 -> random.nextBoolean() ? one.crossesAbove(10_000) : leaf().crossesBelow(leaf());
            case 5, 6 -> condition(depth - 1, exit).and(condition(depth - 1, exit));
            case 7 -> condition(depth - 1, exit).or(condition(depth - 1, exit));
            case 8 -> condition(depth - 1, exit).not();
            case 9 -> lookback().within(random.nextInt(1, 12));
            case 10 -> condition(depth - 1, exit).during(random.nextBoolean() ? "UTC 00:10-02:00" : "NSE 05:45-08:15");
            default -> exit ? new Condition.HeldFor(random.nextInt(1, 20)) : condition(depth - 1, false);
        };
    }
}
