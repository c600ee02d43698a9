package io.fulmar.research.sweep;

import io.fulmar.strategy.Plan;
import io.fulmar.strategy.PlannedStrategy;

/** A plan handed over as it is. */
public final class Drawn extends PlannedStrategy<Drawn.P> {
    public record P(Held held) {}

    /** Keeps a plan out of the journal's list of parameters. */
    public static final class Held {
        final Plan plan;

        Held(Plan plan) {
            this.plan = plan;
        }

        @Override
        public String toString() {
            return "plan";
        }
    }

    static P of(Plan plan) {
        return new P(new Held(plan));
    }

    @Override
    public Plan plan() {
        return p.held().plan;
    }
}
