package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
    private static final int ROWS = 100_000;
    private static final long START = 1_704_067_200;
    private static final long MINUTE = 60;

    /** Lines get shorter twice, so that the first one promises too few rows. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 1, 30})
    void everyRowIsReadWhateverTheFirstLineAndTheToldSizePromise(double told) {
        var text = new StringBuilder("time,open,high,low,close,volume\n");
        for (int row = 0; row < ROWS; row++) {
            text.append(START + row * MINUTE)
                    .append(
                            row == 0
                                    ? ",1.0000000,2.0000000,1.0000000,1.0000000,1\n"
                                    : row < ROWS / 2 ? ",1.00,2.00,1.00,1,1\n" : ",1,2,1,1,1\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        var source = new CsvSource(
                Path.of("told.csv"), () -> new ByteArrayInputStream(bytes), () -> (long) (told * bytes.length));
        try (var input = new CsvInput(source)) {
            var columns = CsvRows.read(input, CsvLayout.strict(input));
            assertThat(columns.size).isEqualTo(ROWS);
            for (int row = 0; row < ROWS; row++) {
                assertThat(columns.times[row]).isEqualTo((START + row * MINUTE) * 1_000_000_000);
            }
        }
    }
}
