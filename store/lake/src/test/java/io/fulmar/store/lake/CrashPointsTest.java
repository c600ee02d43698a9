package io.fulmar.store.lake;

import static io.fulmar.store.lake.Minutes.BTC;
import static io.fulmar.store.lake.Minutes.MINUTES;
import static io.fulmar.store.lake.Minutes.SCALES;
import static io.fulmar.store.lake.Minutes.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake is stopped at every single thing it does to the disk, in every way; afterwards every file is whole, and work goes on. */
class CrashPointsTest {
    private static final long START = time("2023-12-31T20:00:00Z");
    private static final List<CrashingDisk.End> ENDS = List.of(CrashingDisk.End.values());
    private static final long HOUR = 60 * Minutes.MINUTE;
    private static final int[] IMPORTS = {100, 620, 750};
    private static final int RECORDED = 60;
    private static final int RECORDED_AT_ONCE = 10;
    private static final int FORCED_EVERY = 30;

    /** In memory where there is such a place: every scenario forces a hundred times. */
    private static final Path MEMORY = Path.of("/dev/shm");

    @TempDir
    Path onDisk;

    private Path temporary = Path.of("none");
    private int folders;

    @BeforeEach
    void choose() throws IOException {
        temporary = Files.isWritable(MEMORY) ? Files.createTempDirectory(MEMORY, "fulmar-crash-points") : onDisk;
    }

    @AfterEach
    void leave() {
        if (!temporary.equals(onDisk)) {
            remove(temporary);
        }
    }

    /** Time goes on by more than a day with each version, so that files which were replaced are taken away too. */
    private static InstantSource clock() {
        long[] now = {0};
        return () -> Instant.ofEpochSecond(now[0] += 50_000);
    }

    /** Rows that were promised to be durable when work ended, and all that were given. */
    private static final class Promise {
        private long durable;
        private boolean corrected;
    }

    /** Goes on with the work wherever it stands; returns when all is done. */
    private static void work(Lake lake, Promise promise) {
        long at = START;
        for (int count : IMPORTS) {
            importRows(lake, at, count, promise);
            at += count * HOUR;
        }
        correct(lake, promise);
        record(lake, at, promise);
    }

    private static void importRows(Lake lake, long from, int count, Promise promise) {
        try (DatasetWriter writer = lake.write(BTC, SCALES, count == 620 ? Compression.ZSTD : Compression.NONE)) {
            long next = writer.last().isPresent() ? writer.last().getAsLong() + HOUR : START;
            long end = from + count * HOUR;
            if (next < end) {
                writer.append(bars(next, (int) ((end - next) / HOUR)));
                writer.commit();
                promise.durable = Math.max(promise.durable, (end - START) / HOUR);
            }
        }
    }

    private static void correct(Lake lake, Promise promise) {
        try (DatasetWriter writer = lake.write(BTC, SCALES)) {
            Rows rows = new Rows(MINUTES, 1);
            Minutes.bar(rows, START + 77 * HOUR, 40);
            writer.correct(rows);
            writer.commit();
            promise.corrected = true;
        }
    }

    private static void record(Lake lake, long from, Promise promise) {
        try (Recording recording = lake.record(BTC, SCALES)) {
            long next = recording.last().orElseThrow() + HOUR;
            while (next < from + RECORDED * HOUR) {
                int count = (int) Math.min(RECORDED_AT_ONCE, (from - next) / HOUR + RECORDED);
                recording.append(bars(next, count));
                next += count * HOUR;
                recording.flush();
                if ((next - from) / HOUR % FORCED_EVERY == 0) {
                    recording.force();
                    promise.durable = (next - START) / HOUR;
                }
            }
        }
    }

    @Test
    void everyFileIsWholeAfterACrashAnywhereAndWorkGoesOn() {
        Path folder = folder();
        CrashingDisk counting = CrashingDisk.counting();
        work(Lake.open(folder, counting, clock()), new Promise());
        long[] whole = rows(folder);
        assertThat(whole).hasSize(1_470 + RECORDED);
        assertThat(counting.acts()).isGreaterThan(60);
        remove(folder);
        for (int act = 0; act < counting.acts(); act++) {
            for (CrashingDisk.End end : ENDS) {
                crashAndGoOn(act, end, whole);
            }
        }
    }

