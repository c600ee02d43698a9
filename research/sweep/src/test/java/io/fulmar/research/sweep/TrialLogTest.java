package io.fulmar.research.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.research.robustness.TrialLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of all trials, and the identities under which a sweep's are counted. */
class TrialLogTest {
    private static final TrialLedger.Stretch STRETCH = new TrialLedger.Stretch("BTC/USDT", 0, 100);

    @TempDir
    Path temporary;

    private static TrialLedger ledger(int from, int to) {
        TrialLedger ledger = new TrialLedger();
        for (int i = from; i < to; i++) ledger.add(STRETCH, i, 0.01 * i);
        return ledger;
    }

    private static long count(Path file) {
        return TrialLog.read(file).overlapping("BTC/USDT", 0, 100).count();
    }

    @Test
    void whatWasTriedBeforeIsNotWrittenAgain() throws IOException {
        Path file = temporary.resolve("a/b/trials.log");
        assertThat(count(file)).as("no file").isZero();
        assertThat(TrialLog.append(file, ledger(0, 50))).isTrue();
        long size = Files.size(file);
        assertThat(TrialLog.append(file, ledger(10, 40))).isFalse();
        assertThat(Files.size(file)).isEqualTo(size);
        assertThat(TrialLog.append(file, ledger(40, 60))).isTrue();
        assertThat(count(file)).isEqualTo(60);
    }

    @Test
    void aFrameTornAtAnyByteLosesOnlyItself() throws IOException {
        Path file = temporary.resolve("trials.log");
        TrialLog.append(file, ledger(0, 3));
        byte[] before = Files.readAllBytes(file);
        TrialLog.append(file, ledger(3, 5));
        byte[] whole = Files.readAllBytes(file);
        for (int cut = before.length; cut < whole.length; cut++) {
            Files.write(file, Arrays.copyOf(whole, cut));
            assertThat(count(file)).as("cut at %s", cut).isEqualTo(3);
            TrialLog.append(file, ledger(3, 5));
            assertThat(Files.readAllBytes(file)).as("cut at %s", cut).isEqualTo(whole);
        }
    }

    @Test
    void aFrameChangedInTheMiddleIsAnError() throws IOException {
        Path file = temporary.resolve("trials.log");
        TrialLog.append(file, ledger(0, 3));
        TrialLog.append(file, ledger(3, 5));
        byte[] bytes = Files.readAllBytes(file);
        bytes[20] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> TrialLog.read(file))
                .isInstanceOf(SweepException.class)
                .hasMessageContaining("damaged");
        assertThatThrownBy(() -> TrialLog.append(file, ledger(9, 10))).hasMessageContaining("damaged");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void severalWritersLoseNothing() throws InterruptedException {
        Path file = temporary.resolve("trials.log");
        List<Thread> threads = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            int own = writer;
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 10; i++) TrialLog.append(file, ledger(100 * own + i, 100 * own + i + 1));
            }));
        }
        for (Thread thread : threads) thread.join();
        assertThat(count(file)).isEqualTo(40);
    }

    private Trials swept(Path folder, Sample sample) {
        Trials trials = new Trials(sample.manifest(), sample.space(), "4 bp");
        try (SweepFolder held = SweepFolder.claim(folder)) {
            assertThat(sample.run(held, sample.closing()).run(sample::worker, 1, () -> false))
                    .isTrue();
        }
        return trials;
    }

    @Test
    void overlappingSweepsCountTheirCommonCombinationsOnce() {
        Sample some = Sample.of(3_000, Sample.space("fast=2..11", "slow=30..120:10"), new Sampler.Grid());
        Sample more = Sample.of(3_000, Sample.space("fast=7..16", "slow=30..120:10"), new Sampler.Grid());
        Manifest.Market market = some.manifest().markets().getFirst();
        Trials first = swept(temporary.resolve("first"), some);
        TrialLedger everything = first.ledger(temporary.resolve("first"));
        assertThat(first.count(everything, everything, market, 100)).isEqualTo(100);
        TrialLedger other = swept(temporary.resolve("second"), more).ledger(temporary.resolve("second"));
        everything.merge(other);
        assertThat(first.count(everything, first.ledger(temporary.resolve("first")), market, 100))
                .as("five values of fast are in both")
                .isEqualTo(150);
    }

    @Test
    void aBacktestOfARowIsNoNewTrial() {
        Sample sample = Sample.of(3_000, Sample.space("fast=2..6", "slow=30..50:10"), new Sampler.Grid());
        Manifest.Market market = sample.manifest().markets().getFirst();
        Trials trials = swept(temporary.resolve("sweep"), sample);
        TrialLedger ledger = trials.ledger(temporary.resolve("sweep"));
        Map<String, String> row = Map.of("fast", "4", "slow", "40", "stop", "0.0");
        ledger.add(Trials.stretch(market), Trials.backtest("code", market, "4 bp", row), 0);
        assertThat(ledger.overlapping(market.symbol(), market.from(), market.to())
                        .count())
                .isEqualTo(15);
        ledger.add(Trials.stretch(market), Trials.backtest("code", market, "5 bp", row), 0);
        assertThat(ledger.overlapping(market.symbol(), market.from(), market.to())
                        .count())
                .as("at other costs it is another")
                .isEqualTo(16);
    }

    @Test
    void whatAWorkerSawIsKeptBesideTheCount() {
        Sample sample = Sample.of(3_000, Sample.space("fast=2..6", "slow=30..50:10"), new Sampler.Grid());
        Path folder = temporary.resolve("sweep");
        Trials trials = new Trials(sample.manifest(), sample.space(), "4 bp");
        UnitWorker worker = new UnitWorker(
                sample.space(),
                sample.drawing(),
                List.of(new MarketWork(
                        new Evaluators(sample.study()).evaluator(),
                        sample.scoring().scorer())),
                new Gauge(),
                trials::see);
        try (SweepFolder held = SweepFolder.claim(folder)) {
            assertThat(sample.run(held, sample.closing()).run(() -> worker, 1, () -> false))
                    .isTrue();
        }
        Manifest.Market market = sample.manifest().markets().getFirst();
        var seen = trials.ledger(folder).overlapping(market.symbol(), market.from(), market.to());
        assertThat(seen.count()).isEqualTo(15);
        assertThat(seen.variance()).as("of Sharpe ratios").isPositive();
    }
}
