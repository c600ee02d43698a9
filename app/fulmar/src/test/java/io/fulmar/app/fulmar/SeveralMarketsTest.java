package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One strategy that trades several markets, from the command line. */
class SeveralMarketsTest {
    private static final Path PAIRS = Playground.example("Pairs");

    @TempDir
    Path folder;

    Playground play;

    @BeforeEach
    void open() {
        play = new Playground(folder);
    }

    private ExitCode pairs(int markets, String... more) {
        List<String> words = new java.util.ArrayList<>(List.of(
                "backtest",
                PAIRS.toString(),
                "--data",
                "synth:7,kind=bars,days=20,markets=" + markets,
                "--timeframe",
                "15m",
                "--out",
                play.out().toString(),
                "--json"));
        words.addAll(List.of(more));
        return play.enter(words.toArray(String[]::new));
    }

    private List<String> symbols() {
        return play.table("trades.csv").stream().map(row -> row[2]).distinct().toList();
    }

    @Test
    void aPairIsTradedInBothItsMarkets() {
        assertThat(pairs(2)).as(play.stderr()).isEqualTo(ExitCode.DONE);
        assertThat(symbols()).containsExactlyInAnyOrder("BTC/USDT:USDT", "ETH/USDT:USDT");
        assertThat(play.stdout()).contains("\"role\":\"home\"", "\"role\":\"leg\"");
    }

    @Test
    void itSitsInEveryMarketButTheOneItNames() {
        assertThat(pairs(3)).as(play.stderr()).isEqualTo(ExitCode.DONE);
        assertThat(symbols()).containsExactlyInAnyOrder("BTC/USDT:USDT", "ETH/USDT:USDT", "SOL/USDT:USDT");
        assertThat(play.stdout().split("\"role\":\"home\"", -1)).hasSize(3);
    }

    @Test
    void inHedgeModeEachMarketHasItsOwnSides() {
        assertThat(pairs(2, "--hedge")).as(play.stderr()).isEqualTo(ExitCode.DONE);
        assertThat(play.number("trades")).isPositive();
        assertThat(play.stdout().split("\"role\":", -1)).hasSize(3);
    }

    @Test
    void aMarketThatIsNotThereIsAnErrorWithTheWayOut() {
        assertThat(pairs(2, "--param", "other=ETH/USDT")).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(play.stderr())
                .contains("Pairs trades ETH/USDT too", "did you mean 'ETH/USDT:USDT'?", "--csv ETH/USDT=FILE");
        assertThat(pairs(1, "--symbol", "ETH/USDT:USDT")).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(play.stderr()).contains("is left without its own");
    }

    @Test
    void severalMarketsAreMadeOfBarsAlone() {
        assertThat(play.enter("backtest", PAIRS.toString(), "--data", "synth:7,kind=l2,markets=2", "--out", "x"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains("kind=bars");
        assertThat(pairs(9)).isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains("at most 4 markets");
    }
}
