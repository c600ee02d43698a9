package io.fulmar.research.backtest;

import io.fulmar.domain.Decimal;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Turns decimal prices into whole ticks, half-even, and counts the prices that were not whole. */
final class TickConverter {
    /** A price that the tick is far too fine for: no whole number of 64 bits. */
    static final long OUT_OF_RANGE = -1;

    private final int decimals;
    private final long mantissa;
    private long rounded;

    TickConverter(Decimal tick) {
        decimals = tick.scale();
        mantissa = tick.mantissa();
    }

    /** The ticks of {@code mantissa / 10^scale}, or {@link #OUT_OF_RANGE}. */
    long ticks(long priceMantissa, int priceScale) {
        int missing = decimals - priceScale;
        if (mantissa != 1 || missing < -CsvNumber.DIGITS_MAX) {
            return slowTicks(priceMantissa, priceScale);
        }
        if (missing == 0) {
            return priceMantissa;
        }
        if (missing > 0) {
            long power = CsvNumber.power(missing);
            return Math.multiplyHigh(priceMantissa, power) == 0 && priceMantissa * power >= 0
                    ? priceMantissa * power
                    : OUT_OF_RANGE;
        }
        long divisor = CsvNumber.power(-missing);
        long quotient = priceMantissa / divisor;
        long rest = priceMantissa - quotient * divisor;
        if (rest == 0) {
            return quotient;
        }
        rounded++;
        long half = divisor / 2;
        return rest > half || (rest == half && (quotient & 1) == 1) ? quotient + 1 : quotient;
    }

    private long slowTicks(long priceMantissa, int priceScale) {
        var tick = BigDecimal.valueOf(mantissa, decimals);
        var price = BigDecimal.valueOf(priceMantissa, priceScale);
        var ticks = price.divide(tick, 0, RoundingMode.HALF_EVEN);
        if (ticks.toBigInteger().bitLength() >= Long.SIZE) {
            return OUT_OF_RANGE;
        }
        if (ticks.multiply(tick).compareTo(price) != 0) {
            rounded++;
        }
        return ticks.longValueExact();
    }

    /** Puts ticks in the place of prices that are whole numbers of {@code 10^-scale}. */
    void convert(long[] prices, int priceScale) {
        if (mantissa == 1 && priceScale == decimals) {
            return;
        }
        for (int i = 0; i < prices.length; i++) {
            prices[i] = ticks(prices[i], priceScale);
        }
    }

    long rounded() {
        return rounded;
    }
}
