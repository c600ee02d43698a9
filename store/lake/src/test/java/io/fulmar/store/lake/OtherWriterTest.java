package io.fulmar.store.lake;

import static io.fulmar.store.lake.Minutes.BTC;
import static io.fulmar.store.lake.Minutes.SCALES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only another process can show: that it is killed, and that its disk is full. */
class OtherWriterTest {
    private static final int KILLS = 20;
    private static final int NO_TMPFS = 97;

    /** In memory where there is such a place: whether a process was killed makes no difference to it. */
    private static final Path MEMORY = Path.of("/dev/shm");

    @TempDir
    Path temporary;

    @Test
    void aWriterThatIsKilledAgainAndAgainLosesNothingThatItPromised() throws IOException, InterruptedException {
        Path folder = Files.isWritable(MEMORY) ? Files.createTempDirectory(MEMORY, "fulmar-kills") : temporary;
        try {
            killAgainAndAgain(folder);
        } finally {
            CrashPointsTest.remove(folder);
        }
    }

    private static void killAgainAndAgain(Path folder) throws IOException, InterruptedException {
        Lake lake = Lake.open(folder);
        SplittableRandom random = new SplittableRandom(20);
        long promised = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = OtherWriter.start(List.of(), "work", folder.toString(), Long.toString(kill));
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                for (int lines = random.nextInt(1, 8); lines > 0; lines--) {
                    promised = Math.max(promised, Long.parseLong(String.valueOf(out.readLine())));
                }
                assertThat(process.waitFor(random.nextInt(1, 60), TimeUnit.MILLISECONDS))
                        .isFalse();
                process.destroyForcibly().waitFor();
            }
            assertThat(OtherWriter.whole(lake)).as("kill %d", kill).isGreaterThanOrEqualTo(promised);
        }
        long rows = OtherWriter.whole(lake);
        try (DatasetWriter writer = lake.write(BTC, SCALES)) {
            writer.append(Minutes.bars(writer.last().orElseThrow() + Minutes.MINUTE, 100));
            writer.commit();
        }
        assertThat(OtherWriter.whole(lake)).isEqualTo(rows + 100);
    }

    @Test
    void aDatasetHasOneWriterAlsoAmongProcesses() throws IOException, InterruptedException {
        Lake lake = Lake.open(temporary);
        Process process = OtherWriter.start(List.of(), "hold", temporary.toString());
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo(BTC.toString());
            assertThatExceptionOfType(LakeException.class)
                    .isThrownBy(() -> lake.write(BTC, SCALES).close())
                    .matches(e -> e.fault() == LakeException.Fault.DATASET_HELD);
            process.destroyForcibly().waitFor();
            lake.write(BTC, SCALES).close();
        }
    }

    @Test
    void aFullDiskLosesNothingAndWorkGoesOnWhenThereIsRoom() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/unshare")), "no /usr/bin/unshare: no small disk can be made");
        List<String> small = List.of(
                "/usr/bin/unshare",
                "-rm",
                "/bin/sh",
                "-c",
                "mount -t tmpfs -o size=8m tmpfs \"$0\" || exit " + NO_TMPFS + "; exec \"$@\"",
                temporary.toString());
        Process process = OtherWriter.start(small, "fill", temporary.toString());
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        assumeTrue(code != NO_TMPFS && !out.contains("unshare"), "no tmpfs can be mounted here: " + out);
        assertThat(code).as(out).isZero();
        assertThat(out).endsWith("went on\n");
    }

    @Test
    void aFileThatSomethingElseHasCutIsNamed() throws IOException {
        Lake lake = Lake.open(temporary);
        Minutes.add(lake, Minutes.bars(OtherWriter.START, 1_000), Compression.NONE);
        Path file = temporary.resolve(BTC.folder()).resolve("2023.arrow");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 10));
        assertThatExceptionOfType(LakeException.class)
                .isThrownBy(() -> OtherWriter.whole(lake))
                .matches(e -> e.fault() == LakeException.Fault.FILE_DAMAGED)
                .withMessageContaining("2023.arrow");
        whole[whole.length / 2] ^= 1;
        Files.write(file, whole);
        assertThatExceptionOfType(LakeException.class)
                .isThrownBy(() -> OtherWriter.whole(lake))
                .withMessageContaining("the checksum of batch 1 does not hold");
    }
}
