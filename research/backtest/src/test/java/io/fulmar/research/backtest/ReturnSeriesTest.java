package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnSeriesTest {
    private static final long DAY = 86_400_000_000_000L;

    @TempDir
    Path folder;

    @Test
    void columnsAreFoundByNameThroughByteOrderMarkAndCarriageReturns() throws IOException {
        ReturnSeries series =
                read("\uFEFFnote,return,time\r\nx,0.5,1970-01-02\r\n\r\ny,-1e-3,1970-01-03T00:00:00Z\r\n");
        assertThat(series.times()).containsExactly(DAY, 2 * DAY);
        assertThat(series.returns()).containsExactly(0.5, -0.001);
    }

    @ParameterizedTest
    @CsvSource({
        "1704067200",
        "1704067200000",
        "1704067200000000",
        "1704067200000000000",
        "2024-01-01",
        "2024-01-01 00:00:00",
        "2024-01-01T00:00Z",
        "2024-01-01T05:30:00+05:30"
    })
    void timesMayBeWrittenInManyWays(String time) throws IOException {
        assertThat(read("time,return\n" + time + ",0\n").times()).containsExactly(1_704_067_200_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            date,return\\n2024-01-01,0    | line 1: the header lacks time or return
            time,return                   | line 1: no returns follow the header
            time,return\\n2024-01-01,x    | line 2: return "x" is not a number
            time,return\\n2024-01-01,NaN  | line 2: return "NaN" is not a number
            time,return\\n20240101,0      | line 2: time "20240101" is not understood
            time,return\\n2024-01-01      | line 2: only 1 column(s)
            time,return\\n2024-01-02,0\\n2024-01-01,0 | line 3: time 2024-01-01 goes backwards
            time,return\\n2024-01-02,0\\n2024-01-02,0 | line 3: time 2024-01-02 is there twice
            """)
    void whatCannotBeReadIsNamedByFileAndLine(String text, String message) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOf(ReturnSeries.Unreadable.class)
                .hasMessageContaining("returns.csv " + message);
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> ReturnSeries.read(folder.resolve("none.csv")))
                .isInstanceOf(ReturnSeries.Unreadable.class)
                .hasMessageContaining("none.csv: there is no such file");
    }

    @Test
    void returnsOfOneDayAreAddedUp() throws IOException {
        ReturnSeries series = read("time,return\n2024-01-01T01:00,1\n2024-01-01T23:00,2\n2024-01-02,4\n");
        assertThat(series.dailySums()).containsExactly(3, 4);
    }

    private ReturnSeries read(String text) throws IOException {
        return ReturnSeries.read(Files.writeString(folder.resolve("returns.csv"), text));
    }
}
