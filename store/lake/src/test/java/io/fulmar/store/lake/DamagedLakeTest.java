package io.fulmar.store.lake;

import static io.fulmar.store.lake.Minutes.BTC;
import static io.fulmar.store.lake.Minutes.MINUTE;
import static io.fulmar.store.lake.Minutes.SCALES;
import static io.fulmar.store.lake.Minutes.add;
import static io.fulmar.store.lake.Minutes.bars;
import static io.fulmar.store.lake.Minutes.digests;
import static io.fulmar.store.lake.Minutes.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a dataset's files have become, it is told as the lake's own exception that names the file, or nothing was lost. */
class DamagedLakeTest {
    private static final long START = time("2023-12-31T23:00:00Z");

    private static final int ROWS = 120;

    @TempDir
    Path temporary;

    private Lake lake = Lake.open(Path.of("."));
    private Path folder = Path.of(".");
    private long[] whole = {};

    @BeforeEach
    void twoYearsInTwoFiles() {
        lake = Lake.open(temporary.resolve("lake"));
        folder = temporary.resolve("lake").resolve(BTC.folder());
        Rows rows = bars(START, ROWS);
        add(lake, rows, Compression.NONE);
        whole = digests(rows);
    }

    /** Reads all of it, with checksums; whether it was told that something is wrong. */
    private boolean isRefused(String what) {
        try {
            long[] rows = digests(lake);
            try (DatasetReader reader = lake.read(BTC)) {
                reader.verify();
            }
            assertThat(rows).as(what).isEqualTo(whole);
            return false;
        } catch (LakeException e) {
            assertThat(e.place()).as(what).contains("binance");
            return true;
        }
    }

    /** No writer goes on behind what is damaged; and one that does has lost nothing. */
    private void writes(String what) {
        try (DatasetWriter writer = lake.write(BTC, SCALES)) {
            writer.append(bars(START + ROWS * MINUTE, 1));
            writer.commit();
        } catch (LakeException e) {
            assertThat(e.place()).as(what).contains("binance");
        }
    }

    @Test
    void aManifestCutAnywhereIsTold() throws IOException {
        Path manifest = folder.resolve("manifest.txt");
        byte[] bytes = Files.readAllBytes(manifest);
        for (int to = 0; to < bytes.length; to++) {
            Files.write(manifest, Arrays.copyOf(bytes, to));
            assertThat(isRefused("manifest of " + to + " bytes"))
                    .as("%d of %d bytes", to, bytes.length)
                    .isTrue();
            writes("manifest of " + to + " bytes");
            Files.write(manifest, bytes);
            assertThat(digests(lake)).isEqualTo(whole);
        }
    }

    @Test
    void anyByteOfAManifestMayBeAnother() throws IOException {
        Path manifest = folder.resolve("manifest.txt");
        byte[] bytes = Files.readAllBytes(manifest);
        SplittableRandom random = new SplittableRandom(29);
        for (int at = 0; at < bytes.length; at++) {
            byte[] other = bytes.clone();
            other[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(manifest, other);
            assertThat(isRefused("byte " + at))
                    .as("byte %d of the manifest", at)
                    .isTrue();
        }
    }

    @Test
    void aFileCutAnywhereIsTold() throws IOException {
        for (String name : List.of("2023.arrow", "2024.arrow")) {
            Path file = folder.resolve(name);
            byte[] bytes = Files.readAllBytes(file);
            for (int to = 0; to < bytes.length; to += 61) {
                Files.write(file, Arrays.copyOf(bytes, to));
                assertThat(isRefused(name + " of " + to + " bytes"))
                        .as("%s of %d bytes", name, to)
                        .isTrue();
            }
            Files.delete(file);
            assertThat(isRefused(name + " gone")).as("%s gone", name).isTrue();
            Files.write(file, bytes);
        }
        assertThat(isRefused("both whole again")).isFalse();
    }

    @Test
    void anyByteOfAFileMayBeAnother() throws IOException {
        Path file = folder.resolve("2024.arrow");
        byte[] bytes = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(31);
        for (int i = 0; i < 3_000; i++) {
            int near = random.nextBoolean()
                    ? random.nextInt(Math.min(1_200, bytes.length))
                    : bytes.length - 1 - random.nextInt(1_500);
            int at = i % 4 == 0 ? random.nextInt(bytes.length) : near;
            byte[] other = bytes.clone();
            other[at] = (byte) random.nextInt();
            Files.write(file, other);
            isRefused("byte " + at + " is " + other[at]);
        }
    }

    @Test
    void twoFilesInEachOthersPlaceAreTold() throws IOException {
        Path one = folder.resolve("2023.arrow");
        Path other = folder.resolve("2024.arrow");
        byte[] bytes = Files.readAllBytes(one);
        Files.write(one, Files.readAllBytes(other));
        Files.write(other, bytes);
        assertThat(isRefused("swapped")).isTrue();
    }

    @Test
    void noNameInAManifestLeadsOutOfItsFolder() throws IOException {
        String text = Files.readString(folder.resolve("manifest.txt"));
        String body = text.substring(0, text.lastIndexOf("\nsum\t") + 1);
        for (String name : List.of("../2024.arrow", "/2024.arrow", "..", "a/../../b", "a\\b", "", ".hidden", "a b")) {
            for (String with : List.of(
                    body.replace("part\t2024.arrow\t", "part\t" + name + "\t"),
                    body.replace("2024.arrow\t2024\t", "2024.arrow\t" + name + "\t"),
                    body + "segment\t" + name + "\n",
                    body + "dropped\t" + name + "\t1\n")) {
                assertThat(with).isNotEqualTo(body);
                byte[] bytes = with.getBytes(StandardCharsets.UTF_8);
                String sum = "sum\t" + Checksums.text(Checksums.of(ByteBuffer.wrap(bytes))) + "\n";
                assertThatIllegalArgumentException()
                        .as(with)
                        .isThrownBy(() -> SealedDataset.parse((with + sum).getBytes(StandardCharsets.UTF_8)))
                        .withMessageContaining("is no name of a file");
            }
        }
        assertThat(SealedDataset.parse(Files.readAllBytes(folder.resolve("manifest.txt")))
                        .rows())
                .isEqualTo(ROWS);
    }
}
