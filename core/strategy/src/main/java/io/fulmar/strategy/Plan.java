package io.fulmar.strategy;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Distance;
import io.fulmar.domain.Side;
import io.fulmar.domain.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Entries and exits as data. Rules are tried in order and the first that holds enters; a position is left by the exits of the rule that
 * opened it. Every word returns a new plan; what follows an entry belongs to that entry.
 */
public record Plan(List<Rule> rules, Cooldown cooldown, Fishing fishing, Pyramid pyramid, boolean reversing) {
    public Plan {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException(
                    "the plan has no entry: begin it with when(...).buy(...) or when(...).sell(...)");
        }
        for (Rule rule : fishing.present() ? rules : List.<Rule>of()) {
            rule.size.part(
                    fishing.rungs.count()); // a size that cannot be divided is said here, not on the day it is needed
        }
    }

    /** Without re-entries, adds and turning round. */
    public Plan(List<Rule> rules, Cooldown cooldown) {
        this(rules, cooldown, Fishing.NONE, Pyramid.NONE, false);
    }

    /** One way into the market and what belongs to it. */
    public record Rule(
            Condition when, Side side, Size size, Protection protection, Optional<Condition> exit, int barsMax) {}

    /** How far from the fill price, fixed at entry. */
    public record Protection(Reach stop, Reach target, Reach trail) {
        public static final Protection NONE = new Protection(Reach.NONE, Reach.NONE, Reach.NONE);
    }

    /** A distance as the plan knows it: fixed, or so many times a value of the signal's bar. */
    public sealed interface Reach {
        Reach NONE = new Fixed(Distance.NONE);

        record Fixed(Distance distance) implements Reach {}

        record Times(Value value, double factor) implements Reach {}

        /** {@code atr(14).times(2)} keeps its factor apart, so that the range is computed in ticks, exactly. */
        static Reach of(Value value) {
            if (value instanceof Value.Arithmetic(Value.Operation operation, Value left, Value.Constant(double factor))
                    && operation == Value.Operation.TIMES) {
                return factor == 0 ? NONE : new Times(left, factor);
            }
            return new Times(value, 1);
        }
    }

    /** How long to stay out. */
    public sealed interface Rest {
        record Bars(int bars) implements Rest {
            public Bars {
                if (bars < 0) {
                    throw new IllegalArgumentException("a cooldown of " + bars + " bars");
                }
            }
        }

        record Time(long nanos) implements Rest {
            public Time {
                if (nanos < 0) {
                    throw new IllegalArgumentException("a cooldown of " + nanos + " ns");
                }
            }
        }
    }

    /** After a position ended by one of these causes no entry is read for that long. */
    public record Cooldown(Rest rest, Set<Cause> after) {
        public static final Cooldown NONE = new Cooldown(new Rest.Bars(0), Set.of());

        public Cooldown {
            after = Set.copyOf(after);
        }
    }

    /**
     * After a position ended by one of these causes limits wait to enter the same way again, each for an equal part of the entry's size. A
     * position that came about so is not fished for again.
     */
    public record Fishing(Rungs rungs, Set<Cause> after) {
        public static final Fishing NONE = new Fishing(Rungs.of(1), Set.of());

        public Fishing {
            after = Set.copyOf(after);
            if (!after.isEmpty()) {
                rungs.requireApart();
            }
        }

        public boolean present() {
            return !after.isEmpty();
        }
    }

    /**
     * Up to so many entries more into a position that does well: at a close at which the condition holds and which lies at least that far
     * beyond the last entry, in the position's favour. Without a size of its own an add has the size of its entry.
     */
    public record Pyramid(int addsMax, Optional<Condition> when, Reach apart, Optional<Size> size) {
        public static final Pyramid NONE = new Pyramid(0, Optional.empty(), Reach.NONE, Optional.empty());

        /** Only at closes at which this holds. */
        public Pyramid when(Condition condition) {
            return new Pyramid(addsMax, Optional.of(condition), apart, size);
        }

        /** Only that far beyond the last entry. */
        public Pyramid apart(Distance distance) {
            return new Pyramid(addsMax, when, new Reach.Fixed(distance), size);
        }

        /** Only so many times a value of the bar at hand beyond the last entry, such as {@code atr(14).times(0.5)}. */
        public Pyramid apart(Value distance) {
            return new Pyramid(addsMax, when, Reach.of(distance), size);
        }

        /** Each add has this size, decided when it is asked for. */
        public Pyramid sized(Size each) {
            return new Pyramid(addsMax, when, apart, Optional.of(each));
        }

        public boolean present() {
            return addsMax > 0;
        }
    }

    /** A condition waiting to be told what to do. */
    public static final class When {
        private final Optional<Plan> before;
        private final Condition condition;

        private When(Optional<Plan> before, Condition condition) {
            if (condition.asksForAge()) {
                throw new IllegalArgumentException(
                        "barsInTrade() in an entry: there is no position yet; say it in exitWhen(...), or use exitAfter(bars)");
            }
            this.before = before;
            this.condition = condition;
        }

        public Plan buy(Size size) {
            return enter(Side.BUY, size);
        }

        public Plan sell(Size size) {
            return enter(Side.SELL, size);
        }

        private Plan enter(Side side, Size size) {
            Rule rule = new Rule(condition, side, size, Protection.NONE, Optional.empty(), 0);
            if (before.isEmpty()) {
                return new Plan(List.of(rule), Cooldown.NONE);
            }
            List<Rule> rules = new ArrayList<>(before.get().rules);
            rules.add(rule);
            return before.get().withRules(rules);
        }
    }

    static When when(Condition condition) {
        return new When(Optional.empty(), condition);
    }

    /** Another way into the market, tried where those before it do not hold. */
    public When orWhen(Condition condition) {
        return new When(Optional.of(this), condition);
    }

    public Plan stop(Distance distance) {
        return stop(new Reach.Fixed(distance));
    }

    public Plan stop(Value distance) {
        return stop(Reach.of(distance));
    }

    private Plan stop(Reach reach) {
        Rule rule = last();
        return protect(new Protection(reach, rule.protection.target, rule.protection.trail));
    }

    public Plan target(Distance distance) {
        return target(new Reach.Fixed(distance));
    }

    public Plan target(Value distance) {
        return target(Reach.of(distance));
    }

    private Plan target(Reach reach) {
        Rule rule = last();
        return protect(new Protection(rule.protection.stop, reach, rule.protection.trail));
    }

    public Plan trail(Distance distance) {
        return trail(new Reach.Fixed(distance));
    }

    public Plan trail(Value distance) {
        return trail(Reach.of(distance));
    }

    private Plan trail(Reach reach) {
        Rule rule = last();
        return protect(new Protection(rule.protection.stop, rule.protection.target, reach));
    }

    public Plan exitWhen(Condition condition) {
        Rule rule = last();
        Condition either = rule.exit.map(before -> before.or(condition)).orElse(condition);
        return replaceLast(
                new Rule(rule.when, rule.side, rule.size, rule.protection, Optional.of(either), rule.barsMax));
    }

    /** Leaves at the open after the position has seen that many closes. */
    public Plan exitAfter(int bars) {
        if (bars < 1) {
            throw new IllegalArgumentException("exitAfter(" + bars + "): at least one bar");
        }
        Rule rule = last();
        return replaceLast(new Rule(rule.when, rule.side, rule.size, rule.protection, rule.exit, bars));
    }

    /** Stay out for that long after every exit; {@link #after} narrows it. */
    public Plan cooldown(Rest rest) {
        return new Plan(rules, new Cooldown(rest, EnumSet.allOf(Cause.class)), fishing, pyramid, reversing);
    }

    /** Stay out for that long, measured between closes. */
    public Plan cooldown(Duration rest) {
        return cooldown(new Rest.Time(rest.toNanos()));
    }

    /** The exits which the cooldown follows, such as {@code after(STOP)}. */
    public Plan after(Cause first, Cause... more) {
        if (cooldown.equals(Cooldown.NONE)) {
            throw new IllegalArgumentException("after(...) narrows a cooldown: say cooldown(...) before it");
        }
        return new Plan(rules, new Cooldown(cooldown.rest, EnumSet.of(first, more)), fishing, pyramid, reversing);
    }

    /** Wait with limits to enter again: {@code fish(rungs(3).apart(percent(0.4)).within(hours(6)).after(STOP))}. */
    public Plan fish(Fishing again) {
        return new Plan(rules, cooldown, again, pyramid, reversing);
    }

    /** Add to a position that does well: {@code pyramid(adds(3).apart(percent(1)))}. */
    public Plan pyramid(Pyramid adds) {
        if (adds.when.isEmpty() && adds.apart.equals(Reach.NONE)) {
            throw new IllegalArgumentException(
                    "pyramid(adds(" + adds.addsMax + ")) would add at every close: say .apart(...) or .when(...)");
        }
        return new Plan(rules, cooldown, fishing, adds, reversing);
    }

    /** Entries of the other side are read while a position is open too: they turn it round, at one open. */
    public Plan reverse() {
        return new Plan(rules, cooldown, fishing, pyramid, true);
    }

    private Plan withRules(List<Rule> changed) {
        return new Plan(changed, cooldown, fishing, pyramid, reversing);
    }

    private Rule last() {
        return rules.get(rules.size() - 1);
    }

    private Plan protect(Protection protection) {
        Rule rule = last();
        return replaceLast(new Rule(rule.when, rule.side, rule.size, protection, rule.exit, rule.barsMax));
    }

    private Plan replaceLast(Rule rule) {
        List<Rule> changed = new ArrayList<>(rules);
        changed.set(changed.size() - 1, rule);
        return withRules(changed);
    }
}
