package io.fulmar.simulation.market;

import io.fulmar.domain.Decimal;

/**
 * What kind of market to make.
 *
 * @param tick the step of prices
 * @param priceStart the first price, in the quote currency
 * @param volatilityYearly standard deviation of a year's return in a calm regime, 0.6 for 60 percent
 * @param jumpsPerDay expected number of sudden moves
 * @param volumePerDay expected volume of a day, in the base currency
 * @param weekends whether the market closes from Friday 22:00 to Sunday 22:00 UTC and reopens with a gap
 */
public record MarketModel(
        Decimal tick,
        double priceStart,
        double volatilityYearly,
        double jumpsPerDay,
        double volumePerDay,
        boolean weekends) {

    /** A large coin in a lively year: never closed, about 60 percent of volatility, a jump every other day. */
    public static final MarketModel CRYPTO = new MarketModel(Decimal.of(1, 2), 30_000, 0.6, 0.5, 20_000, false);

    /** The large coin where steps are wide, so that orders queue at the touch: for order flow. */
    public static final MarketModel QUEUED = new MarketModel(Decimal.of(5), 30_000, 0.6, 0.5, 20_000, false);

    /** A currency pair: closed at weekends, calm, few jumps. */
    public static final MarketModel FOREX = new MarketModel(Decimal.of(1, 5), 1.1, 0.08, 0.1, 1_000_000, true);

    public MarketModel {
        require("tick", tick.signum() > 0);
        require("priceStart", priceStart >= tick.doubleValue() && priceStart < 1e12);
        require("volatilityYearly", volatilityYearly >= 0 && volatilityYearly <= 10);
        require("jumpsPerDay", jumpsPerDay >= 0 && jumpsPerDay <= 1000);
        require("volumePerDay", volumePerDay > 0 && volumePerDay <= 1e15);
    }

    private static void require(String name, boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("the market model's " + name + " is out of range");
        }
    }
}
