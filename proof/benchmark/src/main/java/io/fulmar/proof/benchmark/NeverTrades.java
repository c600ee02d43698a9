package io.fulmar.proof.benchmark;

import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Series;
import io.fulmar.strategy.Strategy;

/** Looks at everything that {@link SmaCross} looks at and never asks for anything. */
public final class NeverTrades extends Strategy<Averages> {
    private final Series fast = sma(p.fast());
    private final Series slow = sma(p.slow());
    private int crosses;

    @Override
    public void onBar(Bar bar) {
        if (fast.crossesAbove(slow)) {
            crosses++;
        } else if (fast.crossesBelow(slow)) {
            crosses--;
        }
        if (crosses > 1) {
            exit("two crosses the same way: cannot be");
        }
    }
}
