package io.fulmar.store.lake;

import static io.fulmar.store.lake.Minutes.BTC;
import static io.fulmar.store.lake.Minutes.MINUTE;
import static io.fulmar.store.lake.Minutes.MINUTES;
import static io.fulmar.store.lake.Minutes.add;
import static io.fulmar.store.lake.Minutes.bars;
import static io.fulmar.store.lake.Minutes.lines;
import static io.fulmar.store.lake.Minutes.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsFileTest {
    private static final long START = time("2023-12-30T00:00:00Z");
    private static final Map<String, String> WORDS = Map.of("whose", "ours");

    @TempDir
    Path temporary;

    private Lake lake(Rows rows, Compression compression) {
        Lake lake = Lake.open(temporary.resolve("lake-" + compression));
        add(lake, rows, compression);
        return lake;
    }

    private Path write(Lake lake, long from, long to, Compression compression) {
        Path file = temporary.resolve("rows.feather");
        try (DatasetReader reader = lake.read(BTC, from, to);
                RowsFile out = RowsFile.create(file, MINUTES, WORDS, compression)) {
            for (Optional<ColumnBatch> rows = reader.next(); rows.isPresent(); rows = reader.next()) {
                out.write(rows.get());
            }
            out.finish();
        }
        return file;
    }

    /** By the reader for anybody's files, which looks at what is marked as null. */
    private static List<String> read(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (ArrowReader reader = ArrowReader.open(file)) {
            for (long row = 0; row < reader.rows(); row++) {
                StringBuilder line = new StringBuilder();
                for (int column = 0; column < reader.fields().size(); column++) {
                    boolean isNumber = reader.fields().get(column).type() == ArrowField.Type.FLOAT64;
                    if (isNumber) {
                        line.append(reader.isThere(column, row) ? reader.doubleAt(column, row) : Double.NaN);
                    } else {
                        line.append(reader.isThere(column, row) ? reader.longAt(column, row) : Rows.UNKNOWN);
                    }
                    line.append(' ');
                }
                lines.add(line.toString());
            }
        }
        return lines;
    }

    @Test
    void rowsAreTheSameWhetherTheirBatchesAreCopiedOrWrittenAnew() throws IOException {
        Rows rows = bars(START, 66_000);
        List<String> all = lines(rows);
        for (Compression from : Compression.values()) {
            Lake lake = lake(rows, from);
            for (Compression to : Compression.values()) {
                assertThat(read(write(lake, Long.MIN_VALUE, Long.MAX_VALUE, to)))
                        .as("%s to %s", from, to)
                        .isEqualTo(all);
                assertThat(read(write(lake, START + 65_000 * MINUTE, Long.MAX_VALUE, to)))
                        .as("some, %s to %s", from, to)
                        .isEqualTo(all.subList(65_000, 66_000));
            }
        }
    }

    @Test
    void aCopiedBatchThatDoesNotHoldLeavesWhatWasThere() throws IOException {
        Lake lake = lake(bars(START, 100), Compression.NONE);
        Path before = write(lake, Long.MIN_VALUE, Long.MAX_VALUE, Compression.NONE);
        byte[] good = Files.readAllBytes(before);
        Path part = temporary.resolve("lake-NONE").resolve(BTC.folder()).resolve("2023.arrow");
        byte[] bytes = Files.readAllBytes(part);
        bytes[bytes.length / 2] ^= 1;
        Files.write(part, bytes);

        assertThatExceptionOfType(LakeException.class)
                .isThrownBy(() -> write(lake, Long.MIN_VALUE, Long.MAX_VALUE, Compression.NONE))
                .matches(e -> e.fault() == LakeException.Fault.FILE_DAMAGED)
                .withMessageContaining("2023.arrow: the checksum of a batch does not hold");

        assertThat(Files.readAllBytes(before)).isEqualTo(good);
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files.map(Path::getFileName).map(String::valueOf))
                    .containsExactlyInAnyOrder("lake-NONE", "rows.feather");
        }
    }
}
