package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonteCarloCommandTest {
    @TempDir
    private Path folder;

    private Playground play = new Playground(Path.of("."));

    @BeforeEach
    void aFinishedRun() {
        play = new Playground(folder);
        play.backtest(Playground.example("SmaCross"), play.minutes(3, 20_000), "--fee-bps", "2");
    }

    private String json(String... more) {
        List<String> words = new ArrayList<>(List.of("montecarlo", play.out().toString(), "--json"));
        words.addAll(List.of(more));
        assertThat(play.enter(words.toArray(String[]::new))).as(play.stderr()).isEqualTo(ExitCode.DONE);
        return play.stdout();
    }

    @Test
    void theKeysAreThoseOfThePage() {
        String json =
                json("--paths", "200", "--seed", "7", "--slippage-bps", "2:3", "--miss", "5%", "--anomaly", "1%:50");
        assertThat(json)
                .startsWith("{\"paths\":200,\"seed\":7,\"netReturn\":{\"p01\":")
                .contains(
                        "\"p50\":",
                        "\"p99\":",
                        "\"maxDrawdown\":{\"p50\":",
                        "\"p95\":",
                        "\"ruin\":",
                        "\"blockLength\":");
        assertThat(json("--paths", "200", "--seed", "7", "--slippage-bps", "2:3", "--miss", "5%", "--anomaly", "1%:50"))
                .isEqualTo(json);
    }

    @Test
    void withoutMishapsAndChanceTheRunItselfComesOut() {
        double net = netReturnOfClosedTrades();
        json("--paths", "50", "--block", "1000000000");
        assertThat(play.number("p50")).as("the whole run as one circular block").isEqualTo(net, within(1e-9));
    }

    private double netReturnOfClosedTrades() {
        double equity = 10_000;
        for (String[] row : play.table("trades.csv")) equity += Double.parseDouble(row[11]);
        return equity / 10_000 - 1;
    }

    @Test
    void pricesDrawnAnewRunTheStrategyItself() throws IOException {
        String json = json("--bootstrap", "prices", "--paths", "5", "--seed", "3");
        assertThat(json).contains("\"paths\":5,\"seed\":3,", "\"bootstrap\":\"prices\"");
        assertThat(play.number("p99")).isGreaterThan(play.number("p01"));
        assertThat(json("--bootstrap", "prices", "--paths", "5", "--seed", "3")).isEqualTo(json);
        assertThat(json("--bootstrap", "prices", "--paths", "5", "--seed", "4")).isNotEqualTo(json);
        Files.writeString(play.minutes(3, 20_000), "time,open,high,low,close,volume\n2024-01-01T00:00:00Z,1,1,1,1,1\n");
        assertThat(play.enter("montecarlo", play.out().toString(), "--bootstrap", "prices"))
                .isEqualTo(ExitCode.CONFIGURATION);
        assertThat(play.stderr()).contains("other content than the run had");
    }

    @Test
    void mishapsOfTradesAreNoneOfPrices() {
        assertThat(play.enter("montecarlo", play.out().toString(), "--bootstrap", "prices", "--miss", "5%"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains("--miss is for redrawn trades");
    }

    @Test
    void aQuotedCommandLineIsTakenApartAsAShellWould() {
        for (String word : List.of("a b", "it's", "x=1", "", "\\", "$HOME")) {
            assertThat(ShellWords.of("one " + BacktestCommand.quoted(word) + " two"))
                    .containsExactly("one", word, "two");
        }
    }

    @Test
    void costsMakeItWorse() {
        json("--paths", "200");
        double before = play.number("p50");
        json("--paths", "200", "--slippage-bps", "5:1");
        assertThat(play.number("p50")).isLessThan(before);
    }

    @Test
    void peopleGetATable() {
        assertThat(play.enter("montecarlo", play.out().toString())).isEqualTo(ExitCode.DONE);
        assertThat(play.stdout()).contains("1,000 paths", "net return", "max drawdown", "ruin");
    }

    @Test
    void mistypedOptionsAreNamedWithTheFormWanted() {
        assertThat(play.enter("montecarlo", play.out().toString(), "--slippage-bps", "2"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains("--slippage-bps 2 cannot be used", "2:3");
        assertThat(play.enter("montecarlo", play.out().toString(), "--miss", "120%"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains("between 0% and 100%");
    }

    @Test
    void aFolderWithoutARunIsNamed() throws IOException {
        assertThat(play.enter("montecarlo", folder.toString())).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(play.stderr()).contains("holds no finished run");
        Files.writeString(play.out().resolve("trades.csv"), "number,strategy\n");
        assertThat(play.enter("montecarlo", play.out().toString())).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(play.stderr()).contains("trades.csv:1", "is missing");
    }
}
