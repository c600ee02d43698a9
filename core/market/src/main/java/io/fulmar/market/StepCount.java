package io.fulmar.market;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Exact;

/** Counts decimals in whole steps, exactly: prices in ticks, quantities in lots. */
final class StepCount {
    static final long BETWEEN = -1;
    static final long TOO_LARGE = -2;
    private static final int BITS_MAX = 52;

    private final long mantissa;
    private final int scale;

    StepCount(Decimal step) {
        this.mantissa = step.mantissa();
        this.scale = step.scale();
    }

    /** Of {@code number / 10^decimals}, not below zero; or what is wrong with it. */
    long of(long number, int decimals) {
        long scaled = number;
        if (decimals > scale) {
            long divisor = Exact.powerOfTen(decimals - scale);
            if (number % divisor != 0) {
                return BETWEEN;
            }
            scaled = number / divisor;
        } else if (decimals < scale) {
            long factor = Exact.powerOfTen(scale - decimals);
            if (Math.multiplyHigh(number, factor) != 0 || number * factor < 0) {
                return TOO_LARGE;
            }
            scaled = number * factor;
        }
        if (scaled % mantissa != 0) {
            return BETWEEN;
        }
        long steps = scaled / mantissa;
        return steps >>> BITS_MAX == 0 ? steps : TOO_LARGE;
    }

    /** The nearest whole number of steps, halves up. */
    long rounded(long number, int decimals) {
        try {
            long divisor = Math.multiplyExact(mantissa, Exact.powerOfTen(decimals));
            long steps = Exact.mulDivHalfUp(number, Exact.powerOfTen(scale), divisor);
            return steps >>> BITS_MAX == 0 ? steps : TOO_LARGE;
        } catch (ArithmeticException e) {
            return TOO_LARGE; // it is that, whatever it comes to
        }
    }
}
