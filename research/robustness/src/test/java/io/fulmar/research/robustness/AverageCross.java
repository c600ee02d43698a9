package io.fulmar.research.robustness;

import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Series;
import io.fulmar.strategy.Strategy;

/** Long while the fast average is above the slow one. */
public final class AverageCross extends Strategy<AverageCross.P> {
    record P(int fast, int slow) {}

    private final Series fast = sma(p.fast());
    private final Series slow = sma(p.slow());

    @Override
    public void onBar(Bar bar) {
        if (flat() && fast.crossesAbove(slow)) buy(equityPercent(100));
        else if (holding() && fast.crossesBelow(slow)) exit("below");
    }
}
