package io.fulmar.proof.benchmark;

import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Series;
import io.fulmar.strategy.Strategy;

/** {@link CrossPlan} as code. */
public final class CrossCode extends Strategy<CrossPlan.P> {
    private final Series fast = sma(p.fast());
    private final Series slow = sma(p.slow());

    @Override
    public void onBar(Bar bar) {
        if (flat() && fast.crossesAbove(slow)) {
            buy(equityPercent(100)).stop(percent(p.stop())).target(percent(p.target()));
        } else if (holding() && fast.crossesBelow(slow)) {
            exit("fast below slow");
        }
    }
}
