package io.fulmar.research.backtest;

import io.fulmar.domain.Decimal;
import java.math.BigDecimal;
import java.nio.file.Path;

/** From decimal cells to columns of ticks: finds the file's own tick and checks each row's high and low at it. */
final class CsvPrices {
    /** Significant digits that the highest price of a file keeps; what goes beyond is the noise of floats. */
    static final int DIGITS_MAX = 9;

    private static final BigDecimal LOT_VALUE_MAX = new BigDecimal("0.1");

    private final Path file;
    private final CsvColumns columns;

    CsvPrices(Path file, CsvColumns columns) {
        this.file = file;
        this.columns = columns;
    }

    /** 10^-d, d the most decimals of any price, limited to 9 significant digits for the highest. */
    Decimal tick() {
        var highest = BigDecimal.ZERO;
        for (int scale = 0; scale < columns.highestByScale.length; scale++) {
            highest = highest.max(BigDecimal.valueOf(columns.highestByScale[scale], scale));
        }
        int whole = highest.precision() - highest.scale();
        int decimals = Math.min(columns.decimalsMax, DIGITS_MAX - whole);
        return Decimal.of(1, Math.clamp(decimals, 0, Decimal.SCALE_MAX));
    }

    /** The largest 10^-k, k >= 0, worth at most 0.1 of the quote currency at this price. */
    static Decimal lot(long ticks, Decimal tick) {
        int k = 0;
        var value = BigDecimal.valueOf(ticks).multiply(tick.toBigDecimal());
        while (value.movePointLeft(k).compareTo(LOT_VALUE_MAX) > 0) {
            k++;
        }
        return Decimal.of(1, Math.min(k, Decimal.SCALE_MAX));
    }

    /** Open, high, low and close in ticks; the converter counts what it rounds. */
    long[][] ticks(Decimal tick, TickConverter converter) {
        if (tick.mantissa() == 1 && columns.allHaveScale(tick.scale())) {
            return columns.mantissas;
        }
        var ticks = new long[4][columns.times.length];
        for (int role = CsvHeader.OPEN; role <= CsvHeader.CLOSE; role++) {
            long[] mantissas = columns.mantissas[role];
            byte[] scales = columns.scales[role];
            long[] out = ticks[role];
            for (int row = 0; row < columns.size; row++) {
                long value = converter.ticks(mantissas[row], scales[row]);
                if (value <= 0) {
                    throw outside(row, role, value, tick);
                }
                out[row] = value;
            }
        }
        return ticks;
    }

    /** Highs and lows hold the opens and closes. At the file's own tick, so that float noise breaks nothing. */
    void requireOrder(long[][] ticks, Decimal tick) {
        long[] opens = ticks[CsvHeader.OPEN];
        long[] highs = ticks[CsvHeader.HIGH];
        long[] lows = ticks[CsvHeader.LOW];
        long[] closes = ticks[CsvHeader.CLOSE];
        for (int row = 0; row < columns.size; row++) {
            long top = Math.max(opens[row], closes[row]);
            long bottom = Math.min(opens[row], closes[row]);
            if (highs[row] < top) {
                throw order(row, CsvHeader.HIGH, highs[row], "below", top == opens[row], top, tick);
            }
            if (lows[row] > bottom) {
                throw order(row, CsvHeader.LOW, lows[row], "above", bottom == opens[row], bottom, tick);
            }
        }
    }

    private DataException order(
            int row, int role, long extreme, String side, boolean isOpen, long price, Decimal tick) {
        return DataException.at(
                file,
                columns.line(row),
                CsvHeader.name(role),
                role == CsvHeader.HIGH ? DataFault.HIGH_TOO_LOW : DataFault.LOW_TOO_HIGH,
                "the " + CsvHeader.name(role) + " " + price(extreme, tick) + " is " + side + " the "
                        + (isOpen ? "open " : "close ") + price(price, tick));
    }

    private DataException outside(int row, int role, long value, Decimal tick) {
        var price = BigDecimal.valueOf(columns.mantissas[role][row], columns.scales[role][row])
                .toPlainString();
        return DataException.at(
                file,
                columns.line(row),
                CsvHeader.name(role),
                value == TickConverter.OUT_OF_RANGE ? DataFault.PRICE_ABOVE_RANGE : DataFault.PRICE_BELOW_TICK,
                value == TickConverter.OUT_OF_RANGE
                        ? "the price " + price + " is too large for a tick of " + tick
                        : "the price " + price + " rounds to 0 at a tick of " + tick);
    }

    private static String price(long ticks, Decimal tick) {
        return Decimal.of(BigDecimal.valueOf(ticks).multiply(tick.toBigDecimal()))
                .normalized()
                .toString();
    }
}
