package io.fulmar.strategy;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Distance;
import java.time.Duration;
import java.util.EnumSet;

/**
 * Limits in a row, like the rungs of a ladder, for re-entering after an exit: {@code rungs(3).apart(percent(0.4)).within(hours(6))}. The
 * first lies one distance from the exit's price on the far side (below it for a long position), the second two, and so on.
 *
 * @param within how long they wait; no time at all means until they are withdrawn
 */
public record Rungs(int count, Plan.Reach apart, Plan.Rest within) {
    public static final int COUNT_MAX = 8;

    public Rungs {
        if (count < 1 || count > COUNT_MAX) {
            throw new IllegalArgumentException("rungs(" + count + "): 1 to " + COUNT_MAX);
        }
    }

    static Rungs of(int count) {
        return new Rungs(count, Plan.Reach.NONE, new Plan.Rest.Bars(0));
    }

    public Rungs apart(Distance distance) {
        return new Rungs(count, new Plan.Reach.Fixed(distance), within);
    }

    /** In a plan: so many times a value of the bar of the exit, such as {@code atr(14).times(0.5)}. */
    public Rungs apart(Value distance) {
        return new Rungs(count, Plan.Reach.of(distance), within);
    }

    /** Withdrawn by the venue that long after the close of the exit's bar. */
    public Rungs within(Duration time) {
        return within(new Plan.Rest.Time(time.toNanos()));
    }

    public Rungs within(Plan.Rest time) {
        return new Rungs(count, apart, time);
    }

    /** In a plan: the exits they follow, such as {@code after(STOP)}. */
    public Plan.Fishing after(Cause first, Cause... more) {
        return new Plan.Fishing(this, EnumSet.of(first, more));
    }

    void requireApart() {
        if (apart.equals(Plan.Reach.NONE)) {
            throw new IllegalArgumentException(
                    "rungs(" + count + ") need a distance: rungs(" + count + ").apart(percent(0.4))");
        }
    }
}
