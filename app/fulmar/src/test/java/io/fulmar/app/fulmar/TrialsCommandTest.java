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

/** What was tried before counts when luck is judged, and changes nothing else. */
class TrialsCommandTest {
    @TempDir
    Path folder;

    private Playground play;
    private Path csv;

    @BeforeEach
    void open() {
        play = new Playground(folder);
        csv = play.minutes(5, 30_000);
    }

    private void sweeps(String name, String fast, String... more) {
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
                "fast=" + fast,
                "--grid",
                "slow=40..100:30",
                "--paths",
                "16",
                "--threads",
                "1",
                "--out",
                folder.resolve(name).toString()));
        words.addAll(List.of(more));
        assertThat(play.enter(words.toArray(String[]::new))).as(play.stderr()).isEqualTo(ExitCode.DONE);
    }

    private String top(String name, String... more) {
        List<String> words =
                new ArrayList<>(List.of("sweep", "top", folder.resolve(name).toString(), "-n", "3", "--json"));
        words.addAll(List.of(more));
        assertThat(play.enter(words.toArray(String[]::new))).as(play.stderr()).isEqualTo(ExitCode.DONE);
        return play.stdout();
    }

    @Test
    void trialsOfEarlierSweepsAndBacktestsCountWhereLuckIsJudgedAndNowhereElse() throws IOException {
        sweeps("one", "5..25:10");
        assertThat(folder.resolve("trials.log")).exists();
        String before = top("one");
        String alone = top("one", "--luck");
        assertThat(alone).contains("\"trials\":9,\"trialsOfThisSweep\":9,");
        sweeps("two", "5..45:10");
        assertThat(top("one", "--luck")).contains("\"trials\":15,\"trialsOfThisSweep\":9,");
        assertThat(top("one")).as("nothing of the ledger").isEqualTo(before);
        assertThat(play.enter("sweep", "report", folder.resolve("one").toString(), "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(play.number("trials")).isEqualTo(15);
        assertThat(Files.readString(folder.resolve("one/report.html"))).contains("6 more were made");
        assertThat(play.backtest(Playground.example("SmaCrossPlan"), csv, "--timeframe", "5m", "--param", "fast=33"))
                .isEqualTo(ExitCode.DONE);
        assertThat(top("one", "--luck")).contains("\"trials\":16,");
    }

    @Test
    void aLedgerOfOnesOwnIsRememberedWithTheSweep() {
        Path own = folder.resolve("own/ledger");
        sweeps("one", "5..25:10", "--trials", own.toString());
        sweeps("two", "5..45:10", "--trials", own.toString());
        assertThat(own).exists();
        assertThat(folder.resolve("trials.log")).doesNotExist();
        assertThat(top("one", "--luck")).contains("\"trials\":15,");
        assertThat(top("one", "--luck", "--trials", folder.resolve("none").toString()))
                .contains("\"trials\":9,");
    }

    @Test
    void aLedgerThatCannotBeWrittenIsToldAndSpoilsNothing() {
        sweeps("one", "5..25:10", "--trials", csv + "/ledger");
        assertThat(play.stderr()).contains("these trials are not counted");
        assertThat(play.stdout()).contains("best");
    }

    @Test
    void luckOfMoreThanAHundredIsRefused() {
        sweeps("one", "5..25:10");
        assertThat(play.enter("sweep", "top", folder.resolve("one").toString(), "-n", "101", "--luck"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains("at most 100 with --luck");
    }
}
