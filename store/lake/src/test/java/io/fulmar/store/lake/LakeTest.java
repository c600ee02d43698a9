package io.fulmar.store.lake;

import static io.fulmar.store.lake.Minutes.BTC;
import static io.fulmar.store.lake.Minutes.MINUTE;
import static io.fulmar.store.lake.Minutes.MINUTES;
import static io.fulmar.store.lake.Minutes.SCALES;
import static io.fulmar.store.lake.Minutes.add;
import static io.fulmar.store.lake.Minutes.bar;
import static io.fulmar.store.lake.Minutes.bars;
import static io.fulmar.store.lake.Minutes.lines;
import static io.fulmar.store.lake.Minutes.read;
import static io.fulmar.store.lake.Minutes.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {
    private static final LakeException.Fault UNSORTED = LakeException.Fault.ROWS_UNSORTED;

    @TempDir
    Path temporary;

    private Lake lake() {
        return Lake.open(temporary.resolve("lake"));
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(temporary.resolve("lake").resolve(BTC.folder()))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void rowsComeBackAsTheyWereWrittenPackedOrNot() {
        for (Compression compression : Compression.values()) {
            Lake lake = Lake.open(temporary.resolve("lake-" + compression));
            Rows rows = bars(time("2023-12-30T00:00:00Z"), 200_000);
            add(lake, rows, compression);
            assertThat(read(lake, BTC)).as("%s", compression).isEqualTo(lines(rows));
        }
    }

    @Test
    void aReaderSeesTheRowsOfItsTimeOnly() {
        Lake lake = lake();
        long start = time("2023-12-30T00:00:00Z");
        Rows rows = bars(start, 150_000);
        add(lake, rows, Compression.NONE);
        List<String> all = lines(rows);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 50; i++) {
            int from = random.nextInt(-10, all.size());
            int to = random.nextInt(from, all.size() + 10);
            try (DatasetReader reader = lake.read(BTC, start + from * MINUTE - 5, start + to * MINUTE)) {
                assertThat(lines(reader))
                        .as("rows %d to %d", from, to)
                        .isEqualTo(all.subList(Math.max(0, from), Math.min(to, all.size())));
            }
        }
    }

    @Test
    void yearsAreFilesAndTheRunningMonthIsOneUntilItIsOver() {
        Lake lake = lake();
        List<String> all = new ArrayList<>();
        long at = time("2023-11-01T00:00:00Z");
        for (int days : new int[] {70, 5, 10, 10, 25, 3}) {
            Rows rows = bars(at, days * 1440);
            all.addAll(lines(rows));
            add(lake, rows, Compression.NONE);
            at += days * 1440L * MINUTE;
        }
        assertThat(read(lake, BTC)).isEqualTo(all);
        DatasetState state = lake.state(BTC).orElseThrow();
        assertThat(state.files()).isEqualTo(3); // 2023, 2024 up to February, March
        assertThat(state.rows()).isEqualTo(all.size());
        assertThat(state.gaps()).isZero();
        assertThat(state.revision()).isZero();
        assertThat(files()).contains("2023.arrow", "2024.arrow", "manifest.txt");
    }

    @Test
    void theCatalogueKnowsRowsTimesPricesAndGaps() {
        Lake lake = lake();
        long start = time("2024-01-01T00:00:00Z");
        Rows rows = bars(start, 100);
        add(lake, rows, Compression.NONE);
        Rows later = bars(start + 110 * MINUTE, 70_000);
        add(lake, later, Compression.NONE);
        DatasetState state = lake.catalogue().getFirst();
        assertThat(state.dataset()).isEqualTo(BTC);
        assertThat(state.rows()).isEqualTo(70_100);
        assertThat(state.first()).isEqualTo(start);
        assertThat(state.last()).isEqualTo(start + 70_109 * MINUTE);
        assertThat(state.gaps()).isEqualTo(10);
        assertThat(state.low()).isBetween(900.0, 1000.0);
        assertThat(state.high()).isBetween(1490.0, 1510.0);
    }

    @Test
    void rowsThatGoBackAreRefusedAndNothingIsLost() {
        Lake lake = lake();
        Rows rows = bars(time("2024-01-01T00:00:00Z"), 10);
        add(lake, rows, Compression.NONE);
        try (DatasetWriter writer = lake.write(BTC, SCALES)) {
            assertThatExceptionOfType(LakeException.class)
                    .isThrownBy(() -> writer.append(bars(time("2024-01-01T00:09:00Z"), 5)))
                    .matches(e -> e.fault() == UNSORTED)
                    .withMessageContaining("2024-01-01T00:09:00Z");
        }
        assertThat(read(lake, BTC)).isEqualTo(lines(rows));
    }

    @Test
    void whatIsNotCommittedNeverWas() {
        Lake lake = lake();
        Rows rows = bars(time("2024-01-01T00:00:00Z"), 10);
        add(lake, rows, Compression.NONE);
        try (DatasetWriter writer = lake.write(BTC, SCALES)) {
            writer.append(bars(time("2024-01-02T00:00:00Z"), 100_000));
        }
        assertThat(read(lake, BTC)).isEqualTo(lines(rows));
        try (DatasetWriter writer = lake.write(BTC, SCALES)) {
            assertThat(writer.last()).hasValue(time("2024-01-01T00:09:00Z"));
        }
        assertThat(files()).containsExactly("2024.arrow", "manifest.txt");
    }

    @Test
    void aDatasetHasOneWriter() {
        Lake lake = lake();
        try (DatasetWriter writer = lake.write(BTC, SCALES)) {
            assertThat(writer.last()).isEmpty();
            assertThatExceptionOfType(LakeException.class)
                    .isThrownBy(() -> lake.write(BTC, SCALES).close())
                    .matches(e -> e.fault() == LakeException.Fault.DATASET_HELD);
        }
        lake.write(BTC, SCALES).close();
    }

    @Test
    void aCorrectionIsANewRevision() {
        Lake lake = lake();
        long start = time("2023-12-31T12:00:00Z");
        Rows rows = bars(start, 1440);
        add(lake, rows, Compression.NONE);
        Rows better = new Rows(MINUTES, 3);
        bar(better, start - 5 * MINUTE, 40);
        bar(better, start + 7 * MINUTE, 40);
        bar(better, start + 1000 * MINUTE, 40);
        try (DatasetWriter writer = lake.write(BTC, SCALES)) {
            writer.correct(better);
            writer.commit();
        }
        List<String> expected = lines(rows);
        expected.set(7, lines(better).get(1));
        expected.set(1000, lines(better).get(2));
        expected.addFirst(lines(better).getFirst());
        assertThat(read(lake, BTC)).isEqualTo(expected);
        assertThat(lake.state(BTC).orElseThrow().revision()).isEqualTo(1);
        assertThat(lake.state(BTC).orElseThrow().gaps()).isEqualTo(4);
    }

    @Test
    void yearsBeforeTheFirstAreCorrectionsWithFilesOfTheirOwn() {
        Lake lake = lake();
        Rows rows = bars(time("2024-01-01T00:00:00Z"), 100);
        add(lake, rows, Compression.NONE);
        Rows earlier = bars(time("2022-12-31T23:00:00Z"), 120);
        try (DatasetWriter writer = lake.write(BTC, SCALES)) {
            writer.correct(earlier);
            writer.commit();
        }
        assertThat(read(lake, BTC))
                .isEqualTo(Stream.concat(lines(earlier).stream(), lines(rows).stream())
                        .toList());
        assertThat(files()).containsExactly("2022.arrow", "2023.arrow", "2024.arrow", "manifest.txt");
    }

    @Test
    void floatsBesideADecimalAreSnappedAndCountedOthersRefused() {
        Lake lake = lake();
        Rows rows = bars(time("2024-01-01T00:00:00Z"), 100);
        List<String> expected = lines(rows);
        double[] closes = rows.numbers("close");
        closes[3] = Math.nextUp(Math.nextUp(closes[3]));
        closes[70] = Math.nextDown(closes[70]);
        try (DatasetWriter writer = lake.write(BTC, SCALES)) {
            writer.append(rows);
            assertThat(writer.snapped()).isEqualTo(2);
            writer.commit();
        }
        assertThat(read(lake, BTC)).isEqualTo(expected);
        Rows wrong = bars(time("2024-01-02T00:00:00Z"), 3);
        wrong.numbers("open")[1] = 1234.567;
        try (DatasetWriter writer = lake.write(BTC, SCALES)) {
            assertThatExceptionOfType(LakeException.class)
                    .isThrownBy(() -> writer.append(wrong))
                    .matches(e -> e.fault() == LakeException.Fault.NUMBER_INEXACT)
                    .withMessageContaining("1234.567 is no number of 2 decimals");
        }
    }

    @Test
    void everyShortDecimalIsGivenBackExactly() {
        SplittableRandom random = new SplittableRandom(17);
        for (int i = 0; i < 300_000; i++) {
            int scale = random.nextInt(19);
            long mantissa = random.nextLong(1L << random.nextInt(1, 51));
            double[] number = {mantissa / Decimals.power(scale)};
            assertThat(Decimals.inexact(number, 0, 1, scale))
                    .as("%d / 10^%d", mantissa, scale)
                    .isZero();
            assertThat((long) Math.rint(number[0] * Decimals.power(scale))).isEqualTo(mantissa);
        }
    }

    @Test
    void theFewestDecimalsOfSomeNumbersAreFound() {
        assertThat(Scales.decimals(new double[] {1.5, 2.25, 100}, 0, 3, 0)).isEqualTo(OptionalInt.of(2));
        assertThat(Scales.decimals(new double[] {0.1 + 0.2, Double.NaN}, 0, 2, 0))
                .isEqualTo(OptionalInt.of(1));
        assertThat(Scales.decimals(new double[] {1.0 / 3}, 0, 1, 0)).isEqualTo(OptionalInt.empty());
    }

    @Test
    void barsAreReadAsExactNumbers() {
        for (Compression compression : Compression.values()) {
            Lake lake = Lake.open(temporary.resolve("exact-" + compression));
            Rows rows = bars(time("2023-12-31T00:00:00Z"), 100_000);
            add(lake, rows, compression);
            try (DatasetReader reader = lake.read(BTC)) {
                ExactCandles exact = reader.candles();
                assertThat(exact.size()).isEqualTo(100_000);
                assertThat(exact.scale()).isEqualTo(2);
                for (int i = 0; i < exact.size(); i++) {
                    assertThat(exact.times()[i]).isEqualTo(rows.times()[i]);
                    assertThat(exact.closes()[i]).isEqualTo(Math.round(rows.numbers("close")[i] * 100));
                    assertThat(exact.lows()[i]).isEqualTo(Math.round(rows.numbers("low")[i] * 100));
                    assertThat(exact.volumes()[i]).isEqualTo(rows.numbers("volume")[i]);
                }
            }
        }
    }
}
