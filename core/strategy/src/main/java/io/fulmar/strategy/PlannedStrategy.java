package io.fulmar.strategy;

import io.fulmar.market.Session;
import java.util.Optional;

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

    /** At most so many entries more into a position: {@code adds(3).apart(percent(1))}. */
    protected static Plan.Pyramid adds(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("adds(" + most + "): at least one");
        }
        return new Plan.Pyramid(most, Optional.empty(), Plan.Reach.NONE, Optional.empty());
    }

    /** A number in an expression. */
    protected static Value number(double number) {
        return new Value.Constant(number);
    }

    /** Whether a bar lies inside that session as a whole: {@code during("NSE 09:15-15:20")}. */
    protected static Condition during(String session) {
        return during(Session.parse(session));
    }

    /** Whether a bar lies inside that session, such as one with more holidays. */
    protected static Condition during(Session session) {
        return new Condition.During(session);
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
