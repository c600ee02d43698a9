package io.fulmar.research.backtest;

import io.fulmar.store.lake.Rows;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Reads bars from text of any shape: what separates cells, which column is which and how times are written is found out. Numbers are
 * read by the parser that reads a backtest's files, and what that refuses is refused here with the same words.
 */
public final class CandleFile {
    private static final double EXACT_MAX = 0x1p53;

    /** Candles of one file are held in memory. */
    public static final int ROWS_MAX = 50_000_000;

    private CandleFile() {}

    /** What each column of this header is: time, open, high, low, close, volume, quote_volume, trades, or a dash for none of these. */
    public static List<String> meanings(List<String> header, CsvHints hints) {
        return Arrays.stream(CsvNames.roles(header, hints))
                .mapToObj(role -> role == CsvHeader.IGNORED ? "-" : CsvHeader.name(role))
                .toList();
    }

    /** Nanoseconds of the unit that epoch times of this size count. */
    public static long unit(long epoch) {
        return CsvTime.Form.ofMagnitude(epoch).nanos;
    }

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
                        columns.times, prices, columns.volumes, columns.quoteVolumes, columns.trades, columns.size))
                .withDuplicates(columns.duplicates);
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
        var rows = settled(once(name, given));
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
            long now = DoublePrices.move(moved[role], size, tick);
            changed += now;
            if (now > 0) {
                flag(given, role, moved[role]);
            }
        }
        return given.settled(moved, tick, exact ? changed : 0, exact ? 0 : changed);
    }

    /** Bars with a price that was moved. */
    private static void flag(CandleRows given, int role, double[] moved) {
        double[] before = given.prices()[role];
        for (int row = 0; row < given.size(); row++) {
            if (moved[row] != before[row]) {
                given.flags()[row] |= (byte) Rows.SNAPPED;
            }
        }
    }

    /** Without rows of a moment that the row before has already; refuses rows that go back. */
    private static CandleRows once(Path name, CandleRows given) {
        if (given.size() == 0) {
            throw DataException.in(name, DataFault.ROWS_MISSING, "has no rows");
        }
        int kept = 1;
        for (int row = 1; row < given.size(); row++) {
            long time = given.times()[row];
            long last = given.times()[kept - 1];
            if (time < last) {
                throw DoublePrices.at(
                        name,
                        row,
                        CsvHeader.TIME,
                        DataFault.TIME_BACKWARDS,
                        RowGrid.instant(time) + " is earlier than the row before");
            }
            if (time > last) {
                given.move(row, kept++);
            }
        }
        return given.cut(kept);
    }
}
