package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way a file can be wrong, and exactly what the user reads about it. */
class CsvBadFileTest {
    private static final Symbol SYMBOL = Symbol.parse("BTC/USDT:USDT");
    private static final String HEADER = "time,open,high,low,close,volume\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # second row of data (line 3)             | fault               | column | problem
            2024-01-01T00:01Z,abc,2,1,1,1             | NUMBER_UNREADABLE   | open   | "abc" is not a number
            2024-01-01T00:01Z,,2,1,1,1                | NUMBER_UNREADABLE   | open   | the cell is empty
            2024-01-01T00:01Z,1,2,1,1,                | NUMBER_UNREADABLE   | volume | the cell is empty
            2024-01-01T00:01Z,1,2,1,1e,1              | NUMBER_UNREADABLE   | close  | "1e" is not a number
            2024-01-01T00:01Z,1,2,1,1.2.3,1           | NUMBER_UNREADABLE   | close  | "1.2.3" is not a number
            2024-01-01T00:01Z,1,2,1,.,1               | NUMBER_UNREADABLE   | close  | "." is not a number
            2024-01-01T00:01Z,1,2,1,0x10,1            | NUMBER_UNREADABLE   | close  | "0x10" is not a number
            2024-01-01T00:01Z,1,2,1,"1,000",1         | NUMBER_UNREADABLE   | close  | "1,000" is not a number
            2024-01-01T00:01Z,1,NaN,1,1,1             | NUMBER_NOT_FINITE   | high   | "NaN" stands for a missing value
            2024-01-01T00:01Z,1,2,1,1,nan             | NUMBER_NOT_FINITE   | volume | "nan" stands for a missing value
            2024-01-01T00:01Z,1,2,-inf,1,1            | NUMBER_NOT_FINITE   | low    | "-inf" stands for a missing value
            2024-01-01T00:01Z,null,2,1,1,1            | NUMBER_NOT_FINITE   | open   | "null" stands for a missing value
            2024-01-01T00:01Z,1,1e18,1,1,1            | NUMBER_TOO_LARGE    | high   | "1e18" is too large
            2024-01-01T00:01Z,1,2,1,1,1e400           | NUMBER_TOO_LARGE    | volume | "1e400" is too large
            2024-01-01T00:01Z,0,2,1,1,1               | PRICE_NOT_POSITIVE  | open   | the price "0" is not above 0
            2024-01-01T00:01Z,1,2,0.00,1,1            | PRICE_NOT_POSITIVE  | low    | the price "0.00" is not above 0
            2024-01-01T00:01Z,1,2,1,-1.5,1            | PRICE_NOT_POSITIVE  | close  | the price "-1.5" is not above 0
            2024-01-01T00:01Z,1,2,1,1,-0.1            | VOLUME_NEGATIVE     | volume | the volume "-0.1" is below 0
            2024-01-01T00:01Z,1,1.5,1,2,1             | HIGH_TOO_LOW        | high   | the high 1.5 is below the close 2
            2024-01-01T00:01Z,2.5,2.25,1,2,1          | HIGH_TOO_LOW        | high   | the high 2.25 is below the open 2.5
            2024-01-01T00:01Z,1,2,1.1,1.5,1           | LOW_TOO_HIGH        | low    | the low 1.1 is above the open 1
            2024-01-01T00:01Z,2,2,1.1,1,1             | LOW_TOO_HIGH        | low    | the low 1.1 is above the close 1
            2024-01-01T00:00Z,1,2,1,1,1               | TIME_TWICE          | time   | "2024-01-01T00:00Z" is the time of the row before
            2024-01-01 01:00+01:00,1,2,1,1,1          | TIME_TWICE          | time   | "2024-01-01 01:00+01:00" is the time of the row before
            2023-12-31T23:59Z,1,2,1,1,1               | TIME_BACKWARDS      | time   | "2023-12-31T23:59Z" is earlier than the row before
            yesterday,1,2,1,1,1                       | TIME_UNREADABLE     | time   | "yesterday" is not a time
            ,1,2,1,1,1                                | TIME_UNREADABLE     | time   | "" is not a time
            2024-02-30T00:00Z,1,2,1,1,1               | TIME_UNREADABLE     | time   | "2024-02-30T00:00Z" is not a time
            2024-13-01,1,2,1,1,1                      | TIME_UNREADABLE     | time   | "2024-13-01" is not a time
            2024-01-01T24:00Z,1,2,1,1,1               | TIME_UNREADABLE     | time   | "2024-01-01T24:00Z" is not a time
            2024-01-01T00:60Z,1,2,1,1,1               | TIME_UNREADABLE     | time   | "2024-01-01T00:60Z" is not a time
            2024-01-01T00:01:61Z,1,2,1,1,1            | TIME_UNREADABLE     | time   | "2024-01-01T00:01:61Z" is not a time
            2024-01-01T00:01:00.Z,1,2,1,1,1           | TIME_UNREADABLE     | time   | "2024-01-01T00:01:00.Z" is not a time
            2024-01-01T00:01+25:00,1,2,1,1,1          | TIME_UNREADABLE     | time   | "2024-01-01T00:01+25:00" is not a time
            2024-01-01T00:01 CET,1,2,1,1,1            | TIME_UNREADABLE     | time   | "2024-01-01T00:01 CET" is not a time
            9999-01-01,1,2,1,1,1                      | TIME_UNREADABLE     | time   | "9999-01-01" is not a time
            1704067260,1,2,1,1,1                      | TIME_UNITS_MIXED    | time   | "1704067260" looks like epoch seconds, the rows before are ISO-8601
            2024-01-01T00:01:30Z,1,2,1,1,1            | TIME_MISALIGNED     | time   | 2024-01-01T00:01:30Z is not on a boundary of 1m
            2024-01-01T00:01Z,1,2,1,1                 | CELL_COUNT          |                 | the row has 5 cells, the header 6
            2024-01-01T00:01Z,1,2,1,1,1,              | CELL_COUNT          |                 | the row has 7 cells, the header 6
            2024-01-01T00:01Z                         | CELL_COUNT          |                 | the row has 1 cell, the header 6
            2024-01-01T00:01Z,1,2,1,1,"1              | QUOTE_OPEN          |                 | a quote is not closed
            """)
    void badRowIsNamedByFileLineAndColumn(
            @Nullable String row, DataFault fault, @Nullable String column, String problem) throws IOException {
        var rows = new StringBuilder(HEADER).append("2024-01-01T00:00Z,1,2,1,1.5,10\n");
        rows.append(row == null ? "" : row).append('\n');
        for (int minute = 2; minute < 9; minute++) {
            rows.append("2024-01-01T00:0").append(minute).append("Z,1,2,1,1,10\n");
        }
        var file = file(rows.toString());
        assertFails(file, "1m", fault, " line 3" + (column == null ? "" : ", column " + column), problem);
        var thrown = catchThrowableOfType(DataException.class, () -> read(file, "1m"));
        assertThat(thrown.fault()).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            open,high,low,close,volume                | COLUMN_MISSING      | time   | the column is missing
            timestamp,open,high,low,close,volume      | COLUMN_MISSING      | time   | the column is missing, but there is "timestamp"
            time,open,high,low,close                  | COLUMN_MISSING      | volume | the column is missing
            time,open,high,low,close_price,volume     | COLUMN_MISSING      | close  | the column is missing, but there is "close_price"
            2024-01-01,1,2,1,1,5                      | COLUMN_MISSING      | open   | the first line is a row of numbers, not a header
            time,open,high,low,close,close,volume     | COLUMN_TWICE        | close  | two columns have this name
            time;open;high;low;close;volume           | SEPARATOR           |                 | the columns are separated by semicolons
            """)
    void badHeaderIsNamed(String header, DataFault fault, @Nullable String column, String problem) throws IOException {
        var file = file(header + "\n2024-01-01,1,2,1,1,5\n");
        assertFails(file, "1d", fault, " line 1" + (column == null ? "" : ", column " + column), problem);
    }

    @Test
    void emptyFilesAreRefused() throws IOException {
        for (String text : new String[] {"", "\n", "\r\n \n\n", "\uFEFF", "\uFEFF\n"}) {
            assertFails(file(text), "1m", DataFault.FILE_EMPTY, "", "is empty");
        }
        assertFails(file(HEADER), "1m", DataFault.ROWS_MISSING, "", "has a header but no rows");
        assertFails(file(HEADER.strip()), "1m", DataFault.ROWS_MISSING, "", "has a header but no rows");
        assertFails(file(HEADER + "\n\n"), "1m", DataFault.ROWS_MISSING, "", "has a header but no rows");
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertFails(folder, "1m", DataFault.FILE_NOT_REGULAR, "", "is a directory");
        assertFails(folder.resolve("none.csv"), "1m", DataFault.FILE_MISSING, "", "there is no such file");
        assertFails(folder.resolve("a/b.csv"), "1m", DataFault.FILE_MISSING, "", "there is no such file");
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        var zipped = folder.resolve("bars.csv.gz");
        Files.write(zipped, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, '\n'});
        assertFails(zipped, "1m", DataFault.FILE_NOT_TEXT, "", "is not UTF-8 text");
        var wide = folder.resolve("wide.csv");
        Files.write(wide, HEADER.getBytes(StandardCharsets.UTF_16LE));
        assertFails(wide, "1m", DataFault.FILE_NOT_TEXT, "", "is not UTF-8 text");
    }

    @Test
    void lineOverOneMebibyteIsRefused() throws IOException {
        var row = "2024-01-01T00:00Z,1,2,1,1.5,10\n";
        for (int extra : new int[] {1, 300_000, 3_000_000}) {
            var endless = HEADER + row + "2024-01-01T00:01Z," + "1".repeat((1 << 20) - 17 + extra) + "\n" + row;
            assertFails(file(endless), "1m", DataFault.LINE_TOO_LONG, " line 3", "the line is longer than 1 MiB");
        }
        var ignored = "note," + HEADER + "x".repeat(1 << 20) + ",2024-01-01T00:00Z,1,2,1,1.5,10\n";
        assertFails(file(ignored), "1m", DataFault.LINE_TOO_LONG, " line 2", "the line is longer than 1 MiB");
        var header = "time," + "x".repeat(2 << 20) + "\n";
        assertFails(file(header), "1m", DataFault.LINE_TOO_LONG, " line 1", "the line is longer than 1 MiB");
        int fits = (1 << 20) - "2024-01-01T00:00Z,1,2,1,1.5,10,".length();
        var longest = HEADER.strip() + ",note\n2024-01-01T00:00Z,1,2,1,1.5,10," + "x".repeat(fits);
        assertThat(read(file(longest), "1m").rows()).isEqualTo(1);
    }

    @Test
    void carriageReturnsAloneAreNoLineEnds() throws IOException {
        var problem = "a carriage return stands inside the line";
        assertFails(file(HEADER.strip() + "\r2024-01-01,1,2,1,1,5\r"), "1d", DataFault.LINE_END, " line 1", problem);
        assertFails(file(HEADER + "2024-01-01,1,2,1,1,5\r6\n"), "1d", DataFault.LINE_END, " line 2", problem);
    }

    @Test
    void blankLinesCountAsLines() throws IOException {
        var file = file("\n\n" + HEADER + "\n2024-01-01,1,2,1,1,5\n\n \n2024-01-02,1,2,1,x,5\n");
        assertFails(file, "1d", DataFault.NUMBER_UNREADABLE, " line 8, column close", "\"x\" is not a number");
        var order = file("\n\n" + HEADER + "\n2024-01-01,1,2,1,1,5\n\n \n2024-01-02,1,2,1,3,5\n");
        assertFails(order, "1d", DataFault.HIGH_TOO_LOW, " line 8, column high", "the high 2 is below the close 3");
    }

    @Test
    void coarserRowsAreRefused() throws IOException {
        var hours =
                file(HEADER + "2024-01-01T00:00,1,2,1,1,5\n2024-01-01T01:00,1,2,1,1,5\n2024-01-01T03:00,1,2,1,1,5\n");
        assertFails(
                hours,
                "1m",
                DataFault.ROWS_COARSER,
                " line 3, column time",
                "the rows are 1h apart, coarser than the timeframe 1m");
        assertThat(read(hours, "1h").missingBars()).isEqualTo(1);
    }

    @Test
    void rowsThatDoNotDivideTheTimeframeAreRefused() throws IOException {
        var rows = new StringBuilder(HEADER);
        for (int i = 0; i < 50; i++) {
            rows.append(i * 7 * 60).append(",1,2,1,1,5\n");
        }
        assertFails(
                file(rows.toString()),
                "1h",
                DataFault.TIME_MISALIGNED,
                " line 3, column time",
                "rows 7m apart cannot be made into bars of 1h");
    }

    @Test
    void rowsBesideTheirBoundaryAreRefused() throws IOException {
        var shifted = file(HEADER + "30,1,2,1,1,5\n90,1,2,1,1,5\n150,1,2,1,1,5\n");
        assertFails(
                shifted,
                "1m",
                DataFault.TIME_MISALIGNED,
                " line 2, column time",
                "1970-01-01T00:00:30Z is not on a boundary of 1m");
        var weeks = new StringBuilder(HEADER);
        for (String day : "2024-01-01 2024-01-09 2024-01-15 2024-01-22 2024-01-29 2024-02-05".split(" ")) {
            weeks.append(day).append(",1,2,1,1,5\n");
        }
        assertFails(
                file(weeks.toString()),
                "1w",
                DataFault.TIME_MISALIGNED,
                " line 3, column time",
                "2024-01-09T00:00:00Z is not on a boundary of 1w");
    }

    @Test
    void unitsOfEpochTimesDoNotMix() throws IOException {
        assertFails(
                file(HEADER + "1704067200,1,2,1,1,5\n1704067260000,1,2,1,1,5\n"),
                "1m",
                DataFault.TIME_UNITS_MIXED,
                " line 3, column time",
                "\"1704067260000\" looks like epoch milliseconds, the rows before are epoch seconds");
        assertFails(
                file(HEADER + "1704067200,1,2,1,1,5\n2024-01-01T00:01,1,2,1,1,5\n"),
                "1m",
                DataFault.TIME_UNITS_MIXED,
                " line 3, column time",
                "\"2024-01-01T00:01\" looks like ISO-8601, the rows before are epoch seconds");
        assertFails(
                file(HEADER + "20240131,1,2,1,1,5\n"),
                "1d",
                DataFault.TIME_UNREADABLE,
                " line 2, column time",
                "\"20240131\" is not a time");
    }

    @Test
    void noCompleteBarIsRefused() throws IOException {
        var file = file(HEADER + "2024-01-01T00:10,1,2,1,1,5\n2024-01-01T00:11,1,2,1,1,5\n");
        assertFails(file, "1h", DataFault.BARS_MISSING, "", "holds no complete bar of 1h");
    }

    @Test
    void stepsThatDoNotFitAreRefused() throws IOException {
        var file = file(HEADER + "2024-01-01,1.5,200000000000,1,1.25,5\n");
        var coarse = InstrumentSteps.FROM_FILE.withTick(Decimal.parse("5"));
        assertThatThrownBy(() -> CsvBars.read(file, 1, SYMBOL, Timeframe.DAY, coarse))
                .hasMessage(file + " line 2, column open: the price 1.5 rounds to 0 at a tick of 5; give a finer tick");
        var fine = InstrumentSteps.FROM_FILE.withTick(Decimal.parse("1e-12"));
        assertThatThrownBy(() -> CsvBars.read(file, 1, SYMBOL, Timeframe.DAY, fine))
                .hasMessage(file + " line 2, column high: the price 200000000000 is too large for a tick of"
                        + " 0.000000000001; give a coarser tick");
        var both = new InstrumentSteps(Decimal.parse("1e-6"), Decimal.parse("1e-18"));
        assertThatThrownBy(() -> CsvBars.read(file, 1, SYMBOL, Timeframe.DAY, both))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("a ledger keeps at most 18; give --tick and --lot");
    }

    @Test
    void longCellsAreShownShortened() throws IOException {
        var file = file(HEADER + "2024-01-01,1,2,1," + "z".repeat(60) + ",5\n");
        assertFails(
                file,
                "1d",
                DataFault.NUMBER_UNREADABLE,
                " line 2, column close",
                "\"" + "z".repeat(40) + "...\" is not a number");
    }

    private static void assertFails(Path file, String timeframe, DataFault fault, String place, String problem) {
        assertThatThrownBy(() -> read(file, timeframe))
                .isInstanceOf(DataException.class)
                .hasMessage(file + place + ": " + problem + "; " + fault.fix());
    }

    private static MarketData read(Path file, String timeframe) {
        return CsvBars.read(file, 1, SYMBOL, Timeframe.parse(timeframe), InstrumentSteps.FROM_FILE);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "bars", ".csv"), text);
    }
}
