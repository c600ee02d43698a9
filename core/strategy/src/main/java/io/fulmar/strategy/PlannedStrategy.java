package io.fulmar.strategy;

import java.time.Duration;

/**
 * A strategy as a plan: entries and exits declared as expressions. A plan is data: the desk interprets it bar by bar, a sweep compiles
 * the very same plan.
 *
 * @param <P> the record of its parameters
 */
public abstract non-sealed class PlannedStrategy<P extends Record> extends Author<P, Value> {
    public abstract Plan plan();

    /** Begins an entry rule. */
    protected static Plan.When when(Condition condition) {
        return Plan.when(condition);
    }

    /** How long the position has been held, for exits: {@code barsInTrade().atLeast(240)}. */
    protected static BarsInTrade barsInTrade() {
        return new BarsInTrade();
    }

    protected static Plan.Rest bars(int bars) {
        return new Plan.Rest.Bars(bars);
    }

    protected static Plan.Rest hours(int hours) {
        return new Plan.Rest.Time(Duration.ofHours(hours).toNanos());
    }

    protected static Plan.Rest minutes(int minutes) {
        return new Plan.Rest.Time(Duration.ofMinutes(minutes).toNanos());
    }

    /** A number in an expression. */
    protected static Value number(double number) {
        return new Value.Constant(number);
    }

    @Override
    final Value line(Value value) {
        return value;
    }

    @Override
    final Value value(Value line) {
        return line;
    }

    /** The age of the position, which is no column: only a condition of exits. */
    public static final class BarsInTrade {
        private BarsInTrade() {}

        public Condition atLeast(int bars) {
            return new Condition.HeldFor(bars);
        }
    }
}
