package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad files and bad values: each a sentence with its place, its exit code, and nothing written. */
class BadInputTest {
    private static final Path SMA = Playground.example("SmaCross");
    private static final String HEADER = "time,open,high,low,close,volume\n";

    @TempDir
    Path folder;

    Playground play;

    @BeforeEach
    void open() {
        play = new Playground(folder);
    }

    private void fails(ExitCode code, Path csv, String... more) {
        assertThat(play.backtest(SMA, csv, more)).as(play.stderr()).isEqualTo(code);
        assertThat(play.out()).doesNotExist();
        assertThat(play.stdout()).isEmpty();
        assertThat(play.stderr()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-01-01T00:01Z,1,2,1,x,1     | line 3 | close
            2024-01-01T00:01Z,1,2,1,NaN,1   | line 3 | close
            2024-01-01T00:01Z,1,2,0,1,1     | line 3 | low
            2024-01-01T00:01Z,1,2,1,1,-1    | line 3 | volume
            2024-01-01T00:01Z,1,2,1,3,1     | line 3 | high
            2024-01-01T00:01Z,2,3,1.5,1,1   | line 3 | low
            2023-12-31T00:01Z,1,2,1,1,1     | line 3 | time
            2024-01-01T00:00Z,1,2,1,1,1     | line 3 | time
            2024-01-01T00:01:30Z,1,2,1,1,1  | line 3 | time
            """)
    void wrongRowsAreNamedByLineAndColumn(String row, String line, String column) {
        Path csv = play.file("bad.csv", HEADER + "2024-01-01T00:00Z,1,2,1,1,1\n" + row + "\n");
        fails(ExitCode.DATA, csv);
        assertThat(play.stderr()).contains(csv.toString(), line, column);
    }

    @Test
    void filesThatAreNoneAreDataErrors() throws IOException {
        fails(ExitCode.DATA, folder.resolve("nowhere.csv"));
        fails(ExitCode.DATA, folder);
        fails(ExitCode.DATA, play.file("empty.csv", ""));
        fails(ExitCode.DATA, play.file("header.csv", HEADER));
        fails(ExitCode.DATA, play.file("missing.csv", "time,open,high,low,volume\n1,1,1,1,1\n"));
        assertThat(play.stderr()).contains("close");
        fails(ExitCode.DATA, play.file("long.csv", HEADER + "1".repeat((1 << 20) + 10) + "\n"));
        fails(ExitCode.DATA, play.minutes(1, 30), "--timeframe", "30s");
        Files.delete(play.minutes(1, 30));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --timeframe | 7x
            --fee-bps | x
            --fee-bps | -1
            --cash | -5
            --leverage | 0
            --leverage | 5000
            --trade-from | tomorrow
            --trade-from | 2031-01-01
            --periods | 0
            --equity | hours
            --strategy-timeout | 5
            --priority | SmaCross=first
            --tick | 0
            """)
    void wrongValuesAreUsageErrors(String option, String value) {
        fails(ExitCode.USAGE, play.minutes(1, 30), option, value);
        assertThat(play.stderr()).contains("= help:");
    }

    @Test
    void symbolThatIsNoneShowsTheForm() {
        assertThat(play.enter(
                        "backtest",
                        SMA.toString(),
                        "--csv",
                        play.minutes(1, 30).toString(),
                        "--symbol",
                        "BTCUSDT",
                        "--timeframe",
                        "1m",
                        "--out",
                        play.out().toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains("BTC/USDT:USDT");
    }

    @Test
    void amountsThatDoNotFitAreConfigurationErrors() {
        fails(ExitCode.CONFIGURATION, play.minutes(1, 30), "--cash", "1e17");
        fails(ExitCode.CONFIGURATION, play.minutes(1, 30), "--cash", "1e-12");
        assertThat(play.stderr()).contains("FUL-C004");
    }

    @Test
    void outputThatHoldsSomethingElseIsLeftAlone() throws IOException {
        Path csv = play.minutes(1, 30);
        Files.createDirectories(play.out());
        Path kept = Files.writeString(play.out().resolve("thesis.txt"), "mine");
        assertThat(play.backtest(SMA, csv)).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(kept).hasContent("mine");
        Path file = play.file("a-file", "x");
        assertThat(play.backtest(SMA, csv, "--quiet")).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(play.enter(
                        "backtest",
                        SMA.toString(),
                        "--csv",
                        csv.toString(),
                        "--symbol",
                        "A/B",
                        "--timeframe",
                        "1m",
                        "--out",
                        file.toString()))
                .isEqualTo(ExitCode.CONFIGURATION);
        assertThat(file).hasContent("x");
    }

    @Test
    void missingParentsOfTheOutputAreMade() {
        Path deep = folder.resolve("a/b/c");
        assertThat(play.enter(
                        "backtest",
                        SMA.toString(),
                        "--csv",
                        play.minutes(1, 300).toString(),
                        "--symbol",
                        "A/B",
                        "--timeframe",
                        "1m",
                        "--out",
                        deep.toString()))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);
        assertThat(deep.resolve("report.html")).isRegularFile();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"tick":"0.01"}                                       | the key 'lot' is missing
            {"tick":"0.01","lots":"1"}                            | did you mean 'lot'?
            {"tick":"0.01","lot":"1","lot":"2"}                   | is there twice
            {"tick":"0.01","lot":"1",}                            | expected a key
            {"tick":"0.01","lot":"1"} x                           | unexpected text after the end
            {"tick":"0.01","lot":"0"}                             | lot must be more than 0
            {"tick":"0.01","lot":"1","symbol":"ETH/USDT"}         | the file is for ETH/USDT
            {"tick":"0.01","lot":"1","kind":"perpetual"}          | a kind is one of
            {"tick":"0.01","lot":"1","minimumQuantity":"0.5"}     | not a multiple of the lot
            {"tick":0.01,"lot":01}                                | expected a value
            [1]                                                   | expected an object
            """)
    void instrumentFileIsReadStrictly(String json, String message) {
        Path file = play.file("instrument.json", json);
        fails(ExitCode.CONFIGURATION, play.minutes(1, 30), "--instrument", file.toString());
        assertThat(play.stderr()).contains("FUL-C003", message, file + ":1:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"controls":{"orderShar":"5%"}}                           | did you mean 'orderShare'?
            {"controls":{"orderShare":5}}                             | a percentage in quotes
            {"controls":{"orderLots":true}}                           | a number of lots
            {"controls":{"mode":false}}                               | cannot be off
            {"controls":{"stalePrice":{"rest":"4h"}}}                 | has no rest
            {"controls":{"dailyDrawdown":{"limit":"5%","rest":"4"}}}  | rest
            {"base":"paper"}                                          | "off" or "live"
            {"strategies":{"SmaCros":{}}}                             | did you mean 'SmaCross'?
            {"instruments":{"ETH/USDT":{}}}                           | unknown key
            """)
    void riskFileIsReadStrictly(String json, String message) {
        Path file = play.file("risk.json", json);
        fails(ExitCode.CONFIGURATION, play.minutes(1, 30), "--risk", file.toString());
        assertThat(play.stderr()).contains("FUL-C003", message, file + ":1:");
    }

    @Test
    void controlsThatAreOnAreListedAndHold() {
        Path file = play.file("risk.json", """
                {
                  "controls": {
                    "orderShare": "50%", "dailyDrawdown": { "limit": "2%", "rest": "4h" }, "openOrders": 7
                  },
                  "strategies": { "SmaCross": { "positionShare": "30%" } },
                  "instruments": { "BTC/USDT:USDT": { "orderLots": 100000 } }
                }
                """);
        assertThat(play.backtest(SMA, play.minutes(1, 3000), "--risk", file.toString(), "--json"))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);
        assertThat(play.stdout()).contains("\"ORDER_SHARE\":\"50 %\"", "\"OPEN_ORDERS\":\"7\"", "\"ORDER_SIZE\":");
        assertThat(play.number("trades")).isZero();
        assertThat(play.backtest(SMA, play.minutes(1, 3000), "--risk", "live", "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(play.stdout()).contains("\"PRICE_COLLAR\"");
    }

    @Test
    void instrumentFileSetsTheSteps() {
        Path file = play.file("i.json", "{\"tick\":\"0.1\",\"lot\":\"0.01\",\"minimumNotional\":\"5\"}");
        assertThat(play.backtest(SMA, play.minutes(1, 3000), "--instrument", file.toString(), "--json"))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);
        assertThat(play.stdout()).contains("\"tick\":0.1,\"lot\":0.01", "\"PRICES_ROUNDED\"");
    }

    @Test
    void filesOfTheDocsAreAccepted() throws IOException {
        Path csv = play.minutes(1, 300);
        for (String option : new String[] {"instrument", "risk"}) {
            String page = Files.readString(Playground.ROOT.resolve("docs").resolve(option + "-file.md"));
            String json = page.substring(page.indexOf("```json") + 7, page.indexOf("```\n", page.indexOf("```json")));
            Path file = play.file(option + ".json", json);
            assertThat(play.backtest(SMA, csv, "--" + option, file.toString()))
                    .as(play.stderr())
                    .isEqualTo(ExitCode.DONE);
        }
    }
}
