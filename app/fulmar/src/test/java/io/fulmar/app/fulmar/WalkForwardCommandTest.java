package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkForwardCommandTest {
    @TempDir
    private Path folder;

    private Playground play = new Playground(Path.of("."));
    private Path csv = Path.of(".");

    @BeforeEach
    void aMarket() {
        play = new Playground(folder);
        csv = play.minutes(4, 12_000);
    }

    private ExitCode walk(String strategy, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "walkforward",
                Playground.example(strategy).toString(),
                "--csv",
                csv.toString(),
                "--symbol",
                "BTC/USDT:USDT",
                "--timeframe",
                "1m",
                "--grid",
                "fast=5..25:10",
                "--grid",
                "slow=40..80:40",
                "--paths",
                "16"));
        words.addAll(List.of(more));
        return play.enter(words.toArray(String[]::new));
    }

    @Test
    void everyTestIsABacktestOfItsChoiceFromThereOn() throws IOException {
        assertThat(walk("SmaCrossPlan", "--train", "24h", "--test", "24h", "--json"))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);
        String json = play.stdout();
        Matcher window = Pattern.compile(
                        "\"testFrom\":\"([^\"]+)\",\"testTo\":\"([^\"]+)\",\"combination\":[0-9]+,\"params\":"
                                + "\\{\"fast\":\"([0-9]+)\",\"slow\":\"([0-9]+)\"[^}]*\\}.*?\"testReturn\":([-0-9.E]+),\"testTrades\":([0-9]+)")
                .matcher(json);
        int windows = 0;
        while (window.find() && windows < 3) {
            Path seen = folder.resolve("seen-" + windows++ + ".csv");
            List<String> lines = Files.readAllLines(csv);
            long end = Instant.parse(window.group(2)).toEpochMilli();
            Files.write(
                    seen,
                    lines.stream()
                            .filter(line -> line.startsWith("time") || millis(line) < end)
                            .toList());
            play.backtest(
                    Playground.example("SmaCrossPlan"),
                    seen,
                    "--param",
                    "fast=" + window.group(3),
                    "--param",
                    "slow=" + window.group(4),
                    "--trade-from",
                    window.group(1),
                    "--tick",
                    tick(),
                    "--lot",
                    lot(),
                    "--json");
            assertThat(play.number("netReturn")).isEqualTo(Double.parseDouble(window.group(5)));
            assertThat(play.value("trades")).isEqualTo(window.group(6));
        }
        assertThat(windows).isEqualTo(3);
        assertThat(json).contains("\"combinations\":6", "\"anchored\":false", "\"winningWindows\":", "\"plateau\":");
    }

    /** The cut file must have the steps of the whole one. */
    private String tick() {
        play.backtest(Playground.example("SmaCrossPlan"), csv, "--json");
        return play.value("tick");
    }

    private String lot() {
        return play.value("lot");
    }

    private static long millis(String line) {
        String time = line.substring(0, line.indexOf(','));
        return time.contains("-") ? Instant.parse(time).toEpochMilli() : Long.parseLong(time);
    }

    @Test
    void codeWalksAsItsPlanDoes() {
        walk("SmaCrossPlan", "--train", "2880m", "--test", "1440m", "--gap", "60m", "--anchored", "--json");
        String plan = play.stdout();
        assertThat(walk("SmaCross", "--train", "2880m", "--test", "1440m", "--gap", "60m", "--anchored", "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(play.stdout()).isEqualTo(plan).contains("\"anchored\":true");
    }

    @Test
    void peopleGetATable() {
        assertThat(walk("SmaCrossPlan", "--train", "3d", "--test", "1d")).isEqualTo(ExitCode.DONE);
        assertThat(play.stdout()).contains("test from", "fast=", "all tests joined");
    }

    @Test
    void whatIsMissingOrTooLongIsSaid() {
        assertThat(walk("SmaCrossPlan", "--test", "1d")).isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains("needs --train", "--train 180d");
        assertThat(walk("SmaCrossPlan", "--train", "300d", "--test", "1d")).isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains("room for no window");
    }

    @Test
    void anObjectiveOfOnesOwnIsAFile() {
        Path own = play.file(
                "own.yaml",
                "name: own\nterms:\n  net-return: 1\ngates:\n  trades: 1\n  trades-per-year: 0\n  days: 1\n");
        assertThat(walk("SmaCrossPlan", "--train", "3d", "--test", "1d", "--objective", own.toString()))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);
        Path wrong = play.file("wrong.yaml", "name: own\nterms:\n  net-retur: 1\n");
        assertThat(walk("SmaCrossPlan", "--train", "3d", "--test", "1d", "--objective", wrong.toString()))
                .isEqualTo(ExitCode.CONFIGURATION);
        assertThat(play.stderr())
                .contains("wrong.yaml:3", "there is no term 'net-retur'", "did you mean 'net-return'?");
    }
}
