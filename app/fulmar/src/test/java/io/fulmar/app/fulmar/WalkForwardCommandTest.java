package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.research.sweep.TrialLog;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    void theNumberOfThreadsChangesNothing() {
        walk("SmaCrossPlan", "--train", "2d", "--test", "1d", "--threads", "1", "--json");
        String one = play.stdout();
        walk("SmaCrossPlan", "--train", "2d", "--test", "1d", "--threads", "3", "--json");
        assertThat(play.stdout()).isEqualTo(one);
    }

    @Test
    void ofSeveralMarketsTheMeanLessTheDispersionChooses() {
        List<String> more = List.of("--train", "3d", "--test", "1d", "--json", "--threads", "2");
        assertThat(walkOn("1m,5m", more)).as(play.stderr()).isEqualTo(ExitCode.DONE);
        String both = play.stdout();
        assertThat(both).contains("\"markets\":[{\"market\":\"BTC/USDT:USDT 1m\",", "\"market\":\"BTC/USDT:USDT 5m\",");
        int windows = both.split("\"trainFrom\"", -1).length;
        assertThat(walkOn("1m", more)).isEqualTo(ExitCode.DONE);
        assertThat(play.stdout().split("\"trainFrom\"", -1)).as("windows").hasSizeBetween(windows, windows + 1);
        assertThat(play.stdout()).doesNotContain("\"markets\"");
        assertThat(walkOn("1m,5m", List.of("--train", "3d", "--test", "1d"))).isEqualTo(ExitCode.DONE);
        assertThat(play.stdout()).contains("BTC/USDT:USDT 5m:");
    }

    @Test
    void theSameMarketTwiceIsThatMarket() {
        Path copy = play.file("copy.csv", read(csv));
        List<String> words = new ArrayList<>(List.of(
                "walkforward",
                Playground.example("SmaCrossPlan").toString(),
                "--csv",
                "BTC/USDT:USDT=" + csv,
                "--csv",
                "ETH/USDT:USDT=" + copy,
                "--timeframe",
                "1m",
                "--grid",
                "fast=5..25:10",
                "--grid",
                "slow=40..80:40",
                "--paths",
                "16",
                "--train",
                "2d",
                "--test",
                "1d",
                "--json"));
        assertThat(play.enter(words.toArray(String[]::new))).as(play.stderr()).isEqualTo(ExitCode.DONE);
        double twice = play.number("netReturn");
        List<String> chosen = combinations(play.stdout());
        walk("SmaCrossPlan", "--train", "2d", "--test", "1d", "--json");
        assertThat(play.number("netReturn")).isEqualTo(twice);
        assertThat(combinations(play.stdout())).isEqualTo(chosen);
    }

    private static List<String> combinations(String json) {
        return Pattern.compile("\"combination\":([0-9]+)")
                .matcher(json)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ExitCode walkOn(String timeframes, List<String> more) {
        List<String> words = new ArrayList<>(List.of(
                "walkforward",
                Playground.example("SmaCrossPlan").toString(),
                "--csv",
                csv.toString(),
                "--symbol",
                "BTC/USDT:USDT",
                "--timeframe",
                timeframes,
                "--grid",
                "fast=5..25:10",
                "--grid",
                "slow=40..80:40",
                "--paths",
                "16"));
        words.addAll(more);
        return play.enter(words.toArray(String[]::new));
    }

    @Test
    void whatItTriedCountsWhereItIsToldTo() {
        Path ledger = folder.resolve("trials.log");
        walk("SmaCrossPlan", "--train", "2d", "--test", "1d", "--trials", ledger.toString());
        assertThat(TrialLog.read(ledger)
                        .overlapping("BTC/USDT:USDT", Long.MIN_VALUE, Long.MAX_VALUE)
                        .count())
                .isEqualTo(6);
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
