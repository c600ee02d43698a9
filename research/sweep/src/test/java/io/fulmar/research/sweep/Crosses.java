package io.fulmar.research.sweep;

import io.fulmar.strategy.Plan;
import io.fulmar.strategy.PlannedStrategy;

/** Long while the fast average is above the slow one. */
public final class Crosses extends PlannedStrategy<Crosses.P> {
    public record P(int fast, int slow) {}

    @Override
    public Plan plan() {
        var fast = sma(p.fast());
        var slow = sma(p.slow());
        return when(fast.crossesAbove(slow))
                .buy(equityPercent(100))
                .stop(percent(2))
                .exitWhen(fast.crossesBelow(slow));
    }
}
