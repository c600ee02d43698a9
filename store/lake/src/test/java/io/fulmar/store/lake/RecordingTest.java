package io.fulmar.store.lake;

import static io.fulmar.store.lake.Minutes.BTC;
import static io.fulmar.store.lake.Minutes.MINUTE;
import static io.fulmar.store.lake.Minutes.SCALES;
import static io.fulmar.store.lake.Minutes.bars;
import static io.fulmar.store.lake.Minutes.lines;
import static io.fulmar.store.lake.Minutes.read;
import static io.fulmar.store.lake.Minutes.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
    private static final long START = time("2024-03-30T22:00:00Z");

    @TempDir
    Path temporary;

    private Lake lake = Lake.open(Path.of("none"));

    @BeforeEach
    void open() {
        lake = Lake.open(temporary);
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(temporary.resolve(BTC.folder()))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path segment(String name) {
        return temporary.resolve(BTC.folder()).resolve(name);
    }

    @Test
    void todayIsReadableWhileItIsWritten() {
        try (Recording recording = lake.record(BTC, SCALES)) {
            List<String> told = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Rows rows = bars(START + 3L * i * MINUTE, 3);
                recording.append(rows);
                assertThat(read(lake, BTC)).isEqualTo(told);
                recording.flush();
                told.addAll(lines(rows));
                assertThat(read(lake, BTC)).isEqualTo(told);
            }
            assertThat(lake.state(BTC).orElseThrow().rows()).isEqualTo(60);
        }
        assertThat(files()).containsExactly("2024-03-30.arrows", "manifest.txt");
    }

    @Test
    void aRecordingGoesOnWhereTheLastOneEnded() {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            try (Recording recording = lake.record(BTC, SCALES)) {
                Rows rows = bars(START + 7L * i * MINUTE, 7);
                recording.append(rows);
                told.addAll(lines(rows));
            }
        }
        assertThat(read(lake, BTC)).isEqualTo(told);
    }

    @Test
    void atMidnightTheDayBecomesPartOfItsMonth() {
        List<String> told = new ArrayList<>();
        try (Recording recording = lake.record(BTC, SCALES)) {
            for (int i = 0; i < 40; i++) {
                Rows rows = bars(START + 100L * i * MINUTE, 100);
                recording.append(rows);
                told.addAll(lines(rows));
            }
        }
        assertThat(read(lake, BTC)).isEqualTo(told);
        assertThat(files()).contains("2024.arrow", "2024-04-02.arrows");
        assertThat(lake.state(BTC).orElseThrow().files()).isLessThanOrEqualTo(3);
    }

    @Test
    void aWriterTakesTheDayThatWasRecordedWithIt() {
        Rows rows = bars(START, 30);
        try (Recording recording = lake.record(BTC, SCALES)) {
            recording.append(rows);
        }
        Rows more = bars(START + 30 * MINUTE, 10);
        try (DatasetWriter writer = lake.write(BTC, SCALES)) {
            writer.append(more);
            writer.commit();
        }
        assertThat(read(lake, BTC))
                .isEqualTo(Stream.concat(lines(rows).stream(), lines(more).stream())
                        .toList());
        assertThat(lake.state(BTC).orElseThrow().files()).isEqualTo(1);
    }

    @Test
    void aBatchThatIsNotWholeCountsForNothingAndIsWrittenOver() throws IOException {
        Rows rows = bars(START, 50);
        Rows more = bars(START + 50 * MINUTE, 50);
        try (Recording recording = lake.record(BTC, SCALES)) {
            recording.append(rows);
            recording.flush();
            recording.append(more);
        }
        Path segment = segment("2024-03-30.arrows");
        byte[] whole = Files.readAllBytes(segment);
        for (int cut : new int[] {1, 8, 500, 2_000, 5_000}) {
            Files.write(segment, java.util.Arrays.copyOf(whole, whole.length - cut));
            assertThat(read(lake, BTC)).as("cut by %d", cut).hasSize(cut > 4_500 ? 0 : 50);
        }
        byte[] zeros = whole.clone();
        java.util.Arrays.fill(zeros, whole.length - 700, whole.length, (byte) 0);
        Files.write(segment, zeros, StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(read(lake, BTC)).hasSize(50);
        try (Recording recording = lake.record(BTC, SCALES)) {
            assertThat(recording.last()).hasValue(START + 49 * MINUTE);
            recording.append(more);
        }
        assertThat(read(lake, BTC)).hasSize(100);
    }

    @Test
    void nobodyElseWritesWhileItIsRecorded() {
        try (Recording recording = lake.record(BTC, SCALES)) {
            assertThat(recording.last()).isEmpty();
            assertThatExceptionOfType(LakeException.class)
                    .isThrownBy(() -> lake.write(BTC, SCALES).close())
                    .matches(e -> e.fault() == LakeException.Fault.DATASET_HELD);
        }
    }
}
