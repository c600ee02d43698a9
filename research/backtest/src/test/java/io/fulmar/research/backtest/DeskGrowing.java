package io.fulmar.research.backtest;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Distance;
import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Condition;
import io.fulmar.strategy.Entry;
import io.fulmar.strategy.Plan;
import io.fulmar.strategy.PlannedStrategy;
import io.fulmar.strategy.Rungs;
import io.fulmar.strategy.Series;
import io.fulmar.strategy.Strategy;
import io.fulmar.strategy.Value;
import java.util.List;
import java.util.Optional;

/** The checks' ideas with positions that grow, once in code and once as a plan. */
final class DeskGrowing {
    private DeskGrowing() {}

    private static Engine.Rules.Growing rules(DeskStrategies.P parameters) {
        return (Engine.Rules.Growing) parameters.rules();
    }

    /** As somebody would write it by hand. */
    public static final class Coded extends Strategy<DeskStrategies.P> {
        private final Engine.Rules.Growing growing = rules(p);
        private final Engine.Rules.Idea idea = growing.idea();
        private final Series close = close();
        private final Series one;
        private final Series other;
        private final Optional<Series> stop = range(idea.protection().stop());
        private final Optional<Series> target = range(idea.protection().target());
        private final Optional<Series> trail = range(idea.protection().trail());
        private final Optional<Series> rungRange = growing.fishing().flatMap(fishing -> range(fishing.apart()));
        private final Optional<Series> addRange = growing.pyramid().flatMap(pyramid -> range(pyramid.apart()));
        private boolean fished;

