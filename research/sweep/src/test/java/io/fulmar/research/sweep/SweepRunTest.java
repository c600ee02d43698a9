package io.fulmar.research.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.store.lake.ArrowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepRunTest {
    @TempDir
    Path temporary;

    private static Sample grid() {
        return Sample.of(6_000, Sample.space("fast=5..60:5", "slow=20..120:10", "stop=0,2"), new Sampler.Grid());
    }

    private static boolean run(Sample sample, Path folder, int threads, int unitsMax) {
        AtomicInteger begun = new AtomicInteger();
        try (SweepFolder held = SweepFolder.claim(folder)) {
            return sample.run(held, sample.closing())
                    .run(sample::worker, threads, () -> begun.getAndIncrement() >= unitsMax);
        }
    }

    private static Path results(Path folder) {
        return folder.resolve(SweepFolder.RESULTS);
    }

    @Test
    void neitherThreadsNorStopsLeaveATrace() throws IOException {
        Path one = temporary.resolve("one");
        assertThat(run(grid(), one, 1, Integer.MAX_VALUE)).isTrue();
        for (int threads = 1; threads <= 3; threads++) {
            Path folder = temporary.resolve("many-" + threads);
            int runs = 1;
            while (!run(grid(), folder, threads, 4)) {
                runs++;
            }
            assertThat(runs).isGreaterThan(1);
            assertThat(results(folder)).hasSameBinaryContentAs(results(one));
        }
    }

    @Test
    void everySamplerGivesTheSameForOneAndForSeveralThreads() {
        for (Sampler sampler : List.of(new Sampler.Random(150), new Sampler.Sobol(150), new Sampler.Cma(200, 40))) {
            Sample sample = Sample.of(4_000, Sample.space("fast=5..60", "slow=20..120", "stop=0,2"), sampler);
            run(sample, temporary.resolve(sampler.word() + "1"), 1, Integer.MAX_VALUE);
            run(sample, temporary.resolve(sampler.word() + "3"), 3, Integer.MAX_VALUE);
            assertThat(results(temporary.resolve(sampler.word() + "1")))
                    .hasSameBinaryContentAs(results(temporary.resolve(sampler.word() + "3")));
        }
    }

    @Test
    void resultsHoldEveryCombinationThatTheRecordAllowsByItsNumber() throws IOException {
        Sample sample = grid();
        run(sample, temporary, 2, Integer.MAX_VALUE);
        try (ArrowReader results = ArrowReader.open(results(temporary))) {
            List<Long> numbers = new ArrayList<>();
            for (long row = 0; row < results.rows(); row++) {
                long number = results.longAt(results.column("combination"), row);
                numbers.add(number);
                Sample.Cross.P parameters =
                        (Sample.Cross.P) sample.space().parameters(number).orElseThrow();
                assertThat(results.longAt(results.column("fast"), row)).isEqualTo(parameters.fast());
                assertThat(results.longAt(results.column("slow"), row)).isEqualTo(parameters.slow());
                assertThat(results.doubleAt(results.column("stop"), row)).isEqualTo(parameters.stop());
            }
            assertThat(numbers).isSorted().doesNotHaveDuplicates();
            Tally tally = SweepStatus.of(temporary).tally();
            assertThat(tally.evaluated()).isEqualTo(results.rows());
            assertThat(tally.evaluated() + tally.refused())
                    .isEqualTo(sample.space().size());
            assertThat(tally.refused()).isPositive();
        }
    }

    @Test
    void theTopIsRankedAndTheFrontIsNotBeaten() throws IOException {
        run(grid(), temporary, 2, Integer.MAX_VALUE);
        List<Row> top = SweepStatus.of(temporary).top(1_000);
        for (int i = 1; i < top.size(); i++) {
            Row before = top.get(i - 1);
            Row row = top.get(i);
            assertThat(before.eligible() || !row.eligible()).isTrue();
            assertThat(before.eligible() != row.eligible() || before.rankedBy() >= row.rankedBy())
                    .isTrue();
        }
        try (ArrowReader results = ArrowReader.open(results(temporary))) {
            int net = results.column("netReturn");
            int drawdown = results.column("maxDrawdown");
            for (long a = 0; a < results.rows(); a++) {
                boolean beaten = results.longAt(results.column("trades"), a) == 0;
                for (long b = 0; b < results.rows(); b++) {
                    double more = results.doubleAt(net, b) - results.doubleAt(net, a);
                    double less = results.doubleAt(drawdown, a) - results.doubleAt(drawdown, b);
                    boolean equal = more == 0 && less == 0 && b < a;
                    beaten |= results.longAt(results.column("trades"), b) > 0
                            && (equal || (more >= 0 && less >= 0 && (more > 0 || less > 0)));
                }
                assertThat(results.booleanAt(results.column("pareto"), a)).isEqualTo(!beaten);
            }
        }
    }

    @Test
    void aChangedEngineStrategyOrDataIsRefusedByName() {
        Sample sample = grid();
        assertThat(run(sample, temporary, 1, 3)).isFalse();
        Manifest was = sample.manifest();
        Manifest engine = new Manifest(
                new Manifest.Engine("test", "other"),
                was.strategy(),
                was.markets(),
                was.search(),
                was.settings(),
                was.words());
        Manifest code = new Manifest(
                was.engine(),
                new Manifest.Strategy("Cross", "Cross.java", "other"),
                was.markets(),
                was.search(),
                was.settings(),
                was.words());
        Sample other = Sample.of(5_999, sample.space(), sample.sampler());
        refused(sample, engine, "the engine");
        refused(sample, code, "Cross.java has other content");
        refused(sample, other.manifest(), "BTC/USDT:USDT at 1h had 6000 bars");
    }

    private void refused(Sample sample, Manifest manifest, String words) {
        Sample changed = new Sample(sample.space(), sample.sampler(), sample.study(), manifest);
        assertThatThrownBy(() -> run(changed, temporary, 1, 3))
                .isInstanceOf(SweepException.class)
                .hasMessageContaining(words);
    }

    @Test
    void aFolderWithSomethingElseIsLeftAlone() throws IOException {
        Files.writeString(temporary.resolve("diary.txt"), "mine");

        assertThatThrownBy(() -> SweepFolder.claim(temporary))
                .isInstanceOf(SweepException.class)
                .hasMessageContaining("diary.txt");
        assertThat(temporary.resolve("lock")).doesNotExist();
    }

    @Test
    void whatTheDeskSaysOtherwiseIsNotPublished() {
        Sample sample = grid();
        try (SweepFolder held = SweepFolder.claim(temporary)) {
            SweepRun run = sample.run(held, (selection, threads) -> new Closing.Closed(3, List.of("a bit"), List.of()));

            assertThatThrownBy(() -> run.run(sample::worker, 1, () -> false))
                    .isInstanceOf(SweepException.class)
                    .hasMessageContaining("1 of 3")
                    .hasMessageContaining("a bit");
        }
        assertThat(results(temporary)).doesNotExist();
    }

    @Test
    void scoresOfSeveralMarketsAreTheirMeanLessTheirSpread() {
        Row[][] lanes = {
            {new Row(4, 1, Tier.S, 10, 0, 0.2, 0.1, 5, 3, 3)}, {new Row(4, 4, Tier.E, 20, 1, 0.4, 0.3, 6, 1, 1)},
        };
        Row row = Together.of(lanes, 0);

        assertThat(row.reasons()).isEqualTo(5);
        assertThat(row.tier()).isEqualTo(Tier.E);
        assertThat(row.trades()).isEqualTo(30);
        assertThat(row.netReturn()).isCloseTo(0.3, org.assertj.core.api.Assertions.within(1e-15));
        assertThat(row.maxDrawdown()).isEqualTo(0.3);
        assertThat(row.fees()).isEqualTo(11);
        assertThat(row.score()).isEqualTo(2 - StrictMath.sqrt(2));
    }
}
