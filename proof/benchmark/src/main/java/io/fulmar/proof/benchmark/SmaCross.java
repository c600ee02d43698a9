package io.fulmar.proof.benchmark;

import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Series;
import io.fulmar.strategy.Strategy;

/** Long while the fast average is above the slow one. */
public final class SmaCross extends Strategy<Averages> {
    private final Series fast = sma(p.fast());
    private final Series slow = sma(p.slow());

    @Override
    public void onBar(Bar bar) {
        if (flat() && fast.crossesAbove(slow)) {
            buy(units(1));
        } else if (holding() && fast.crossesBelow(slow)) {
            exit("fast below slow");
        }
    }
}
