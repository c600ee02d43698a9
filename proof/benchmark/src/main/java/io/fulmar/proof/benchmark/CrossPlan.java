package io.fulmar.proof.benchmark;

import io.fulmar.strategy.Plan;
import io.fulmar.strategy.PlannedStrategy;

/** The plan of the sweeps: long while the fast average is above the slow one, with a stop and a target where they are not 0. */
public final class CrossPlan extends PlannedStrategy<CrossPlan.P> {
    /** The parameters. */
    public record P(int fast, int slow, double stop, double target) {}

    @Override
    public Plan plan() {
        var fast = sma(p.fast());
        var slow = sma(p.slow());
        return when(fast.crossesAbove(slow))
                .buy(equityPercent(100))
                .stop(percent(p.stop()))
                .target(percent(p.target()))
                .exitWhen(fast.crossesBelow(slow));
    }
}
