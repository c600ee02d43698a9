package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Decimal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandleFileTest {
    private static final long FIRST = 1_704_067_200_000_000_000L;
    private static final long MINUTE = 60_000_000_000L;

    static CsvSource text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new CsvSource(Path.of("x.csv"), () -> new ByteArrayInputStream(bytes), () -> bytes.length);
    }

    private static CandleRows read(String text) {
        return CandleFile.read(text(text), CsvHints.NONE);
    }

    /** The same two bars in the shapes that programs and venues write. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "time,open,high,low,close,volume\n2024-01-01T00:00:00Z,10,12,9.5,11,3\n2024-01-01T00:01:00Z,11,11,10,10.25,0\n",
                "Date;Open;High;Low;Close;Volume\r\n2024-01-01 00:00;10,00;12,00;9,50;11,00;3\r\n2024-01-01 00:01;11;11;10;10,25;0",
                """
                <DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>
                2024.01.01\t00:00:00\t10\t12\t9.5\t11\t3
                2024.01.01\t00:01:00\t11\t11\t10\t10.25\t0
                """,
                "1704067200,10,12,9.5,11,3\n1704067260,11,11,10,10.25,0\n",
                "1704067200000,10,12,9.5,11,3\n1704067260000,11,11,10,10.25,0\n",
                "1704067200000000,10,12,9.5,11,3\n1704067260000000,11,11,10,10.25,0\n",
                "1704067200000000000|10|12|9.5|11|3\n1704067260000000000|11|11|10|10.25|0\n",
                "# made by somebody\n\nvolume,close,low,high,open,unix,junk\n3,11,9.5,12,10,1704067200,a\n0,10.25,10,11,11,1704067260,\"b,c\"\n",
                """
                https://www.example.com/data
                Unix Timestamp,Date,Symbol,Open,High,Low,Close,Vol
                1704067200,2024-01-01,X,10,12,9.5,11,3
                1704067260,2024-01-01,X,11,11,10,10.25,0
                """,
                """
                "start_time","o","h","l","c","v"
                "2024-01-01T00:00:00Z","10","12","9.5","11","3"
                "2024-01-01T00:01:00Z","11","11","10","10.25","0"
                """
            })
    void everyShapeGivesTheSameBars(String text) {
        var rows = read(text);
        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.times()).startsWith(FIRST, FIRST + MINUTE);
        assertThat(rows.prices()[0]).containsExactly(10, 11);
        assertThat(rows.prices()[1]).containsExactly(12, 11);
        assertThat(rows.prices()[2]).containsExactly(9.5, 10);
        assertThat(rows.prices()[3]).containsExactly(11, 10.25);
        assertThat(rows.volumes()).startsWith(3, 0);
        assertThat(rows.tick()).isEqualTo(Decimal.of(1, 2));
        assertThat(rows.snapped() + rows.rounded()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore\n"
            })
    void barsOfBinancesArchiveKeepQuoteVolumeAndTrades(String header) {
        var rows = read(header + "1704067200000,10,12,9.5,11,3,1704067259999,31.5,7,1,10,0\n");
        assertThat(rows.quoteVolumes()).startsWith(31.5);
        assertThat(rows.trades()).startsWith(7);
    }

    @Test
    void aMappingGoesBeforeWhatIsSeen() {
        var text = "when,bid,top,bottom,last,size\n1000,10,12,9,11,3\n";
        var byName = List.of("time=when", "open=bid", "high=top", "low=bottom", "close=last", "volume=size");
        var byPlace = List.of("time", "open", "high", "low", "close", "volume");
        for (var columns : List.of(byName, byPlace)) {
            var rows = CandleFile.read(text(text), new CsvHints(columns, "", "ms", "", ""));
            assertThat(rows.times()[0]).isEqualTo(1_000_000_000L);
            assertThat(rows.volumes()[0]).isEqualTo(3);
        }
    }

    @Test
    void volumesAreFoundByTheirCurrency() {
        var hints = new CsvHints(List.of(), "", "", "BTC", "USD");
        var rows = CandleFile.read(
                text("unix,open,high,low,close,Volume USD,Volume BTC\n1704067200,10,12,9,11,30,3\n"), hints);
        assertThat(rows.volumes()[0]).isEqualTo(3);
        assertThat(rows.quoteVolumes()[0]).isEqualTo(30);
    }

    @Test
    void aShapeThatCannotBeToldIsRefusedWithWhatWasSeen() {
        assertThatThrownBy(() -> read("when,a,b,c,d,e\n1,2,3,4,5,6\n"))
                .hasMessageContaining("x.csv line 2: no column is open among when, a, b, c, d, e")
                .hasMessageContaining("--columns");
        assertThatThrownBy(() -> read("1704067200,10,12,9,11,3,4\n"))
                .hasMessageContaining("x.csv line 1: the first line is a row of 7 numbers, not a header");
        assertThatThrownBy(() -> read("hello\n")).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> read("\n\n")).isInstanceOf(DataException.class);
    }

    @Test
    void rowsInTheWrongOrderAreRefusedWithTheirLine() {
        assertThatThrownBy(() -> read("1704067260,10,12,9,11,3\n\n1704067200,10,12,9,11,3\n"))
                .hasMessageContaining("x.csv line 3, column time: \"1704067200\" is earlier than the row before")
                .hasMessageContaining("sort the rows by time");
    }

    @Test
    void noiseOfFloatsIsMovedAndCounted() {
        var rows = read("1704067200,5.330000000000001e-05,5.5e-05,5.2900000000000005e-05,5.4e-05,3\n");
        assertThat(rows.prices()[0][0]).isEqualTo(5.33e-05);
        assertThat(rows.prices()[2][0]).isEqualTo(5.29e-05);
        assertThat(rows.snapped()).isEqualTo(2);
        assertThat(rows.rounded()).isZero();
        assertThat(rows.tick()).isEqualTo(Decimal.of(1, 7));
    }

    @Test
    void pricesFinerThanAnyTickAreRoundedAndCounted() {
        var rows = read("1704067200,3.14159265358979312,4,2,2.71828182845904509,3\n");
        assertThat(rows.rounded()).isEqualTo(2);
        assertThat(rows.prices()[0][0]).isEqualTo(3.14159265);
    }

    /** Whatever stands in a file, the answer is rows or a message. */
    @Test
    void damagedTextIsReadOrRefused() {
        var whole =
                "Date;Open;High;Low;Close;Volume\n2024-01-01 00:00;10,0;12,0;9,5;11,0;3\n2024-01-01 00:01;11;11;10;10,25;0\n";
        for (long seed = 0; seed < 3000; seed++) {
            var random = new SplittableRandom(seed);
            var damaged = new StringBuilder(whole);
            for (int i = random.nextInt(6); i >= 0; i--) {
                damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(9, 127));
            }
            damaged.setLength(random.nextInt(damaged.length() + 1));
            try {
                assertThat(read(damaged.toString()).size()).as("seed %d", seed).isBetween(1, 3);
            } catch (DataException e) {
                assertThat(e).as("seed %d", seed).hasMessageContaining("x.csv");
            }
        }
    }
}
