package io.fulmar.strategy;

import io.fulmar.market.Session;

/** What is true or false at a bar's close. A comparison with a missing value is false. */
public sealed interface Condition {
    record Compare(Relation relation, Value left, Value right) implements Condition {}

    /** Upward: was at or below, is above. Downward: was at or above, is below. */
    record Cross(boolean upward, Value left, Value right) implements Condition {}

    record And(Condition left, Condition right) implements Condition {}

    record Or(Condition left, Condition right) implements Condition {}

    record Not(Condition of) implements Condition {}

    /** The position is that many bars old, the entry bar counting as one. For exits only. */
    record HeldFor(int bars) implements Condition {}

    /** It held at this bar or one of the last so many, this one counted. */
    record Within(Condition of, int bars) implements Condition {
        public Within {
            if (bars < 1) {
                throw new IllegalArgumentException("within(" + bars + "): at least one bar");
            }
            of.refuseAge("within(...)");
        }
    }

    /** The bar lies inside the session as a whole. */
    record During(Session session) implements Condition {}

    enum Relation {
        ABOVE,
        BELOW,
        AT_LEAST,
        AT_MOST
    }

    default Condition and(Condition other) {
        return new And(this, other);
    }

    default Condition or(Condition other) {
        return new Or(this, other);
    }

    default Condition not() {
        return new Not(this);
    }

    /** Held at this bar or at one of the {@code bars - 1} before it. */
    default Condition within(int bars) {
        return new Within(this, bars);
    }

    /** And the bar lies inside that session: {@code "NSE 09:15-15:20"}. */
    default Condition during(String session) {
        return during(Session.parse(session));
    }

    /** And the bar lies inside that session, such as one with more holidays. */
    default Condition during(Session session) {
        return and(new During(session));
    }

    /** Whether the age of a position is part of it. */
    default boolean asksForAge() {
        return switch (this) {
            case Compare ignored -> false;
            case Cross ignored -> false;
            case And(Condition left, Condition right) -> left.asksForAge() || right.asksForAge();
            case Or(Condition left, Condition right) -> left.asksForAge() || right.asksForAge();
            case Not(Condition of) -> of.asksForAge();
            case HeldFor ignored -> true;
            case Within ignored -> false;
            case During ignored -> false;
        };
    }

    /** Throws if it does, for what is read over all bars. */
    default void refuseAge(String where) {
        if (asksForAge()) {
            throw new IllegalArgumentException("barsInTrade() inside " + where
                    + ": what looks back over bars is about the market, not the position");
        }
    }
}
