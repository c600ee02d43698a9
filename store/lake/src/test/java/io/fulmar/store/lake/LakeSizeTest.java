package io.fulmar.store.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundredth of 340 million candles: as many a year as there are minutes. What takes time is measured by {@code proof lake}. */
class LakeSizeTest {
    private static final int YEAR = 525_600;
    private static final int SYMBOLS = 7;

    @TempDir
    Path temporary;

    private static Dataset dataset(int number) {
        return new Dataset("venue", Symbol.spot("COIN" + number, "USDT"), Minutes.MINUTES);
    }

    @Test
    void aYearOfMinutesIsOneFileOf61BytesARow() throws IOException {
        Lake lake = Lake.open(temporary);
        Rows rows = Minutes.bars(Minutes.time("2025-01-01T00:00:00Z"), YEAR);
        for (int number = 0; number < SYMBOLS; number++) {
            try (DatasetWriter writer = lake.write(dataset(number), Minutes.SCALES)) {
                writer.append(rows);
                writer.commit();
            }
        }
        long bytes = lake.catalogue().stream().mapToLong(DatasetState::bytes).sum();
        assertThat(lake.catalogue()).hasSize(SYMBOLS).allMatch(state -> state.rows() == YEAR && state.files() == 1);
        assertThat((double) bytes / (SYMBOLS * YEAR)).isBetween(61.0, 61.5);
        try (Stream<Path> files = Files.walk(temporary)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(2 * SYMBOLS + 1);
        }
        double sum = 0;
        for (double close : rows.numbers("close")) {
            sum += close;
        }
        for (int number = 0; number < SYMBOLS; number++) {
            assertThat(closes(lake, dataset(number))).isEqualTo(sum);
        }
    }

    private static double closes(Lake lake, Dataset dataset) {
        try (DatasetReader reader = lake.read(dataset)) {
            double sum = 0;
            for (var batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                for (int i = 0; i < batch.get().rows(); i++) {
                    sum += batch.get().column("close").get(Ipc.DOUBLE, i * 8L);
                }
            }
            return sum;
        }
    }
}
