package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.research.sweep.SweepFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about sweeps, as a person types them. */
class SweepCommandTest {
    @TempDir
    Path folder;

    private Playground play;
    private Path csv;

    @BeforeEach
    void data() {
        play = new Playground(folder);
        csv = play.minutes(20_240_101, 6_000);
    }

    private ExitCode sweep(Path strategy, Path out, String... more) {
        List<String> words = new ArrayList<>(List.of("sweep", "run", strategy.toString(), "--out", out.toString()));
        words.addAll(List.of("--csv", csv.toString(), "--symbol", "BTC/USDT:USDT", "--json", "--quiet"));
        if (!List.of(more).contains("--timeframe")) words.addAll(List.of("--timeframe", "1m"));
        words.addAll(List.of(more));
        return play.enter(words.toArray(String[]::new));
    }

    private ExitCode small(Path out, String... more) {
        List<String> words =
                new ArrayList<>(List.of("--grid", "fast=5..20:5", "--grid", "slow=30,40", "--param", "stop=0.6%"));
        words.addAll(List.of("--fee-bps", "4", "--paths", "20"));
        words.addAll(List.of(more));
        return sweep(Playground.example("SmaCrossPlan"), out, words.toArray(String[]::new));
    }

    private List<String> top(Path out, int count) {
        assertThat(play.enter("sweep", "top", out.toString(), "-n", Integer.toString(count), "--json"))
                .isEqualTo(ExitCode.DONE);
        return play.stdout().lines().toList();
    }

    @Test
    void aSweepRunsAndItsTopIsOneObjectALine() {
        Path out = folder.resolve("sweep");
        assertThat(small(out)).as(play.stderr()).isEqualTo(ExitCode.DONE);
        assertThat(play.stdout().lines()).hasSize(1);
        assertThat(play.value("state")).isEqualTo("finished");
        assertThat(play.number("evaluated")).isEqualTo(8);

        List<String> lines = top(out, 3);
        assertThat(lines).hasSize(3);
        Matcher first = Pattern.compile("\\{\"rank\":1,\"combination\":\\d+,"
                        + "\"params\":\\{\"fast\":\\d+,\"slow\":\\d+,\"stop\":0.6,\"target\":0\\},\"eligible\":(true|false),"
                        + "\"reasons\":\\[[^]]*\\],\"score\":[^,]+,\"trades\":\\d+,\"netReturn\":[^,]+,\"maxDrawdown\":[^,]+,"
                        + "\"fees\":[^,}]+\\}")
                .matcher(lines.getFirst());
        assertThat(first.matches()).as(lines.getFirst()).isTrue();
    }

    @Test
    void everyRowIsTheBacktestThatBeginsWhereTheSweepBegan() {
        Path out = folder.resolve("sweep");
        small(out);
        String tradeFrom = play.value("tradeFrom");
        for (String line : top(out, 8)) {
            Matcher row = Pattern.compile("\"fast\":(\\d+),\"slow\":(\\d+).*\"trades\":(\\d+),\"netReturn\":([^,]+),"
                            + "\"maxDrawdown\":([^,]+),\"fees\":([^}]+)")
                    .matcher(line);
            assertThat(row.find()).isTrue();
            play.backtest(
                    Playground.example("SmaCrossPlan"),
                    csv,
                    "--param",
                    "fast=" + row.group(1),
                    "--param",
                    "slow=" + row.group(2),
                    "--param",
                    "stop=0.6%",
                    "--fee-bps",
                    "4",
                    "--trade-from",
                    tradeFrom,
                    "--json");
            assertThat(play.value("trades")).isEqualTo(row.group(3));
            assertThat(play.value("netReturn")).isEqualTo(row.group(4));
            assertThat(play.value("maxDrawdown")).isEqualTo(row.group(5));
            assertThat(play.number("fees")).isEqualTo(Double.parseDouble(row.group(6)));
        }
    }

