package io.fulmar.store.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrowFileTest {
    private static final List<ArrowField> FIELDS = List.of(
            new ArrowField("number", ArrowField.Type.INT64),
            new ArrowField("count", ArrowField.Type.INT32),
            new ArrowField("score", ArrowField.Type.FLOAT64),
            new ArrowField("good", ArrowField.Type.BOOL),
            new ArrowField("why", ArrowField.Type.UTF8),
            new ArrowField("time", ArrowField.Type.TIMESTAMP));

    @TempDir
    Path folder;

    private static double score(long row) {
        return row % 7 == 3 ? Double.NaN : row / 3.0;
    }

    private static String why(long row) {
        return row % 5 == 0 ? "" : "reason \u00e9 " + row;
    }

    private Path write(String name, long rows) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            ArrowWriter writer = new ArrowWriter(out, FIELDS, Map.of("origin", "a test"));
            for (long row = 0; row < rows; row++) {
                writer.put(0, row * row - 5);
                writer.put(1, row);
                writer.put(2, score(row));
                writer.put(3, row % 3 == 0);
                writer.put(4, why(row));
                writer.put(5, 1_704_067_200_000_000_000L + row);
                writer.endRow();
            }
            writer.finish();
        }
        return file;
    }

    @Test
    void rowsComeBackAsTheyWereWrittenAcrossBatches() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        for (long rows : new long[] {0, 1, 8, 9, 1_000, ArrowWriter.BATCH, ArrowWriter.BATCH + 1L, 200_000}) {
            try (ArrowReader reader = ArrowReader.open(write("rows-" + rows, rows))) {
                assertThat(reader.rows()).isEqualTo(rows);
                assertThat(reader.fields()).isEqualTo(FIELDS);
                assertThat(reader.words()).containsExactly(Map.entry("origin", "a test"));
                for (int i = 0; i < 500 && rows > 0; i++) {
                    long row = i < 10 ? Math.min(i, rows - 1) : random.nextLong(rows);
                    assertThat(reader.longAt(0, row)).isEqualTo(row * row - 5);
                    assertThat(reader.longAt(1, row)).isEqualTo(row);
                    assertThat(reader.doubleAt(2, row)).isEqualTo(Double.valueOf(score(row)));
                    assertThat(reader.booleanAt(3, row)).isEqualTo(row % 3 == 0);
                    assertThat(reader.textAt(4, row)).isEqualTo(why(row));
                    assertThat(reader.longAt(reader.column("time"), row)).isEqualTo(1_704_067_200_000_000_000L + row);
                }
            }
        }
    }

    @Test
    void theSameRowsGiveTheSameBytes() throws IOException {
        assertThat(Files.readAllBytes(write("one", 70_000))).isEqualTo(Files.readAllBytes(write("two", 70_000)));
    }

    @Test
    void aFileWithoutItsEndIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(write("whole", 100));
        for (int length : new int[] {0, 5, 8, 200, whole.length - 1}) {
            Path cut = Files.write(folder.resolve("cut-" + length), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> ArrowReader.open(cut).close())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("not whole");
        }
    }
}
