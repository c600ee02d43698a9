package io.fulmar.research.backtest;

import io.fulmar.domain.Distance;
import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Entry;
import io.fulmar.strategy.Series;
import io.fulmar.strategy.Strategy;
import java.util.List;
import java.util.Optional;

/** The checks' rules as strategies a user could have written. */
final class DeskStrategies {
    private DeskStrategies() {}

    /** Rules are long: the run's journal gets a word for them. */
    public record P(Held held) {
        Engine.Rules rules() {
            return held.rules;
        }
    }

    /** Hides its rules from {@code toString}. */
    public static final class Held {
        private final Engine.Rules rules;

        Held(Engine.Rules rules) {
            this.rules = rules;
        }

        @Override
        public String toString() {
            return "rules";
        }
    }

    abstract static class Ruled extends Strategy<P> {
        private final Optional<Series> range(Engine.Distance distance) {
            return distance instanceof Engine.Distance.Atr(int period, var ignored)
                    ? Optional.of(atr(period))
                    : Optional.empty();
        }

        final Optional<Series> stopRange;
        final Optional<Series> targetRange;
        final Optional<Series> trailRange;
        int timeBars;

        Ruled() {
            Engine.Protection protection =
                    p.rules() instanceof Engine.Rules.Idea idea ? idea.protection() : Engine.Protection.NONE;
            stopRange = range(protection.stop());
            targetRange = range(protection.target());
            trailRange = range(protection.trail());
        }

        final boolean cooled() {
            for (Engine.Kind kind : p.rules().cooldown().after()) {
                if (!rested(p.rules().cooldown().bars(), DeskEngine.cause(kind))) {
                    return false;
                }
            }
            return true;
        }

        final void enter(Engine.Side side, Engine.Size size, Engine.Protection protection) {
            Entry entry = side == Engine.Side.BUY ? buy(size(size)) : sell(size(size));
            entry.stop(distance(protection.stop(), stopRange))
                    .target(distance(protection.target(), targetRange))
                    .trail(distance(protection.trail(), trailRange));
        }

        private static io.fulmar.domain.Size size(Engine.Size size) {
            return switch (size) {
                case Engine.Size.EquityPercent(var percent) -> equityPercent(percent.doubleValue());
                case Engine.Size.RiskPercent(var percent) -> riskPercent(percent.doubleValue());
                case Engine.Size.Units(var units) -> units(units.doubleValue());
            };
        }

        private static Distance distance(Engine.Distance distance, Optional<Series> range) {
            return switch (distance) {
                case Engine.Distance.None ignored -> Distance.NONE;
                case Engine.Distance.Percent(var percent) -> percent(percent.doubleValue());
                case Engine.Distance.Atr(int ignored, var times) ->
                    range.orElseThrow().times(times.doubleValue());
            };
        }
    }

    /** Actions by bar. */
    public static final class Script extends Ruled {
        private int bar;
        private int timeExit;

        @Override
        public void onBar(Bar now) {
            Engine.Rules.Script script = (Engine.Rules.Script) p.rules();
            List<Engine.Action> actions = script.actions().getOrDefault(bar, List.of());
            boolean asked = actions.contains(new Engine.Action.Exit());
            boolean due = timeExit > 0 && barsInTrade() >= timeExit;
            boolean leaves = holding() && (asked || due);
            if (leaves && asked) {
                exit("script");
            } else if (leaves) {
                exitOnTime("script");
            }
            for (Engine.Action action : actions) {
                if (action instanceof Engine.Action.Enter(var side, var size, var protection) && cooled()) {
                    enter(side, size, protection);
                    if (flat() || leaves) {
                        timeExit = protection.timeBars();
                    }
                }
            }
            bar++;
        }
    }

    /** A signal and what to do with it. */
    public static final class Idea extends Ruled {
        private final Engine.Rules.Idea idea = (Engine.Rules.Idea) p.rules();
        private final Series one;
        private final Series other;

        public Idea() {
            switch (idea.signal()) {
                case Engine.Signal.Told ignored -> {
                    one = volume();
                    other = one;
                }
                case Engine.Signal.SmaCross(int fast, int slow) -> {
                    one = sma(fast);
                    other = sma(slow);
                }
                case Engine.Signal.RsiBand(int period, var ignored, var ignoredToo) -> {
                    one = rsi(period);
                    other = one;
                }
                case Engine.Signal.Breakout(int period) -> {
                    one = highest(high(), period).previous();
                    other = lowest(low(), period).previous();
                    close();
                }
            }
        }

        private final Series close = close();

        private boolean up() {
            return switch (idea.signal()) {
                case Engine.Signal.Told ignored -> one.now() == 2;
                case Engine.Signal.SmaCross ignored -> one.crossesAbove(other);
                case Engine.Signal.RsiBand band -> one.now() < band.low().doubleValue();
                case Engine.Signal.Breakout ignored -> close.crossesAbove(one);
            };
        }

        private boolean down() {
            return switch (idea.signal()) {
                case Engine.Signal.Told ignored -> one.now() == 3;
                case Engine.Signal.SmaCross ignored -> one.crossesBelow(other);
                case Engine.Signal.RsiBand band -> one.now() > band.high().doubleValue();
                case Engine.Signal.Breakout ignored -> close.crossesBelow(other);
            };
        }

        @Override
        public void onBar(Bar now) {
            if (holding()) {
                if (isLong() ? down() : up()) {
                    exit("the signal turned");
                } else if (idea.protection().timeBars() > 0
                        && barsInTrade() >= idea.protection().timeBars()) {
                    exitOnTime("held long enough");
                }
            } else if (flat() && cooled()) {
                if (idea.direction() != Engine.Direction.SHORT && up()) {
                    enter(Engine.Side.BUY, idea.size(), idea.protection());
                } else if (idea.direction() != Engine.Direction.LONG && down()) {
                    enter(Engine.Side.SELL, idea.size(), idea.protection());
                }
            }
        }
    }
}