    @Test
    void aFinishedSweepIsResumedToTheSameAndSaysSo() {
        Path out = folder.resolve("sweep");
        small(out);
        String hash = play.value("resultsHash");

        assertThat(play.enter("sweep", "resume", out.toString(), "--json")).isEqualTo(ExitCode.DONE);
        assertThat(play.value("resultsHash")).isEqualTo(hash);
        assertThat(play.enter("sweep", "status", out.toString(), "--json")).isEqualTo(ExitCode.DONE);
        assertThat(play.value("state")).isEqualTo("finished");
        assertThat(play.value("unitsDone")).isEqualTo(play.value("unitsTotal"));
        assertThat(play.enter("sweep", "stop", out.toString(), "--json")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void threadsAndFoldersLeaveNoTrace() throws IOException {
        Files.createDirectory(folder.resolve("one"));
        small(folder.resolve("one"), "--threads", "1");
        String hash = play.value("resultsHash");
        small(folder.resolve("four"), "--threads", "4");

        assertThat(play.value("resultsHash")).isEqualTo(hash);
    }

    @Test
    void aSecondRunIntoTheSameFolderIsRefusedAndAStrangersFolderTooIs() throws IOException {
        Path out = folder.resolve("sweep");
        small(out);
        assertThat(small(out)).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(play.stderr()).contains("FUL-C001").contains("sweep resume " + out);

        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("diary.txt"), "mine");
        assertThat(small(other)).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(play.stderr()).contains("FUL-W002").contains("diary.txt");
        assertThat(play.enter("sweep", "top", other.toString())).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(play.stderr()).contains("holds no sweep");
    }

    @Test
    void changedDataOrStrategyIsRefusedWithWhatChanged() throws IOException {
        Path strategy = Files.copy(Playground.example("SmaCrossPlan"), folder.resolve("SmaCrossPlan.java"));
        Path out = folder.resolve("sweep");
        sweep(strategy, out, "--grid", "fast=5,10", "--paths", "0");
        Files.writeString(strategy, Files.readString(strategy) + "// changed\n");
        assertThat(play.enter("sweep", "resume", out.toString())).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(play.stderr()).contains("FUL-W003").contains("the strategy: " + strategy);

        Files.writeString(csv, Files.readString(csv).strip().replaceFirst("\n[^\n]*$", "\n"));
        play.enter("sweep", "resume", out.toString());
        assertThat(play.stderr()).contains("the data: BTC/USDT:USDT at 1m had 6000 bars");
    }

    @Test
    void aSweepThatIsHeldIsRefusedWithThatExitCode() {
        Path out = folder.resolve("sweep");
        small(out);
        try (SweepFolder held = SweepFolder.claim(out)) {
            assertThat(play.enter("sweep", "resume", out.toString())).isEqualTo(ExitCode.HELD);
            assertThat(play.stderr()).contains("FUL-W004");
            assertThat(held).isNotNull();
        }
    }

    @Test
    void aDryRunSaysWhatItWouldTakeAndLeavesNothing() {
        Path out = folder.resolve("sweep");
        assertThat(small(out, "--dry-run")).as(play.stderr()).isEqualTo(ExitCode.DONE);
        assertThat(play.number("combinations")).isEqualTo(8);
        assertThat(play.stdout()).contains("\"tiers\":{\"S\":");
        assertThat(play.number("coreSeconds")).isPositive();
        assertThat(play.number("memoryBytes")).isPositive();
        assertThat(play.number("diskBytes")).isPositive();
        assertThat(out).doesNotExist();
    }

    @Test
    void everySamplerRunsOverSeveralTimeframes() {
        for (String sampler : List.of("random", "sobol", "cma")) {
            Path out = folder.resolve(sampler);
            assertThat(small(out, "--sampler", sampler, "--samples", "6", "--timeframe", "1m,5m"))
                    .as(play.stderr())
                    .isEqualTo(ExitCode.DONE);
            assertThat(play.number("evaluated")).isBetween(1.0, 8.0);
            assertThat(play.stdout()).contains("\"timeframe\":\"5m\"");
        }
    }

    @Test
    void aHoldoutIsNotSeen() {
        small(folder.resolve("part"), "--holdout", "50%");

        assertThat(play.stdout()).contains("\"bars\":3000");
    }

    @Test
    void whatCannotBeSweptIsAnErrorWithAFix() {
        Path out = folder.resolve("sweep");
        refused(out, "needs --grid");
        refused(out, "did you mean 'fast'", "--grid", "fsat=2..9");
        refused(out, "a --grid and a --param", "--grid", "fast=2..9", "--param", "fast=3");
        refused(out, "must lie within", "--grid", "fast=0..9");
        refused(out, "did you mean robust", "--grid", "fast=2..9", "--objective", "robst");
        refused(out, "needs --samples", "--grid", "fast=2..9", "--sampler", "random");
        refused(out, "--holdout 100%", "--grid", "fast=2..9", "--holdout", "100%");
        refused(out, "--threads", "--grid", "fast=2..9", "--threads", "0");
        refused(out, "--paths -1", "--grid", "fast=2..9", "--paths", "-1");
        assertThat(out).doesNotExist();
    }

    private void refused(Path out, String words, String... more) {
        assertThat(sweep(Playground.example("SmaCrossPlan"), out, more)).isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains(words).contains("= help:");
    }
}
