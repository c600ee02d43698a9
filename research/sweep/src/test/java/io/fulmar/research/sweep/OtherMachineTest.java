package io.fulmar.research.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.research.robustness.Gates;
import io.fulmar.research.robustness.Objective;
import io.fulmar.research.robustness.Term;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only another process can show. */
class OtherMachineTest {
    private static final int KILLS = 12;

    @TempDir
    Path temporary;

    private static Closing none() {
        return (selection, threads) -> Closing.Closed.NOTHING;
    }

    private byte[] whole(Sample sample, Path folder, int threads) throws IOException {
        try (SweepFolder held = SweepFolder.claim(folder)) {
            assertThat(sample.run(held, none()).run(sample::worker, threads, () -> false))
                    .isTrue();
            return Files.readAllBytes(held.results());
        }
    }

    @Test
    void aSweepThatIsKilledAgainAndAgainComesToTheSameBytes() throws IOException, InterruptedException {
        Sample sample = OtherMachine.sample();
        byte[] uninterrupted = whole(sample, temporary.resolve("whole"), 1);
        Path folder = temporary.resolve("killed");
        SplittableRandom random = new SplittableRandom(12);
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = OtherMachine.start("run", folder.toString(), Integer.toString(1 + kill % 2));
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                int units = random.nextInt(8);
                for (int unit = 0; unit <= units && out.readLine() != null; ) {
                    unit++;
                }
                process.destroyForcibly().waitFor();
            }
        }
        long before = SweepStatus.of(folder).tally().unitsDone();
        assertThat(before).isBetween(1L, sample.manifest().search().units() - 1L);
        assertThat(SweepStatus.of(folder).state()).isEqualTo(SweepStatus.State.STOPPED);
        assertThat(whole(sample, folder, 2)).isEqualTo(uninterrupted);
        assertThat(whole(sample, folder, 1))
                .as("a finished sweep stays as it is")
                .isEqualTo(uninterrupted);
    }

    @Test
    void aUnitThatWentThroughJsonGivesTheSameFrameInAnotherJava() throws IOException, InterruptedException {
        sameElsewhere(OtherMachine.sample());
    }

    /** The other Java is told of the objective by the unit alone, and finds in its own data how the market fared. */
    @Test
    void soDoesOneWhoseObjectiveOfTheUsersAsksHowTheMarketFared() throws IOException, InterruptedException {
        Objective own =
                new Objective("unmoved", Map.of(Term.REGIME_SPREAD, -20.0, Term.GROWTH_LOW, 1.0), 0.25, Gates.USUAL);
        Frame frame = sameElsewhere(OtherMachine.sample(own));
        Frame usual = OtherMachine.sample().worker().done(OtherMachine.sample().unit(3));
        assertThat(scores(frame)).isNotEmpty().doesNotContainAnyElementsOf(scores(usual));
        assertThat(scores(frame)).doesNotContain(Double.NaN);
    }

    private static List<Double> scores(Frame frame) {
        ByteBuffer rows = ByteBuffer.wrap(frame.rows()).order(ByteOrder.LITTLE_ENDIAN);
        List<Double> scores = new ArrayList<>();
        for (int i = 0; i < frame.count(); i++) {
            Row row = Row.get(rows);
            if (row.eligible()) {
                scores.add(row.score());
            }
        }
        return scores;
    }

    @Test
    void aUnitOfOtherDataIsRefused() {
        Sample sample = OtherMachine.sample();
        WorkUnit unit = sample.unit(3);
        Sample shorter = Sample.of(19_999, sample.space(), sample.sampler());
        assertThatThrownBy(() -> UnitWorker.of(unit, sample.space(), sample.drawing(), List.of(shorter.study())))
                .isInstanceOf(SweepException.class)
                .hasMessageContaining("19999");
        assertThatThrownBy(() -> UnitWorker.of(
                        unit, Sample.space("fast=2..3", "slow=9"), sample.drawing(), List.of(sample.study())))
                .isInstanceOf(SweepException.class)
                .hasMessageContaining("its space of parameters is another");
    }

    private static Frame sameElsewhere(Sample sample) throws IOException, InterruptedException {
        WorkUnit unit = sample.unit(3);
        Frame frame = sample.worker().done(unit);
        ByteBuffer here = frame.bytes();
        Process process = OtherMachine.start("unit");
        try (var in = process.outputWriter(StandardCharsets.UTF_8);
                BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            in.write(unit.json() + "\n");
            in.flush();
            byte[] there = HexFormat.of().parseHex(out.readLine());
            assertThat(ByteBuffer.wrap(there)).isEqualTo(here);
        }
        assertThat(process.waitFor()).isZero();
        return frame;
    }

    @Test
    void aFolderIsHeldByOneProcess() throws IOException, InterruptedException {
        Path folder = temporary.resolve("held");
        Process process = OtherMachine.start("run", folder.toString(), "1");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).startsWith("done");
            assertThatThrownBy(() -> SweepFolder.claim(folder))
                    .isInstanceOf(SweepException.class)
                    .hasMessageContaining("another process runs the sweep")
                    .hasMessageContaining(Long.toString(process.pid()));
            assertThat(SweepStatus.of(folder).state()).isEqualTo(SweepStatus.State.RUNNING);
            SweepFolder.askToStop(folder);
            while (out.readLine() != null) {
                assertThat(folder).exists(); // until it has stopped
            }
            process.waitFor();
        }
        assertThat(SweepStatus.of(folder).state()).isEqualTo(SweepStatus.State.STOPPED);
    }
}
