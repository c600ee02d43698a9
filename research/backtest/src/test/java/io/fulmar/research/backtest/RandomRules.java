package io.fulmar.research.backtest;

import io.fulmar.research.backtest.Engine.Action;
import io.fulmar.research.backtest.Engine.Cooldown;
import io.fulmar.research.backtest.Engine.Direction;
import io.fulmar.research.backtest.Engine.Distance;
import io.fulmar.research.backtest.Engine.Fishing;
import io.fulmar.research.backtest.Engine.Kind;
import io.fulmar.research.backtest.Engine.Market;
import io.fulmar.research.backtest.Engine.Protection;
import io.fulmar.research.backtest.Engine.Pyramid;
import io.fulmar.research.backtest.Engine.Rules;
import io.fulmar.research.backtest.Engine.Side;
import io.fulmar.research.backtest.Engine.Signal;
import io.fulmar.research.backtest.Engine.Size;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Random scripts and random strategies for one market. */
final class RandomRules {
    private final SplittableRandom random;
    private final Market market;
    private final BigDecimal cash;

    private RandomRules(SplittableRandom random, Market market, BigDecimal cash) {
        this.random = random;
        this.market = market;
        this.cash = cash;
    }

    static Rules rules(SplittableRandom random, Market market, BigDecimal cash) {
        RandomRules make = new RandomRules(random, market, cash);
        return random.nextInt(5) < 2 ? make.script() : make.idea();
    }

    /** An idea whose positions may grow. */
    static Rules.Growing growing(SplittableRandom random, Market market, BigDecimal cash) {
        RandomRules make = new RandomRules(random, market, cash);
        Rules.Idea plain = make.idea();
        Signal signal = random.nextInt(3) > 0 ? new Signal.Told() : plain.signal();
        Size size = switch (plain.size()) {
            case Size.EquityPercent share ->
                new Size.EquityPercent(share.percent().max(new BigDecimal("0.01")));
            case Size.RiskPercent share -> new Size.RiskPercent(share.percent().max(new BigDecimal("0.01")));
            case Size.Units units -> units;
        };
        Rules.Idea idea = new Rules.Idea(
                signal, plain.direction(), size, plain.protection(), plain.cooldown(), plain.tradeFrom());
        return new Rules.Growing(
                idea,
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(make.fishing()),
                random.nextBoolean() ? Optional.empty() : Optional.of(make.pyramid()),
                random.nextInt(3) == 0);
    }

    private Fishing fishing() {
        Set<Kind> after = EnumSet.of(random.nextInt(3) == 0 ? Kind.TARGET : Kind.STOP);
        for (Kind kind : Kind.values()) if (random.nextInt(4) == 0) after.add(kind);
        int bars = random.nextInt(3) == 0 ? 0 : random.nextInt(1, 15);
        return new Fishing(random.nextInt(1, 9), apart(), bars, Set.copyOf(after));
    }

    private Pyramid pyramid() {
        Distance apart = random.nextInt(3) == 0 ? new Distance.None() : apart();
        boolean onSignal = apart instanceof Distance.None || random.nextInt(4) == 0;
        Size size = random.nextBoolean() ? units() : new Size.EquityPercent(percent("50", "33.3333", "10", "1"));
        return new Pyramid(random.nextInt(1, 5), apart, size, onSignal);
    }

    private Distance apart() {
        return switch (random.nextInt(3)) {
            case 0 -> new Distance.Percent(percent("0.01", "0.4", "0.5", "1", "2"));
            case 1 -> new Distance.Percent(new BigDecimal(random.nextInt(1, 30_000)).movePointLeft(4));
            default -> new Distance.Atr(random.nextInt(1, 15), new BigDecimal(random.nextInt(1, 20)).movePointLeft(1));
        };
    }

    private Rules script() {
        int rarity = random.nextInt(2, 9);
        Map<Integer, List<Action>> actions = new HashMap<>();
        for (int i = 0; i < market.bars().size(); i++) {
            if (random.nextInt(rarity) == 0) actions.put(i, atOneClose());
        }
        return new Rules.Script(Map.copyOf(actions), cooldown());
    }

    private List<Action> atOneClose() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> List.of(new Action.Exit());
            case 2 -> List.of(new Action.Exit(), entry());
            default -> List.of(entry());
        };
    }

    private Action entry() {
        Protection protection = protection(false);
        return new Action.Enter(random.nextBoolean() ? Side.BUY : Side.SELL, size(protection), protection);
    }

    private Rules.Idea idea() {
        Protection protection = protection(true);
        int from = random.nextInt(4) == 0 ? random.nextInt(market.bars().size()) : 0;
        Direction direction =
                List.of(Direction.LONG, Direction.SHORT, Direction.BOTH).get(random.nextInt(3));
        return new Rules.Idea(signal(), direction, size(protection), protection, cooldown(), from);
    }

    private Signal signal() {
        int fast = random.nextInt(1, 10);
        return switch (random.nextInt(4)) {
            case 0 -> {
                BigDecimal low = new BigDecimal(random.nextDouble() * 40 + 10).setScale(3, RoundingMode.DOWN);
                yield new Signal.RsiBand(random.nextInt(2, 15), low, new BigDecimal(100).subtract(low));
            }
            case 1 -> new Signal.Breakout(random.nextInt(1, 15));
            default -> new Signal.SmaCross(fast, fast + random.nextInt(1, 25));
        };
    }

    private Protection protection(boolean indicators) {
        return new Protection(
                distance(indicators),
                distance(indicators),
                random.nextInt(3) == 0 ? distance(indicators) : new Distance.None(),
                random.nextInt(4) == 0 ? random.nextInt(1, 12) : 0);
    }

    private Distance distance(boolean indicators) {
        return switch (random.nextInt(indicators ? 5 : 4)) {
            case 0 -> new Distance.None();
            case 1 -> new Distance.Percent(percent("0.01", "0.5", "0.6", "1", "1.25", "2", "5", "20", "50"));
            case 2, 3 -> new Distance.Percent(new BigDecimal(random.nextInt(1, 80_000)).movePointLeft(4));
            default -> new Distance.Atr(random.nextInt(1, 15), new BigDecimal(random.nextInt(1, 40)).movePointLeft(1));
        };
    }

    private Size size(Protection protection) {
        boolean stopped = !(protection.stop() instanceof Distance.None);
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Size.EquityPercent(new BigDecimal(100));
            case 2 -> new Size.EquityPercent(percent("99.99", "50", "33.3333", "10", "1", "0.0001"));
            case 3 -> units();
            default -> stopped ? new Size.RiskPercent(percent("0.5", "1", "2", "10", "0.0001")) : units();
        };
    }

    /** From next to nothing to somewhat more than the cash can buy. */
    private Size units() {
        BigDecimal most = cash.divide(market.bars().getFirst().close(), MathContext.DECIMAL64);
        double share = random.nextInt(4) == 0 ? 1.5 : 0.3;
        return new Size.Units(
                most.multiply(new BigDecimal(random.nextDouble() * share), new MathContext(6, RoundingMode.HALF_UP)));
    }

    private BigDecimal percent(String... choices) {
        return new BigDecimal(choices[random.nextInt(choices.length)]);
    }

    private Cooldown cooldown() {
        if (random.nextInt(3) > 0) return Cooldown.NONE;
        Set<Kind> after = EnumSet.of(Kind.STOP);
        for (Kind kind : Kind.values()) if (random.nextInt(4) == 0) after.add(kind);
        return new Cooldown(random.nextInt(1, 10), Set.copyOf(after));
    }
}
