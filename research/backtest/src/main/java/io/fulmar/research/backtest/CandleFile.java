package io.fulmar.research.backtest;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads bars from text of any shape: what separates cells, which column is which and how times are written is found out. Numbers are
 * read by the parser that reads a backtest's files, and what that refuses is refused here with the same words.
 */
public final class CandleFile {
    private static final double EXACT_MAX = 0x1p53;

    private CandleFile() {}

    public static CandleRows read(CsvSource source, CsvHints hints) {
        try (var input = new CsvInput(source)) {
            var columns = CsvRows.read(input, CsvSniffer.look(input, hints));
            return rows(columns, new CsvPrices(source.name(), columns));
        }
    }

    private static CandleRows rows(CsvColumns columns, CsvPrices text) {
        var tick = text.tick();
        text.requireOrder(text.ticks(tick, new TickConverter(tick)), tick);
        var prices = new double[4][];
        for (int role = CsvHeader.OPEN; role <= CsvHeader.CLOSE; role++) {
            prices[role] = doubles(columns.mantissas[role], columns.scales[role], columns.size);
        }
        return settled(new CandleRows(
                columns.times, prices, columns.volumes, columns.quoteVolumes, columns.trades, columns.size));
    }

    /** Nearest doubles: one correctly rounded division of two numbers that are doubles exactly. */
    private static double[] doubles(long[] mantissas, byte[] scales, int size) {
        var prices = new double[size];
        for (int row = 0; row < size; row++) {
            long mantissa = mantissas[row];
            int scale = scales[row];
            prices[row] = mantissa <= EXACT_MAX && scale <= CsvNumber.DIGITS_MAX
                    ? mantissa / (double) CsvNumber.power(scale)
                    : BigDecimal.valueOf(mantissa, scale).doubleValue();
        }
        return prices;
    }

    /** Bars of doubles that some program wrote, held to what is asked of text. */
    public static CandleRows ofDoubles(Path name, CandleRows given) {
        DoublePrices.check(name, given.prices(), given.size());
        requireLater(name, given.times(), given.size());
        var rows = settled(given);
        DoublePrices.requireOrder(name, rows.prices(), rows.size());
        return rows;
    }

    private static CandleRows settled(CandleRows given) {
        int size = given.size();
        var moved = given.prices().clone();
        var tick = DoublePrices.tick(moved, size);
        boolean exact = DoublePrices.allFit(moved, size, tick);
        long changed = 0;
        for (int role = CsvHeader.OPEN; role <= CsvHeader.CLOSE; role++) {
            moved[role] = Arrays.copyOf(moved[role], size);
            changed += DoublePrices.move(moved[role], size, tick);
        }
        return given.settled(moved, tick, exact ? changed : 0, exact ? 0 : changed);
    }

    private static void requireLater(Path name, long[] times, int size) {
        if (size == 0) {
            throw DataException.in(name, DataFault.ROWS_MISSING, "has no rows");
        }
        for (int row = 1; row < size; row++) {
            if (times[row] <= times[row - 1]) {
                boolean twice = times[row] == times[row - 1];
                throw DoublePrices.at(
                        name,
                        row,
                        CsvHeader.TIME,
                        twice ? DataFault.TIME_TWICE : DataFault.TIME_BACKWARDS,
                        RowGrid.instant(times[row])
                                + (twice ? " is the time of the row before" : " is earlier than the row before"));
            }
        }
    }
}
