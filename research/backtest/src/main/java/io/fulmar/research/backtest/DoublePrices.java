package io.fulmar.research.backtest;

import io.fulmar.domain.Decimal;
import java.math.BigDecimal;
import java.nio.file.Path;

/** Prices that some program kept as doubles, after arithmetic of its own: which decimals they were meant to be. */
final class DoublePrices {
    /** So many steps between doubles count as noise. */
    private static final int NOISE_ULPS = 4;

    /** The lake keeps decimals below this exactly. */
    private static final double MANTISSA_MAX = 0x1p51;

    private DoublePrices() {}

    /** Refuses what no text could have said either: no number, not above 0, a high below the close. */
    static void check(Path file, double[][] prices, int size) {
        for (int row = 0; row < size; row++) {
            for (int role = CsvHeader.OPEN; role <= CsvHeader.CLOSE; role++) {
                double price = prices[role][row];
                if (!Double.isFinite(price)) {
                    throw at(file, row, role, DataFault.NUMBER_NOT_FINITE, "the price is missing");
                }
                if (price <= 0) {
                    throw at(file, row, role, DataFault.PRICE_NOT_POSITIVE, "the price " + price + " is not above 0");
                }
            }
        }
    }

    /** After {@link #move}, so that noise breaks nothing. */
    static void requireOrder(Path file, double[][] prices, int size) {
        for (int row = 0; row < size; row++) {
            double open = prices[CsvHeader.OPEN][row];
            double close = prices[CsvHeader.CLOSE][row];
            double high = prices[CsvHeader.HIGH][row];
            double low = prices[CsvHeader.LOW][row];
            if (high < Math.max(open, close)) {
                throw at(
                        file,
                        row,
                        CsvHeader.HIGH,
                        DataFault.HIGH_TOO_LOW,
                        "the high " + high + " is below the open or close");
            }
            if (low > Math.min(open, close)) {
                throw at(
                        file,
                        row,
                        CsvHeader.LOW,
                        DataFault.LOW_TOO_HIGH,
                        "the low " + low + " is above the open or close");
            }
        }
    }

    /** The fewest decimals that hold all prices; if none do, so many that the highest price has nine digits, as of text. */
    static Decimal tick(double[][] prices, int size) {
        double highest = 0;
        for (int row = 0; row < size; row++) {
            highest = Math.max(highest, prices[CsvHeader.HIGH][row]);
        }
        int most = Decimal.SCALE_MAX;
        while (most > 0 && highest * CsvNumber.power(most) >= MANTISSA_MAX) {
            most--;
        }
        int decimals = 0;
        for (double[] column : prices) {
            for (int row = 0; row < size; row++) {
                while (!fits(column[row], (double) CsvNumber.power(decimals))) {
                    if (++decimals > most) {
                        return usual(highest);
                    }
                }
            }
        }
        return Decimal.of(1, decimals);
    }

    private static Decimal usual(double highest) {
        var text = BigDecimal.valueOf(highest);
        int decimals = CsvPrices.DIGITS_MAX - (text.precision() - text.scale());
        return Decimal.of(1, Math.clamp(decimals, 0, Decimal.SCALE_MAX));
    }

    static boolean allFit(double[][] prices, int size, Decimal tick) {
        double power = CsvNumber.power(tick.scale());
        for (double[] column : prices) {
            for (int row = 0; row < size; row++) {
                if (!fits(column[row], power)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean fits(double price, double power) {
        return Math.abs(Math.rint(price * power) / power - price) <= NOISE_ULPS * Math.ulp(price);
    }

    /** Moves each price to the nearest multiple of the tick; how many were none. */
    static long move(double[] prices, int size, Decimal tick) {
        double power = CsvNumber.power(tick.scale());
        long moved = 0;
        for (int row = 0; row < size; row++) {
            double price = Math.rint(prices[row] * power) / power;
            if (price != prices[row]) {
                prices[row] = price;
                moved++;
            }
        }
        return moved;
    }

    static DataException at(Path file, int row, int role, DataFault fault, String problem) {
        return DataException.atRow(file, row + 1L, CsvHeader.name(role), fault, problem);
    }
}