    private void crashAndGoOn(int act, CrashingDisk.End end, long[] whole) {
        String what = end + " at act " + act;
        Path folder = folder();
        Promise promise = new Promise();
        crash(Lake.open(folder, new CrashingDisk(act, end), clock()), promise, what);
        expectWhole(folder, promise, whole, what);
        work(Lake.open(folder, Disk.REAL, clock()), new Promise());
        same(rows(folder), whole, what);
        expectNoLitter(folder, what);
        remove(folder);
    }

    private static void crash(Lake lake, Promise promise, String what) {
        try {
            work(lake, promise);
            throw new AssertionError(what + " did not happen");
        } catch (CrashingDisk.Crash e) {
            assertThat(e).as(what).isNotNull();
        } catch (LakeException e) {
            assertThat(e.fault()).as(what).isEqualTo(LakeException.Fault.DISK);
            assertThat(e).as(what).hasMessageContaining("No space left");
        }
    }

    /** What is there is a beginning of the whole, at least what was promised, and every checksum holds. */
    private static void expectWhole(Path folder, Promise promise, long[] whole, String what) {
        Lake lake = Lake.open(folder);
        if (lake.state(BTC).isEmpty()) {
            assertThat(promise.durable).as(what).isZero();
            return;
        }
        try (DatasetReader reader = lake.read(BTC)) {
            reader.verify();
        }
        long[] now = rows(folder);
        assertThat((long) now.length).as(what).isBetween(promise.durable, (long) whole.length);
        boolean corrected = lake.state(BTC).orElseThrow().revision() > 0;
        assertThat(corrected || !promise.corrected).as(what).isTrue();
        long[] expected = Arrays.copyOf(whole, now.length);
        if (!corrected && now.length > 77) {
            expected[77] = Minutes.digests(bars(START + 77 * HOUR, 1))[0];
        }
        same(now, expected, what);
    }

    private static void expectNoLitter(Path folder, String what) {
        DatasetFolder place = new DatasetFolder(folder.resolve(BTC.folder()), Disk.REAL);
        Manifest manifest = place.manifest().orElseThrow();
        try (Stream<Path> files = Files.list(place.path())) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .as(what)
                    .allMatch(name -> name.equals(Manifest.FILE) || manifest.uses(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void workGoesOnAfterSeveralCrashesInARow() {
        SplittableRandom random = new SplittableRandom(7);
        Path first = folder();
        CrashingDisk counting = CrashingDisk.counting();
        work(Lake.open(first, counting, clock()), new Promise());
        long[] whole = rows(first);
        for (int i = 0; i < 12; i++) {
            Path folder = folder();
            for (int crash = 0; crash < 4; crash++) {
                CrashingDisk.End end = ENDS.get(random.nextInt(ENDS.size()));
                CrashingDisk disk = new CrashingDisk(random.nextInt(counting.acts()), end);
                try {
                    work(Lake.open(folder, disk, clock()), new Promise());
                } catch (CrashingDisk.Crash | LakeException e) {
                    assertThat(e).isNotNull(); // the next one goes on from here
                }
            }
            work(Lake.open(folder, Disk.REAL, clock()), new Promise());
            same(rows(folder), whole, "number " + i);
            remove(folder);
        }
    }

    /** One a hour: months and years go by in few rows. */
    private static Rows bars(long from, int count) {
        Rows rows = new Rows(MINUTES, count);
        for (int i = 0; i < count; i++) {
            Minutes.bar(rows, from + i * HOUR, 0);
        }
        return rows;
    }

    private Path folder() {
        return temporary.resolve("lake-" + folders++);
    }

    private static long[] rows(Path folder) {
        return Minutes.digests(Lake.open(folder));
    }

    private static void same(long[] now, long[] expected, String what) {
        assertThat(Arrays.mismatch(now, expected))
                .as("%s: the first row that differs, of %d and %d", what, now.length, expected.length)
                .isEqualTo(-1);
    }

    static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
