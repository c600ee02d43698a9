package io.fulmar.simulation.market;

import java.util.EnumSet;
import java.util.List;

/** What the market is doing for hours or days, until it changes its mind. */
enum Regime {
    /** Swings around the price at which the regime began. */
    RANGE(1.0, 0, 36),
    RISING(1.0, 1, 24),
    FALLING(1.1, -1, 24),
    /** Wide moves without direction. */
    VOLATILE(2.2, 0, 8);

    /** Times the calm volatility. */
    final double volatility;

    /** Which way the price drifts. */
    final int direction;

    /** How long it lasts on average. */
    final double hoursMean;

    Regime(double volatility, int direction, double hoursMean) {
        this.volatility = volatility;
        this.direction = direction;
        this.hoursMean = hoursMean;
    }

    /** One of the other three, each as likely. */
    Regime next(double uniform) {
        var others = List.copyOf(EnumSet.complementOf(EnumSet.of(this)));
        return others.get((int) (uniform * others.size()));
    }
}
