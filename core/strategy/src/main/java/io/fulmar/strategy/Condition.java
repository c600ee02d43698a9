package io.fulmar.strategy;

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
}
