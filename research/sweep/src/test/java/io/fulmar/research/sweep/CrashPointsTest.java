package io.fulmar.research.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep is stopped at every single thing it does to the disk, in every way; whoever resumes it gets the same file. */
class CrashPointsTest {
    private static final int BARS = 2_000;
    private static final int TWICE = 200;

    @TempDir
    Path temporary;

    private int folders;

    @Test
    void aGridResumesToTheSameBytesFromEveryCrashPoint() {
        resumesFromEverywhere(
                Sample.of(BARS, Sample.space("fast=2..51", "slow=20..119:5", "stop=0,1,2"), new Sampler.Grid()));
    }

    @Test
    void anEvolutionResumesToTheSameBytesFromEveryCrashPoint() {
        resumesFromEverywhere(Sample.of(
                BARS, Sample.space("fast=2..200", "slow=20..400", "stop=0..5:0.1"), new Sampler.Cma(600, 32)));
    }

    private void resumesFromEverywhere(Sample sample) {
        Map<WorkUnit, Frame> memory = Sample.memory();
        CrashingDisk counting = CrashingDisk.counting();
        byte[] whole = run(sample, memory, folder(), counting);
        int acts = counting.acts();
        assertThat(acts).isGreaterThan(2 * sample.manifest().search().units());
        for (int act = 0; act < acts; act++) {
            for (CrashingDisk.End end : CrashingDisk.End.values()) {
                Path folder = folder();
                crash(sample, memory, folder, new CrashingDisk(act, end));
                assertThat(run(sample, memory, folder, CrashingDisk.counting()))
                        .as("%s at act %d", end, act)
                        .isEqualTo(whole);
                remove(folder);
            }
        }
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < TWICE; i++) {
            Path folder = folder();
            for (int crash = 0; crash < 3; crash++) {
                CrashingDisk.End end = CrashingDisk.End.values()[random.nextInt(3)];
                mayCrash(sample, memory, folder, new CrashingDisk(random.nextInt(acts), end));
            }
            assertThat(run(sample, memory, folder, CrashingDisk.counting()))
                    .as("several crashes, number %d", i)
                    .isEqualTo(whole);
            remove(folder);
        }
    }

    private Path folder() {
        return temporary.resolve("sweep-" + folders++);
    }

    private static byte[] run(Sample sample, Map<WorkUnit, Frame> memory, Path folder, Disk disk) {
        try (SweepFolder held = SweepFolder.claim(folder, disk)) {
            boolean finished = sample.run(held).runAny(() -> sample.remembering(memory), 1, () -> false);
            assertThat(finished).isTrue();
            return Files.readAllBytes(held.results());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void crash(Sample sample, Map<WorkUnit, Frame> memory, Path folder, Disk disk) {
        assertThatExceptionOfType(CrashingDisk.Crash.class).isThrownBy(() -> run(sample, memory, folder, disk));
    }

    private static void mayCrash(Sample sample, Map<WorkUnit, Frame> memory, Path folder, Disk disk) {
        try {
            run(sample, memory, folder, disk);
        } catch (CrashingDisk.Crash e) {
            assertThat(folder).exists(); // the next run goes on from here
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
