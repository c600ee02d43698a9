package io.fulmar.store.lake;

import static io.fulmar.store.lake.Minutes.BTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are packed and leave the disk; the work is stopped at every single thing it does to the disk, in every way. */
class KeeperTest {
    private static final long START = Minutes.time("2022-12-20T00:00:00Z");
    private static final int ROWS = 400;

    /** In memory where there is such a place: every scenario forces a dozen times. */
    private static final Path MEMORY = Path.of("/dev/shm");

    @TempDir
    Path onDisk;

    private Path temporary = Path.of("none");

    @BeforeEach
    void choose() throws IOException {
        temporary = Files.isWritable(MEMORY) ? Files.createTempDirectory(MEMORY, "fulmar-keeper") : onDisk;
    }

    @AfterEach
    void leave() throws IOException {
        if (!temporary.equals(onDisk)) {
            try (Stream<Path> all = Files.walk(temporary)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path elsewhere() {
        return temporary.resolve("elsewhere");
    }

    private Lake filled(Path folder) {
        Lake lake = Lake.open(folder);
        try (DatasetWriter writer = lake.write(BTC, Minutes.SCALES)) {
            Rows rows = new Rows(BTC.kind());
            for (int i = 0; i < ROWS; i++) {
                Minutes.bar(rows, START + i * 60L * Minutes.MINUTE, 100 + (i % 7));
            }
            writer.append(rows);
            writer.commit();
        }
        return lake;
    }

    /** Packs what is plain, keeps a copy elsewhere, and lets the oldest file go: wherever the work stands, it goes on. */
    private void work(Lake lake) {
        try (Keeper keeper = lake.keep(BTC)) {
            for (SealedFile file : keeper.sealed().files()) {
                if (file.compression() == Compression.NONE) {
                    keeper.pack(file.name());
                }
            }
            SealedFile oldest = keeper.sealed().files().getFirst();
            if (lake.away(BTC, oldest).isEmpty()) {
                keeper.sendAway(oldest.name(), copied(lake.path(BTC, oldest), oldest.bytes()));
            }
        }
    }

    private Away copied(Path file, long bytes) {
        String sum = "0".repeat(64);
        try {
            Files.createDirectories(elsewhere());
            Files.write(elsewhere().resolve("copy"), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Away("s3://there/copy", "", bytes, sum);
    }

    private String content(Path folder) {
        Lake lake = Lake.open(folder, away -> elsewhere().resolve("copy"));
        List<String> all = new ArrayList<>();
        try (DatasetReader reader = lake.read(BTC)) {
            reader.verify();
            Rows rows = new Rows(BTC.kind());
            while (reader.next(rows)) {
                for (int i = 0; i < rows.size(); i++) {
                    all.add(rows.times()[i] + " " + rows.numbers("close")[i]);
                }
            }
        }
        return all.toString();
    }

    @Test
    void nothingIsLostWhereverPackingAndSendingAwayStopAndBothGoOn() {
        Path first = temporary.resolve("first");
        filled(first);
        String whole = content(first);
        CrashingDisk counting = CrashingDisk.counting();
        work(Lake.open(first, counting, InstantSource.system()));
        assertThat(content(first)).isEqualTo(whole);
        assertThat(counting.acts()).isGreaterThan(15);
        for (int act = 0; act < counting.acts(); act++) {
            for (CrashingDisk.End end : CrashingDisk.End.values()) {
                String what = end + " at act " + act;
                Path folder = temporary.resolve(what);
                filled(folder);
                stop(new CrashingDisk(act, end), folder, what);
                assertThat(content(folder)).as(what).isEqualTo(whole);
                work(Lake.open(folder));
                assertThat(content(folder)).as(what).isEqualTo(whole);
                SealedFile oldest =
                        Lake.open(folder).sealed(BTC).orElseThrow().files().getFirst();
                assertThat(Lake.open(folder).path(BTC, oldest)).as(what).doesNotExist();
            }
        }
    }

    private void stop(CrashingDisk disk, Path folder, String what) {
        try {
            work(Lake.open(folder, disk, InstantSource.system()));
        } catch (CrashingDisk.Crash e) {
            assertThat(e).as(what).isNotNull();
        } catch (LakeException e) {
            assertThat(e.fault()).as(what).isEqualTo(LakeException.Fault.DISK);
        }
    }

    @Test
    void fileThatIsAwayIsToldWhereNobodyCanFetchIt() {
        Path folder = temporary.resolve("lake");
        filled(folder);
        work(Lake.open(folder));

        assertThatThrownBy(() -> Lake.open(folder).read(BTC).verify())
                .isInstanceOfSatisfying(LakeException.class, e -> {
                    assertThat(e.fault()).isEqualTo(LakeException.Fault.FILE_AWAY);
                    assertThat(e.place()).isEqualTo("s3://there/copy");
                    assertThat(e.fix()).contains("fulmar data pull");
                });
        assertThat(Lake.open(folder).state(BTC).orElseThrow().rows()).isEqualTo(ROWS);
    }

    @Test
    void damagedNoteIsToldAsSuch() throws IOException {
        Path folder = temporary.resolve("lake");
        Lake lake = filled(folder);
        work(lake);
        SealedFile oldest = lake.sealed(BTC).orElseThrow().files().getFirst();
        Path note = AwayNote.of(lake.path(BTC, oldest));
        byte[] text = Files.readAllBytes(note);
        Files.write(note, Arrays.copyOf(text, text.length - 3));

        assertThatThrownBy(() -> lake.away(BTC, oldest))
                .isInstanceOfSatisfying(
                        LakeException.class, e -> assertThat(e.fault()).isEqualTo(LakeException.Fault.FILE_DAMAGED));
    }
}
