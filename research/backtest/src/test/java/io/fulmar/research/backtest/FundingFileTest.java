package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import io.fulmar.simulation.exchange.FundingSchedule.Settlement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FundingFileTest {
    private static final long HOUR = 3_600_000_000_000L;
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    @TempDir
    Path folder;

    /** Bars of an hour for five days from 2024-01-01 on. */
    private static MarketData market() {
        Instrument instrument = Instrument.linear(
                1, "test", Symbol.parse("BTC/USDT:USDT"), Decimal.parse("0.1"), Decimal.of(1, 3), Decimal.ONE);
        Bars bars = new Bars(new Timeframe(HOUR), 120);
        for (int i = 0; i < 120; i++) {
            bars.append(START.getEpochSecond() * 1_000_000_000L + i * HOUR, 10, 10, 10, 10, 1);
        }
        return new MarketData(instrument, bars, 120, 0, 0, 0, 0, "");
    }

    private Funding read(String text) {
        try {
            return FundingFile.read(Files.writeString(folder.resolve("funding.csv"), text), market());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Settlements every so many hours from a first hour on, as ISO times without a zone. */
    private static List<String> rows(int first, int every) {
        List<String> rows = new ArrayList<>();
        for (int hour = first; hour <= 121; hour += every) {
            rows.add(START.plusSeconds(hour * 3_600L).toString().replace("Z", "") + ",0.0001");
        }
        return rows;
    }

    private static String file(List<String> rows) {
        return "time,rate\n" + String.join("\n", rows) + "\n";
    }

    @Test
    void ratesAreFractionsAndMarksAreRoundedToTheTick() {
        Funding funding = read("rate,time,mark\r\n0.0001,2024-01-01T08:00Z,42000.25\r\n-7.5e-5,1704139200000,\r\n"
                .replace("1704139200000", "2024-01-01T16:00Z"));
        long start = START.getEpochSecond() * 1_000_000_000L;
        assertThat(funding.schedule().settlements())
                .containsExactly(
                        new Settlement(start + 8 * HOUR, new Rate(1, 10_000), 420_002),
                        new Settlement(start + 16 * HOUR, new Rate(-3, 40_000), 0));
    }

    @Test
    void everyFormOfTimeThatBarsMayHaveIsReadAndVenuesStampsMayBeSomeMomentsLate() {
        String millis = "time,rate\n1704096000007,0.0001\n1704124800000,0.0001\n1704153600001,0.0001\n";
        assertThat(read(millis).schedule().settlements()).hasSize(3);
        String offset = "time,rate\n2024-01-01T16:00+08:00,0.0001\n2024-01-02T00:00+08:00,0.0002\n";
        assertThat(read(offset).schedule().settlements())
                .extracting(Settlement::timeNanos)
                .first()
                .isEqualTo(START.getEpochSecond() * 1_000_000_000L + 8 * HOUR);
    }

    @Test
    void aWholeFileHasNoHoles() {
        Funding funding = read(file(rows(0, 8)));
        assertThat(funding.missing()).isZero();
        assertThat(funding.schedule().settlements()).hasSize(15);
        assertThat(read(file(rows(0, 1))).missing()).isZero();
    }

    @Test
    void holesAreCountedAndNamed() {
        List<String> rows = rows(0, 8);
        rows.subList(5, 8).clear();
        rows.remove(8);
        Funding funding = read(file(rows));
        assertThat(funding.missing()).isEqualTo(4);
        assertThat(funding.holes()).hasSize(2);
    }

    @Test
    void aFileThatEndsTooEarlyOrBeginsTooLateHasAHole() {
        List<String> rows = rows(0, 8);
        assertThat(read(file(rows.subList(0, 8))).missing()).isEqualTo(7);
        assertThat(read(file(rows.subList(10, rows.size()))).missing()).isEqualTo(9);
    }

    @Test
    void aChangeOfTheSpacingIsNoHole() {
        List<String> rows = rows(0, 8).subList(0, 8);
        rows.addAll(rows(60, 4));
        assertThat(read(file(rows)).missing()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "3, 8", "5, 8", "2, 4", "7, 8"})
    void aFileInAnotherTimeZoneIsRefused(int first, int every) {
        assertThatThrownBy(() -> read(file(rows(first, every))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("line 2, column time")
                .hasMessageContaining("not on the hours at which venues settle")
                .hasMessageContaining("2024-01-01T08:00+08:00");
    }

    @Test
    void aZoneOfHalfHoursIsRefusedWhateverTheSpacing() {
        List<String> shifted = rows(0, 1).stream()
                .map(row -> row.replace(":00:00,", ":30:00,"))
                .toList();
        assertThatThrownBy(() -> read(file(shifted)))
                .extracting(e -> ((DataException) e).fault())
                .isEqualTo(DataFault.FUNDING_MISALIGNED);
    }

    @Test
    void settlementsInFourHoursWhereThreeADayBeginAtFourAreAVenuesWay() {
        assertThat(read(file(rows(4, 8))).missing()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            time,rate ; 2024-01-01T08:00,0.5                          | RATE_TOO_LARGE     | line 2, column rate
            time,rate ; 2024-01-01T08:00,x                            | NUMBER_UNREADABLE  | line 2, column rate
            time,rate ; 2024-01-01T08:00,NaN                          | NUMBER_UNREADABLE  | line 2, column rate
            time,rate ; 2024-01-01T08:00                              | CELL_COUNT         | line 2
            time,rate ; 2024-01-01T08:00,0 ; ; 2024-01-01T16:00,0     | CELL_COUNT         | line 3
            time,rate ; yesterday,0                                   | TIME_UNREADABLE    | line 2, column time
            time,rate ; 2024-01-01T08:00,0 ; 1704124800000,0          | TIME_UNITS_MIXED   | line 3, column time
            time,rate ; 2024-01-01T16:00,0 ; 2024-01-01T08:00,0       | TIME_BACKWARDS     | line 3, column time
            time,rate ; 2024-01-01T08:00,0 ; 2024-01-01T08:00,0       | TIME_TWICE         | line 3, column time
            time,rate ; 2021-01-01T08:00,0 ; 2021-01-01T16:00,0       | FUNDING_ELSEWHERE  | funding.csv
            time,rate                                                 | ROWS_MISSING       | funding.csv
            time,fundingRate ; 2024-01-01T08:00,0                     | FUNDING_COLUMNS    | line 1
            time ; 2024-01-01T08:00                                   | FUNDING_COLUMNS    | line 1
            time,rate,rate ; 2024-01-01T08:00,0,0                     | COLUMN_TWICE       | line 1
            time,rate,mark ; 2024-01-01T08:00,0,-1                    | PRICE_NOT_POSITIVE | line 2, column mark
            """)
    void badFilesAreNamedByLineAndColumn(String text, DataFault fault, String place) {
        String file = String.join("\n", List.of(text.split(" ; |(?<= ;) ")))
                        .replace(";", "")
                        .strip() + "\n";
        assertThatThrownBy(() -> read(file))
                .as(file)
                .isInstanceOf(DataException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(fault.fix())
                .extracting(e -> ((DataException) e).fault())
                .isEqualTo(fault);
    }

    @Test
    void filesThatAreNoneAreNamed() {
        assertThatThrownBy(() -> FundingFile.read(folder.resolve("nowhere.csv"), market()))
                .hasMessageContaining("nowhere.csv");
        assertThatThrownBy(() -> FundingFile.read(folder, market())).isInstanceOf(DataException.class);
        assertThat(Collections.singleton(read(file(rows(0, 8))).hash())).doesNotContain("");
    }
}
