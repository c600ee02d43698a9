package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts from the command line: inverse ones, funding, margin, hedge mode, expiry. */
class DerivativesTest {
    private static final Path SMA = Playground.example("SmaCross");

    @TempDir
    Path folder;

    private Playground play;

    @BeforeEach
    void open() {
        play = new Playground(folder);
    }

    private ExitCode run(String symbol, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "backtest",
                SMA.toString(),
                "--csv",
                play.minutes(3, 5_000).toString(),
                "--symbol",
                symbol,
                "--timeframe",
                "1m",
                "--out",
                play.out().toString(),
                "--json"));
        words.addAll(List.of(more));
        return play.enter(words.toArray(String[]::new));
    }

    @Test
    void inverseContractsAreCountedAndPaidInTheirBase() {
        assertThat(run("BTC/USD:BTC", "--fee-bps", "5")).as(play.stderr()).isEqualTo(ExitCode.DONE);
        assertThat(play.value("currency")).isEqualTo("BTC");
        assertThat(play.value("cash")).isEqualTo("1.000000000000");
        List<String[]> trades = play.table("trades.csv");
        assertThat(trades).hasSizeGreaterThan(10);
        for (String[] trade : trades) {
            double move = 1 / Double.parseDouble(trade[5]) - 1 / Double.parseDouble(trade[7]);
            double profit = (trade[3].equals("long") ? 1 : -1) * Double.parseDouble(trade[8]) * move;
            assertThat(Double.parseDouble(trade[9])).isCloseTo(profit, within(2e-12));
        }
        double sum = trades.stream().mapToDouble(t -> Double.parseDouble(t[11])).sum();
        assertThat(play.number("trades")).isEqualTo(trades.size());
        if (play.value("openTrades").equals("0")) {
            assertThat(play.number("netReturn")).isCloseTo(sum, within(1e-9));
        }
    }
}
