package io.fulmar.proof.benchmark;

import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Series;
import io.fulmar.strategy.Strategy;

/** An EMA cross with a stop and a target. */
public final class EmaBracket extends Strategy<Averages> {
    private final Series fast = ema(p.fast());
    private final Series slow = ema(p.slow());

    @Override
    public void onBar(Bar bar) {
        if (flat() && fast.crossesAbove(slow)) {
            buy(units(1)).stop(percent(0.6)).target(percent(1.2));
        } else if (holding() && fast.below(slow)) {
            exit("fast below slow");
        }
    }
}
