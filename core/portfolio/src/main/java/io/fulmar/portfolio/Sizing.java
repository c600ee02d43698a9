package io.fulmar.portfolio;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Exact;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Refusal;
import io.fulmar.domain.Side;
import io.fulmar.domain.Size;
import io.fulmar.domain.Worth;
import java.util.function.LongPredicate;

/** From a wish to lots, with what is known at the decision: equity and price at the signal bar's close. */
public final class Sizing {
    private Sizing() {}

    /** Lots, or why there are none. */
    public sealed interface Sized {
        record Lots(long lots) implements Sized {}

        record None(Refusal refusal, String detail) implements Sized {}
    }

    /**
     * What sizing may spend.
     *
     * @param worth the instrument's arithmetic
     * @param equity what the seat's share is taken of
     * @param free what the account may still commit, leverage included
     */
    public record Means(Worth worth, long equity, long free, long ticks, Rate fee) {}

    public static Sized size(Size size, Side side, Bracket bracket, Instrument instrument, Means means) {
        return switch (size) {
            case Size.EquityShare(long ppm) -> {
                long budget = Math.min(Exact.percentOfFloor(Math.max(0, means.equity), ppm), means.free);
                yield lots(affordable(budget, means), instrument, means);
            }
            case Size.RiskShare(long ppm) -> byRisk(ppm, side, bracket, instrument, means);
            case Size.Units(Decimal quantity) -> units(quantity, instrument, means);
        };
    }

    private static Sized byRisk(long ppm, Side side, Bracket bracket, Instrument instrument, Means means) {
        long distance = bracket.stop().ticksAt(means.ticks);
        if (distance == 0) {
            return new Sized.None(Refusal.NEEDS_STOP, "add .stop(...) to the entry, or size it by equityPercent");
        }
        long budget = Exact.percentOfFloor(Math.max(0, means.equity), ppm);
        long stop = Math.subtractExact(means.ticks, side.sign() * distance);
        if (instrument.kind().inverse()) {
            stop = Math.max(1, stop); // below one tick nothing is worth anything
        }
        long wanted = affordableLoss(budget, means.ticks, stop, means);
        return lots(Math.min(wanted, affordable(means.free, means)), instrument, means);
    }

    private static Sized units(Decimal quantity, Instrument instrument, Means means) {
        Decimal lot = instrument.lot();
        int scale = Math.max(quantity.scale(), lot.scale());
        long wanted = Math.multiplyExact(quantity.mantissa(), Exact.powerOfTen(scale - quantity.scale()));
        long lots = wanted / Math.multiplyExact(lot.mantissa(), Exact.powerOfTen(scale - lot.scale()));
        if (lots > 0 && !fits(lots, means.free, means)) {
            return new Sized.None(Refusal.INSOLVENT, quantity + " units cost more than the account may commit");
        }
        return lots(lots, instrument, means);
    }

    private static Sized lots(long lots, Instrument instrument, Means means) {
        if (lots <= 0) {
            return new Sized.None(
                    Refusal.SIZE_ZERO, "one lot is " + instrument.lot() + " and costs more than the budget");
        }
        if (lots < instrument.minimums().lots()) {
            return new Sized.None(
                    Refusal.MINIMUM,
                    "the venue takes no less than " + instrument.minimums().lots() + " lots");
        }
        Decimal notional = instrument.minimums().notional();
        if (notional.signum() > 0 && inQuote(lots, instrument, means).compareTo(notional) < 0) {
            return new Sized.None(Refusal.MINIMUM, "the venue takes no order worth less than " + notional);
        }
        return new Sized.Lots(lots);
    }

    private static Decimal inQuote(long lots, Instrument instrument, Means means) {
        return instrument.kind().inverse()
                ? instrument.quantityOf(lots).times(instrument.contract())
                : new Decimal(
                        means.worth.notional(lots, means.ticks),
                        instrument.settlement().digits());
    }

    /**
     * The largest number of lots whose value and fee fit the budget. A double guesses, whole numbers decide, and since cost only grows with
     * lots the answer is exact everywhere.
     */
    static long affordable(long budget, Means means) {
        double one = means.worth.notionalOfOne(means.ticks) * (1 + Math.max(0, means.fee.doubleValue()));
        return most(budget, one, lots -> fits(lots, budget, means));
    }

    /** As many lots as lose no more than the budget between two prices; one lot more would. */
    static long affordableLoss(long budget, long from, long to, Means means) {
        double one = Math.abs(means.worth.notionalOfOne(from) - means.worth.notionalOfOne(to));
        return most(budget, one, lots -> loses(lots, budget, from, to, means.worth));
    }

    /** A guess may be far off where two nearly equal prices are subtracted: strides that double find an end, halving finds the place. */
    private static long most(long budget, double one, LongPredicate fits) {
        if (budget <= 0) {
            return 0;
        }
        long few = Math.max(0, (long) (budget / one));
        long many = few;
        if (few > 0 && !fits.test(few)) {
            for (long stride = 1; few > 0 && !fits.test(few); stride = wider(stride)) {
                many = few;
                few = Math.max(0, few - stride);
            }
        } else {
            for (long stride = 1; many == few || fits.test(many); stride = wider(stride)) {
                few = many;
                if (many == Long.MAX_VALUE) {
                    return many;
                }
                many = many > Long.MAX_VALUE - stride ? Long.MAX_VALUE : many + stride;
            }
        }
        while (many - few > 1) {
            long middle = few + (many - few) / 2;
            if (fits.test(middle)) {
                few = middle;
            } else {
                many = middle;
            }
        }
        return few;
    }

    private static long wider(long stride) {
        return stride > Long.MAX_VALUE / 2 ? stride : 2 * stride;
    }

    private static boolean fits(long lots, long budget, Means means) {
        long value;
        try {
            value = means.worth.notional(lots, means.ticks);
        } catch (ArithmeticException beyondLong) {
            return false; // a cost that no long can hold is above every budget
        }
        return value <= budget && Exact.fee(value, means.fee) <= budget - value;
    }

    private static boolean loses(long lots, long budget, long from, long to, Worth worth) {
        try {
            return Math.abs(Math.subtractExact(worth.value(lots, from), worth.value(lots, to))) <= budget;
        } catch (ArithmeticException beyondLong) {
            return false;
        }
    }
}
