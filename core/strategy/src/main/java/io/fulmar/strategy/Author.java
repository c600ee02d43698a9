package io.fulmar.strategy;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Distance;
import io.fulmar.domain.Size;
import io.fulmar.domain.SizeRules;
import java.time.Duration;

/** What every strategy's author has at hand: the parameters {@code p}, the indicators, sizes and distances. */
public abstract sealed class Author<P extends Record, S> extends Vocabulary<S> permits Strategy, PlannedStrategy {
    /** The parameters of this run; there before the fields are initialised. */
    protected final P p;

    final Seat seat;

    Author() {
        Setting setting = Setting.current(getClass());
        this.seat = setting.seat();
        @SuppressWarnings("unchecked") // Strategies bound exactly the record that this class declares
        P parameters = (P) setting.parameters();
        this.p = parameters;
    }

    /** A share of equity as the value of the position: {@code equityPercent(100)}. */
    protected static Size equityPercent(double percent) {
        return new Size.EquityShare(Percentages.ppm(percent));
    }

    /** So much of equity is lost if the stop fills at its level: {@code riskPercent(0.5)}. Needs a stop. */
    protected static Size riskPercent(double percent) {
        return new Size.RiskShare(Percentages.ppm(percent));
    }

    /**
     * As large as to move equity by that much: with a target of 10 % a year and a market that moves 40 % a year the position is worth a quarter
     * of equity. Both over the same time, in percent.
     */
    protected static Size volatilityTarget(double percent, double volatilityPercent) {
        return SizeRules.volatilityTarget(Percentages.ppm(percent), nearest(volatilityPercent));
    }

    /**
     * Kelly's share of equity for bets that win so often and then pay so many times what they lose, a part of it (0.5: half Kelly), capped: where
     * the bet is not worth taking, nothing. The figures are yours, and the past's are too good.
     */
    protected static Size kelly(double winPercent, double payoff, double part, double capPercent) {
        return SizeRules.kelly(
                nearest(winPercent), nearest(payoff * 100), nearest(part * 100), Percentages.ppm(capPercent));
    }

    /** A figure that was measured is cut to whole parts per million. */
    private static long nearest(double percent) {
        double ppm = percent * 10_000;
        if (!(Math.abs(ppm) < 1e15)) {
            throw new IllegalArgumentException("a size from " + percent + " percent: the figure is not usable");
        }
        return Math.round(ppm);
    }

    /** That many units of the base, such as 0.5 bitcoin. */
    protected static Size units(double quantity) {
        return new Size.Units(Decimal.of(quantity));
    }

    /** A distance from the fill price in percent; 0 is none. */
    protected static Distance percent(double percent) {
        return Distance.ppm(Percentages.ppm(percent));
    }

    /** A distance from the fill price in ticks. */
    protected static Distance ticks(long ticks) {
        return Distance.ticks(ticks);
    }

    /** So many limits in a row, for fishing: {@code rungs(3).apart(percent(0.4)).within(hours(6))}. */
    protected static Rungs rungs(int count) {
        return Rungs.of(count);
    }

    /** A length of time counted in bars. */
    protected static Plan.Rest bars(int bars) {
        return new Plan.Rest.Bars(bars);
    }

    /** A length of time, for cooldowns and for {@code on(...)}. */
    protected static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    protected static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    protected static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
