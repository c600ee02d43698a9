package io.fulmar.research.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fulmar.store.lake.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep is stopped at every single thing it does to the disk, in every way; whoever resumes it gets the same file. */
class CrashPointsTest {
    private static final int BARS = 20_000;
    private static final List<CrashingDisk.End> ENDS = List.of(CrashingDisk.End.values());
    private static final int TWICE = 60;

    private record Memory(Map<WorkUnit, Frame> frames, Map<Closing.Selection, Closing.Closed> closings) {}

    @TempDir
    Path temporary;

    private int folders;

    @Test
    void aGridResumesToTheSameBytesFromEveryCrashPoint() {
        resumesFromEverywhere(
                Sample.of(BARS, Sample.space("fast=2..51", "slow=60..259:4", "stop=0,2"), new Sampler.Grid()));
    }

    @Test
    void anEvolutionResumesToTheSameBytesFromEveryCrashPoint() {
        resumesFromEverywhere(Sample.of(
                BARS, Sample.space("fast=2..200", "slow=20..400", "stop=0..5:0.1"), new Sampler.Cma(5_000, 500)));
    }

    private void resumesFromEverywhere(Sample sample) {
        Memory memory = new Memory(new HashMap<>(), new HashMap<>());
        CrashingDisk counting = CrashingDisk.counting();
        byte[] whole = run(sample, memory, folder(), counting);
        assertThat(memory.frames.values()).anyMatch(CrashPointsTest::hasEligible);
        int acts = counting.acts();
        assertThat(acts).isGreaterThan(2 * sample.manifest().search().units());
        for (int act = 0; act < acts; act++) {
            for (CrashingDisk.End end : ENDS) {
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
                CrashingDisk.End end = ENDS.get(random.nextInt(ENDS.size()));
                mayCrash(sample, memory, folder, new CrashingDisk(random.nextInt(acts), end));
            }
            assertThat(run(sample, memory, folder, CrashingDisk.counting()))
                    .as("several crashes, number %d", i)
                    .isEqualTo(whole);
            remove(folder);
        }
    }

    private static boolean hasEligible(Frame frame) {
        ByteBuffer rows = ByteBuffer.wrap(frame.rows()).order(ByteOrder.LITTLE_ENDIAN);
        return IntStream.range(0, frame.count()).anyMatch(i -> Row.get(rows).eligible());
    }

    private Path folder() {
        return temporary.resolve("sweep-" + folders++);
    }

    private static byte[] run(Sample sample, Memory memory, Path folder, Disk disk) {
        try (SweepFolder held = SweepFolder.claim(folder, disk)) {
            boolean finished = sample.run(held, sample.remembered(memory.closings))
                    .runAny(() -> sample.remembering(memory.frames), 1, () -> false);
            assertThat(finished).isTrue();
            return Files.readAllBytes(held.results());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void crash(Sample sample, Memory memory, Path folder, Disk disk) {
        assertThatExceptionOfType(CrashingDisk.Crash.class).isThrownBy(() -> run(sample, memory, folder, disk));
    }

    private static void mayCrash(Sample sample, Memory memory, Path folder, Disk disk) {
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
