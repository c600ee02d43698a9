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

/** A sweep's page from the command line, and the command on it that runs one combination. */
class SweepReportCommandTest {
    @TempDir
    Path folder;

    private Playground play;
    private Path csv;
    private Path sweep;

    @BeforeEach
    void open() {
        play = new Playground(folder);
        csv = play.minutes(5, 30_000);
        sweep = folder.resolve("sweep");
    }

    private void runs(String... more) {
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
                sweep.toString()));
        words.addAll(List.of(more));
        assertThat(play.enter(words.toArray(String[]::new))).as(play.stderr()).isEqualTo(ExitCode.DONE);
    }

    private void reports() {
        assertThat(play.enter("sweep", "report", sweep.toString(), "--json"))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void theCommandOnThePageGivesTheRowThatItStandsFor() throws IOException {
        runs("--param", "stop=0.6%", "--param", "target=1.2%");
        assertThat(play.enter("sweep", "top", sweep.toString(), "-n", "1", "--json"))
                .isEqualTo(ExitCode.DONE);
        String netReturn = play.value("netReturn");
        String fees = play.value("fees");
        String trades = play.value("trades");
        reports();
        assertThat(play.value("verdict")).isIn("robust", "not shown", "luck");
        assertThat(play.number("trials")).isEqualTo(9);
        String page = Files.readString(sweep.resolve("report.html"));
        String command = page.substring(page.indexOf("<code id=command>") + 17);
        String[] words = command.substring(0, command.indexOf("</code>")).split(" ");
        List<String> given = new ArrayList<>(List.of(words).subList(1, words.length));
        given.addAll(List.of("--json", "--out", play.out().toString()));
        assertThat(play.enter(given.toArray(String[]::new))).as(play.stderr()).isEqualTo(ExitCode.DONE);
        assertThat(play.number("netReturn")).isEqualTo(Double.parseDouble(netReturn));
        assertThat(play.number("fees")).isEqualTo(Double.parseDouble(fees));
        assertThat(play.value("trades")).isEqualTo(trades);
    }

    @Test
    void aSweepWhoseDataAreGoneHasAPageWithoutAVerdict() throws IOException {
        runs();
        Files.delete(csv);
        reports();
        assertThat(play.value("missing")).contains("cannot be read again");
        assertThat(sweep.resolve("report.html")).exists();
    }

    @Test
    void aSweepWithAReportIsStillASweep() {
        runs();
        reports();
        reports();
        assertThat(play.enter("sweep", "resume", sweep.toString()))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);
        assertThat(play.enter("sweep", "status", sweep.toString(), "--json")).isEqualTo(ExitCode.DONE);
        assertThat(play.value("state")).isEqualTo("finished");
    }

    @Test
    void aFolderWithoutASweepIsAnError() {
        assertThat(play.enter("sweep", "report", folder.toString())).isNotEqualTo(ExitCode.DONE);
        assertThat(play.stderr()).contains("holds no sweep");
    }
}