        public Coded() {
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
                }
            }
        }

        private Optional<Series> range(Engine.Distance distance) {
            return distance instanceof Engine.Distance.Atr(int period, var ignored)
                    ? Optional.of(atr(period))
                    : Optional.empty();
        }

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

        private boolean cooled() {
            return idea.cooldown().after().stream()
                    .allMatch(kind -> rested(idea.cooldown().bars(), DeskEngine.cause(kind)));
        }

        private boolean lastWasLong = true;

        @Override
        public void onBar(Bar now) {
            boolean up = up();
            boolean down = down();
            boolean buys = up && idea.direction() != Engine.Direction.SHORT && cooled();
            boolean sells = down && idea.direction() != Engine.Direction.LONG && cooled();
            if (holding()) {
                lastWasLong = isLong();
                hold(isLong() ? down : up, isLong() ? sells : buys, isLong() ? up : down);
            } else if (buys || sells) {
                withdraw("a new signal");
                lastWasLong = buys;
                fished = false;
                protect(buys ? buy(size(idea.size())) : sell(size(idea.size())));
            } else if (lastWasLong ? down : up) {
                withdraw("the signal turned");
            } else if (growing.fishing().isPresent() && !waiting() && !fished) {
                fish(growing.fishing().get());
            }
        }

        private void hold(boolean against, boolean turns, boolean again) {
            int time = idea.protection().timeBars();
            if (growing.reverse() && turns) {
                withdraw("turning");
                lastWasLong = isShort();
                fished = false;
                protect(reverse(size(idea.size())));
            } else if (against) {
                exit("the signal turned");
            } else if (time > 0 && barsInTrade() >= time) {
                exitOnTime("held long enough");
            } else if (growing.pyramid().isPresent() && !waiting()) {
                Engine.Pyramid pyramid = growing.pyramid().get();
                Distance apart = distance(pyramid.apart(), addRange);
                boolean far = !apart.present() || ahead(apart);
                if (adds() < pyramid.adds() && far && (again || !pyramid.onSignal())) {
                    add(size(pyramid.size()));
                }
            }
        }

        private void fish(Engine.Fishing fishing) {
            if (fishing.after().stream().anyMatch(kind -> justLeft(DeskEngine.cause(kind)))) {
                Rungs rungs = rungs(fishing.rungs()).apart(distance(fishing.apart(), rungRange));
                fished = true;
                protect(fish(size(idea.size()), fishing.bars() == 0 ? rungs : rungs.within(bars(fishing.bars()))));
            }
        }

        private void protect(Entry entry) {
            entry.stop(distance(idea.protection().stop(), stop))
                    .target(distance(idea.protection().target(), target))
                    .trail(distance(idea.protection().trail(), trail));
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

    /** The same as data. */
    public static final class Planned extends PlannedStrategy<DeskStrategies.P> {
        @Override
        public Plan plan() {
            Engine.Rules.Growing growing = rules(p);
            Engine.Rules.Idea idea = growing.idea();
            List<Condition> way = way(idea.signal());
            Condition up = way.get(0);
            Condition down = way.get(1);
            io.fulmar.domain.Size size = Coded.size(idea.size());
            Plan plan = switch (idea.direction()) {
                case LONG -> protect(when(up).buy(size), idea.protection(), down);
                case SHORT -> protect(when(down).sell(size), idea.protection(), up);
                case BOTH ->
                    protect(
                            protect(when(up).buy(size), idea.protection(), down)
                                    .orWhen(down)
                                    .sell(size),
                            idea.protection(),
                            up);
            };
            if (!idea.cooldown().after().isEmpty()) {
                List<Cause> causes =
                        idea.cooldown().after().stream().map(DeskEngine::cause).toList();
                plan = plan.cooldown(bars(idea.cooldown().bars()))
                        .after(causes.get(0), causes.subList(1, causes.size()).toArray(Cause[]::new));
            }
            if (growing.fishing().isPresent()) {
                plan = plan.fish(fishing(growing.fishing().get()));
            }
            if (growing.pyramid().isPresent()) {
                plan = plan.pyramid(pyramid(growing.pyramid().get(), up.or(down)));
            }
            return growing.reverse() ? plan.reverse() : plan;
        }

        private List<Condition> way(Engine.Signal signal) {
            return switch (signal) {
                case Engine.Signal.Told ignored ->
                    List.of(volume().above(1.5).and(volume().below(2.5)), volume().above(2.5));
                case Engine.Signal.SmaCross(int fast, int slow) ->
                    List.of(sma(fast).crossesAbove(sma(slow)), sma(fast).crossesBelow(sma(slow)));
                case Engine.Signal.RsiBand(int period, var low, var high) ->
                    List.of(rsi(period).below(low.doubleValue()), rsi(period).above(high.doubleValue()));
                case Engine.Signal.Breakout(int period) ->
                    List.of(
                            close().crossesAbove(highest(high(), period).previous()),
                            close().crossesBelow(lowest(low(), period).previous()));
            };
        }

        private Plan protect(Plan plan, Engine.Protection protection, Condition exit) {
            Plan with = plan.exitWhen(exit);
            with = protection.timeBars() > 0 ? with.exitAfter(protection.timeBars()) : with;
            with = protection.stop() instanceof Engine.Distance.Atr atr
                    ? with.stop(range(atr))
                    : with.stop(fixed(protection.stop()));
            with = protection.target() instanceof Engine.Distance.Atr atr
                    ? with.target(range(atr))
                    : with.target(fixed(protection.target()));
            return protection.trail() instanceof Engine.Distance.Atr atr
                    ? with.trail(range(atr))
                    : with.trail(fixed(protection.trail()));
        }

        private Value range(Engine.Distance.Atr atr) {
            return atr(atr.period()).times(atr.times().doubleValue());
        }

        private static Distance fixed(Engine.Distance distance) {
            return Coded.distance(distance, Optional.empty());
        }

        private Plan.Fishing fishing(Engine.Fishing fishing) {
            Rungs rungs = rungs(fishing.rungs());
            rungs = fishing.apart() instanceof Engine.Distance.Atr atr
                    ? rungs.apart(range(atr))
                    : rungs.apart(fixed(fishing.apart()));
            rungs = fishing.bars() == 0 ? rungs : rungs.within(bars(fishing.bars()));
            List<Cause> causes = fishing.after().stream().map(DeskEngine::cause).toList();
            return rungs.after(causes.get(0), causes.subList(1, causes.size()).toArray(Cause[]::new));
        }

        private Plan.Pyramid pyramid(Engine.Pyramid pyramid, Condition again) {
            Plan.Pyramid adds = adds(pyramid.adds()).sized(Coded.size(pyramid.size()));
            adds = pyramid.onSignal() ? adds.when(again) : adds;
            return pyramid.apart() instanceof Engine.Distance.Atr atr
                    ? adds.apart(range(atr))
                    : adds.apart(fixed(pyramid.apart()));
        }
    }
}
