package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bars that are locked away from a sweep, and the log of each look at them. */
class SweepHoldoutCommandTest {
    private static final int MINUTES = 30_000;

    @TempDir
    Path folder;

    private Playground play;
    private Path csv;
    private Path sweep;

    @BeforeEach
    void open() {
        play = new Playground(folder);
        csv = play.minutes(5, MINUTES);
        sweep = folder.resolve("sweep");
    }

    private void sweeps(Path bars, Path out, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "sweep",
                "run",
                Playground.example("SmaCrossPlan").toString(),
                "--csv",
                bars.toString(),
                "--symbol",
                "BTC/USDT:USDT",
                "--timeframe",
                "5m",
                "--grid",
                "fast=5..25:10",
                "--grid",
                "slow=40..100:30",
                "--fee-bps",
                "4",
                "--paths",
                "16",
                "--threads",
                "1",
                "--out",
                out.toString()));
        words.addAll(List.of(more));
        assertThat(play.enter(words.toArray(String[]::new))).as(play.stderr()).isEqualTo(ExitCode.DONE);
    }

    private void opens(String... more) {
        List<String> words = new ArrayList<>(List.of("sweep", "holdout", sweep.toString(), "--json"));
        words.addAll(List.of(more));
        assertThat(play.enter(words.toArray(String[]::new))).as(play.stderr()).isEqualTo(ExitCode.DONE);
    }

    private String top(Path out) {
        assertThat(play.enter("sweep", "top", out.toString(), "--json")).isEqualTo(ExitCode.DONE);
        return play.stdout();
    }

    @Test
    void whatIsHeldOutChangesNoRow() throws IOException {
        sweeps(csv, sweep, "--holdout", "40%");
        List<String> lines = new ArrayList<>(Files.readAllLines(csv));
        for (int i = 1 + MINUTES * 6 / 10; i < lines.size(); i++) {
            lines.set(i, lines.get(i).replaceFirst(",.*", ",70000.0,70000.0,70000.0,70000.0,1"));
        }
        Path other = play.file("other.csv", String.join("\n", lines) + "\n");
        sweeps(other, folder.resolve("other"), "--holdout", "40%");
        assertThat(top(folder.resolve("other"))).isEqualTo(top(sweep));
    }

    @Test
    void theCommandOnThePageDoesNotLookAtWhatIsHeldOut() throws IOException {
        sweeps(csv, sweep, "--holdout", "40%");
        top(sweep);
        double netReturn = play.number("netReturn");
        assertThat(play.enter("sweep", "report", sweep.toString())).isEqualTo(ExitCode.DONE);
        String page = Files.readString(sweep.resolve("report.html"));
        assertThat(page).contains("They were never looked at");
        String command = page.substring(page.indexOf("<code id=command>") + 17);
        String[] words = command.substring(0, command.indexOf("</code>")).split(" ");
        List<String> given = new ArrayList<>(List.of(words).subList(1, words.length));
        assertThat(given).contains("--holdout");
        given.addAll(List.of("--json", "--out", play.out().toString()));
        assertThat(play.enter(given.toArray(String[]::new))).as(play.stderr()).isEqualTo(ExitCode.DONE);
        assertThat(play.number("netReturn")).isEqualTo(netReturn);
    }

    @Test
    void everyOpeningIsLoggedAndTheSecondWarns() throws IOException {
        sweeps(csv, sweep, "--holdout", "40%");
        opens();
        assertThat(play.number("openedBefore")).isZero();
        assertThat(play.stderr()).doesNotContain("no longer unseen");
        long best = (long) play.number("combination");
        double net = play.number("netReturn");
        List<String> log = Files.readAllLines(sweep.resolve("holdout.log"));
        assertThat(log.getFirst()).contains("\"opening\":1,\"before\":0,").contains("\"combinations\":[" + best + "]");
        opens("--combination", "0", "--combination", "1");
        assertThat(play.stderr()).contains("opened 1 times before, 3 combinations in all");
        assertThat(play.stdout().lines()).hasSize(2);
        assertThat(Files.readAllLines(sweep.resolve("holdout.log")).subList(0, log.size()))
                .as("it only grows")
                .isEqualTo(log);
        assertThat(play.enter("sweep", "report", sweep.toString())).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(sweep.resolve("report.html")))
                .contains("2 times, first on", "No longer unseen.", "3 combinations in all");
        opens("--combination", Long.toString(best));
        assertThat(play.number("netReturn")).as("the same bars").isEqualTo(net);
    }

    @Test
    void anOpenedCombinationIsTheBacktestThatBeginsThere() {
        sweeps(csv, sweep, "--holdout", "40%");
        opens("--combination", "4");
        double net = play.number("netReturn");
        double fees = play.number("fees");
        // 6,000 bars of 5 minutes, of which 60 % were shown.
        assertThat(play.backtest(
                        Playground.example("SmaCrossPlan"),
                        csv,
                        "--timeframe",
                        "5m",
                        "--fee-bps",
                        "4",
                        "--param",
                        "fast=15",
                        "--param",
                        "slow=70",
                        "--trade-from",
                        "2024-01-13T12:00Z",
                        "--json"))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);
        assertThat(play.number("netReturn")).isEqualTo(net);
        assertThat(play.number("fees")).isEqualTo(fees);
    }

    @Test
    void whoeverSawThatTimeBeforeIsToldOf() {
        sweeps(csv, folder.resolve("whole"));
        sweeps(csv, sweep, "--holdout", "40%");
        opens();
        assertThat(play.number("trialsOnThisTime")).isEqualTo(9);
        assertThat(play.stderr()).contains("9 trials that have seen some of this time");
    }

    @Test
    void withoutAHoldOutThereIsNothingToOpen() {
        sweeps(csv, sweep);
        assertThat(play.enter("sweep", "holdout", sweep.toString())).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(play.stderr()).contains("FUL-W007", "nothing is held out");
        assertThat(sweep.resolve("holdout.log")).doesNotExist();
    }

    @Test
    void aCombinationThatIsNoneIsRefusedBeforeTheBarsAreOpened() {
        sweeps(csv, sweep, "--holdout", "40%");
        assertThat(play.enter("sweep", "holdout", sweep.toString(), "--combination", "9"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains("none of this sweep");
        assertThat(sweep.resolve("holdout.log")).doesNotExist();
    }
}
