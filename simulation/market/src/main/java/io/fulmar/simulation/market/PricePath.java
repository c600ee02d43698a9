package io.fulmar.simulation.market;

/**
 * The price as it moves inside bars, in steps: regimes drift, variance remembers the last moves (GARCH 1,1), jumps come between
 * bars. Bars are folded from the steps today, and order flow can follow the same steps.
 */
final class PricePath {
    static final int STEPS_PER_BAR = 8;

    private static final double HOURS_PER_YEAR = 365 * 24;
    private static final double GARCH_SHOCK = 0.08;
    private static final double GARCH_MEMORY = 0.90;

    /** A trend's drift of a day, a jump's and a weekend's deviation, each in standard deviations of a calm day. */
    private static final double TREND = 0.7;

    private static final double JUMP = 0.6;
    private static final double WEEKEND_GAP = 0.5;

    /** How fast a range pulls the price back: this part of the way an hour. */
    private static final double RANGE_PULL_HOURLY = 0.12;

    /** No single step may lose more, however wild the settings. */
    private static final double STEP_MAX = 0.2;

    private static final double DEVIATIONS_REMEMBERED_MAX = 6;

    private final Stream regimes;
    private final Stream moves;
    private final Stream jumps;
    private final double hours;
    private final double barDeviation;
    private final double dayDeviation;
    private final double jumpProbability;
    private final double priceMin;

    private Regime regime = Regime.RANGE;
    private double anchor;
    private double variance = 1;
    private double price;
    private double drift;
    private double stepDeviation;
    private double shock;

    PricePath(long seed, MarketModel model, double barHours) {
        regimes = new Stream(seed, "regimes");
        moves = new Stream(seed, "moves");
        jumps = new Stream(seed, "jumps");
        hours = barHours;
        barDeviation = model.volatilityYearly() * Math.sqrt(barHours / HOURS_PER_YEAR);
        dayDeviation = model.volatilityYearly() * Math.sqrt(24 / HOURS_PER_YEAR);
        jumpProbability = Math.min(0.5, model.jumpsPerDay() * barHours / 24);
        price = model.priceStart();
        anchor = price;
        priceMin = model.tick().doubleValue();
    }

    /** Settles what holds for the coming bar; the price may have jumped since the last one. */
    void beginBar(boolean afterWeekend) {
        if (regimes.happens(Math.min(0.5, hours / regime.hoursMean))) {
            regime = regime.next(regimes.uniform());
            anchor = price;
        }
        if (afterWeekend) {
            move(WEEKEND_GAP * dayDeviation * jumps.normal());
        }
        if (jumps.happens(jumpProbability)) {
            move(JUMP * dayDeviation * jumps.normal());
        }
        double pull = regime == Regime.RANGE ? Math.min(0.5, RANGE_PULL_HOURLY * hours) * (anchor / price - 1) : 0;
        drift = (pull + regime.direction * TREND * dayDeviation * hours / 24) / STEPS_PER_BAR;
        stepDeviation = barDeviation * regime.volatility * Math.sqrt(variance / STEPS_PER_BAR);
        shock = 0;
    }

    /** Moves one step; the new price. */
    double step() {
        double normal = moves.normal();
        shock += normal;
        move(drift + stepDeviation * normal);
        return price;
    }

    /** Lets the bar's move into the variance of the next; the size of the move in standard deviations, never negative. */
    double endBar() {
        double deviations = Math.min(DEVIATIONS_REMEMBERED_MAX, Math.abs(shock) / Math.sqrt(STEPS_PER_BAR));
        double moved = variance * deviations * deviations;
        double relative = deviations * Math.sqrt(variance) * regime.volatility;
        variance = (1 - GARCH_SHOCK - GARCH_MEMORY) + GARCH_SHOCK * moved + GARCH_MEMORY * variance;
        return relative;
    }

    double price() {
        return price;
    }

    private void move(double part) {
        price = Math.max(priceMin, price * (1 + Math.clamp(part, -STEP_MAX, STEP_MAX)));
    }
}
