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
public record Plan(List<Rule> rules, Cooldown cooldown) {
    public Plan {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException(
                    "the plan has no entry: begin it with when(...).buy(...) or when(...).sell(...)");
        }
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

    /** A condition waiting to be told what to do. */
    public static final class When {
        private final List<Rule> before;
        private final Cooldown cooldown;
        private final Condition condition;

        private When(List<Rule> before, Cooldown cooldown, Condition condition) {
            if (condition.asksForAge()) {
                throw new IllegalArgumentException(
                        "barsInTrade() in an entry: there is no position yet; say it in exitWhen(...), or use exitAfter(bars)");
            }
            this.before = before;
            this.cooldown = cooldown;
            this.condition = condition;
        }

        public Plan buy(Size size) {
            return enter(Side.BUY, size);
        }

        public Plan sell(Size size) {
            return enter(Side.SELL, size);
        }

        private Plan enter(Side side, Size size) {
            List<Rule> rules = new ArrayList<>(before);
            rules.add(new Rule(condition, side, size, Protection.NONE, Optional.empty(), 0));
            return new Plan(rules, cooldown);
        }
    }

    static When when(Condition condition) {
        return new When(List.of(), Cooldown.NONE, condition);
    }

    /** Another way into the market, tried where those before it do not hold. */
    public When orWhen(Condition condition) {
        return new When(rules, cooldown, condition);
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
        return new Plan(rules, new Cooldown(rest, EnumSet.allOf(Cause.class)));
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
        return new Plan(rules, new Cooldown(cooldown.rest, EnumSet.of(first, more)));
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
        return new Plan(changed, cooldown);
    }
}
