package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    @Test
    void aPairIsSweptAndEveryRowIsItsBacktest() {
        Path here = play.minutes(20_240_101, 4_000);
        Path there = play.minutes(7, 4_100);
        List<String> market = List.of(
                "--csv",
                "BTC/USDT:USDT=" + here,
                "--csv",
                "ETH/USDT:USDT=" + there,
                "--timeframe",
                "1m",
                "--fee-bps",
                "4",
                "--slippage-bps",
                "1",
                "--json");
        Path out = folder.resolve("sweep");
        List<String> sweep = new java.util.ArrayList<>(List.of("sweep", "run", PAIRS.toString(), "--paths", "0"));
        sweep.addAll(List.of("--grid", "window=30,60", "--grid", "enter=1.5,2", "--quiet", "--out", out.toString()));
        sweep.addAll(market);
        assertThat(play.enter(sweep.toArray(String[]::new))).as(play.stderr()).isEqualTo(ExitCode.DONE);
        assertThat(play.stdout()).contains("several markets share one account");
        String tradeFrom = play.value("tradeFrom");

        assertThat(play.enter("sweep", "top", out.toString(), "--json")).isEqualTo(ExitCode.DONE);
        List<String> rows = play.stdout().lines().toList();
        assertThat(rows).hasSize(4);
        for (String row : rows) {
            Matcher words = Pattern.compile(
                            "\"window\":(\\d+),\"enter\":([0-9.]+).*\"trades\":(\\d+),\"netReturn\":([^,]+),"
                                    + "\"maxDrawdown\":([^,]+)")
                    .matcher(row);
            assertThat(words.find()).as(row).isTrue();
            List<String> one = new java.util.ArrayList<>(List.of("backtest", PAIRS.toString()));
            one.addAll(List.of("--param", "window=" + words.group(1), "--param", "enter=" + words.group(2)));
            one.addAll(List.of("--trade-from", tradeFrom, "--out", play.out().toString()));
            one.addAll(market);
            assertThat(play.enter(one.toArray(String[]::new))).as(play.stderr()).isEqualTo(ExitCode.DONE);
            assertThat(play.value("trades")).isEqualTo(words.group(3));
            assertThat(play.value("netReturn")).isEqualTo(words.group(4));
            assertThat(play.value("maxDrawdown")).isEqualTo(words.group(5));
        }
    }

    @Test
    void aSweepWithoutTheOtherMarketIsAnErrorWithTheWayOut() {
        Path csv = play.minutes(20_240_101, 4_000);
        assertThat(play.enter(
                        "sweep",
                        "run",
                        PAIRS.toString(),
                        "--csv",
                        "BTC/USDT:USDT=" + csv,
                        "--timeframe",
                        "1m",
                        "--grid",
                        "window=30,60",
                        "--out",
                        folder.resolve("sweep").toString()))
                .isEqualTo(ExitCode.CONFIGURATION);
        assertThat(play.stderr()).contains("Pairs trades ETH/USDT:USDT too", "--csv ETH/USDT:USDT=FILE");
    }
}
