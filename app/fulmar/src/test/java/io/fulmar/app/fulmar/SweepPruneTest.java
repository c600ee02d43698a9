package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fewer paths for most of a sweep, as an option that is always told. */
class SweepPruneTest {
    @TempDir
    Path folder;

    private Playground play;
    private Path csv;

    @BeforeEach
    void open() {
        play = new Playground(folder);
        csv = play.minutes(5, 20_000);
    }

    private ExitCode sweeps(String name, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "sweep",
                "run",
                Playground.example("SmaCrossPlan").toString(),
                "--csv",
                csv.toString(),
                "--symbol",
                "BTC/USDT:USDT",
                "--timeframe",
                "5m",
                "--grid",
                "fast=5..25:5",
                "--grid",
                "slow=40..100:20",
                "--json",
                "--out",
                folder.resolve(name).toString()));
        words.addAll(List.of(more));
        return play.enter(words.toArray(String[]::new));
    }

    @Test
    void aPrunedSweepSaysSoAndIsAnotherSweepThanAFullOne() {
        assertThat(sweeps("full", "--paths", "100", "--threads", "1")).isEqualTo(ExitCode.DONE);
        String full = play.value("sweep");
        assertThat(play.stdout()).doesNotContain("pruned");
        assertThat(sweeps("one", "--paths", "100", "--prune", "--threads", "1")).isEqualTo(ExitCode.DONE);
        assertThat(play.stdout()).contains("\"pruned\":true,\"recall\":1");
        String hash = play.value("resultsHash");
        assertThat(play.value("sweep")).isNotEqualTo(full);
        assertThat(sweeps("three", "--paths", "100", "--prune", "--threads", "3"))
                .isEqualTo(ExitCode.DONE);
        assertThat(play.value("resultsHash")).isEqualTo(hash);
        assertThat(play.enter("sweep", "resume", folder.resolve("one").toString(), "--json"))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);
        assertThat(play.value("resultsHash")).isEqualTo(hash);
    }

    @Test
    void ofFewPathsThereIsNothingToPrune() {
        assertThat(sweeps("few", "--paths", "64", "--prune")).isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains("nothing to prune of 64 paths");
    }
}
