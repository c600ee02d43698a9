package io.fulmar.proof.benchmark;

import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Series;
import io.fulmar.strategy.Strategy;

/** Buys weakness with a stop and leaves on strength. */
public final class RsiReversal extends Strategy<Averages> {
    private static final double WEAK = 30;
    private static final double STRONG = 55;

    private final Series rsi = rsi(p.fast());

    @Override
    public void onBar(Bar bar) {
        if (flat() && rsi.crossesBelow(WEAK)) {
            buy(units(1)).stop(percent(2));
        } else if (holding() && rsi.above(STRONG)) {
            exit("strong again");
        }
    }
}
