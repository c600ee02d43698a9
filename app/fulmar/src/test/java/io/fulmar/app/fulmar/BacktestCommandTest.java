package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacktestCommandTest {
    static final CommandEntry ENTRY = BacktestCommand.command((request, terminal) -> ExitCode.DONE);

    @TempDir
    Path folder;

    @BeforeEach
    void writeAStrategy() throws IOException {
        Files.writeString(folder.resolve("SmaCross.java"), "class SmaCross {}");
    }

    @Test
    void wholeCommandLineBecomesATypedRequest() {
        BacktestRequest request = read("--csv year.csv --symbol BTC/USDT:USDT --timeframe 1m --param fast=20"
                + " --param slow=100 --param stop=1.25% --fee-bps 2.5 --slippage-bps 1 --cash 5000 --leverage 3"
                + " --tick 0.1 --lot 0.001 --trade-from 2024-01-08T00:00Z --risk live --periods 252 --equity bars"
                + " --strategy-timeout 500ms --out results --open");

        assertThat(request.data().sources())
                .containsExactly(new BacktestRequest.Source(Symbol.parse("BTC/USDT:USDT"), Path.of("year.csv")));
        assertThat(request.data().timeframe()).isEqualTo(Timeframe.parse("1m"));
        assertThat(request.data().tradeFrom()).contains(Instant.parse("2024-01-08T00:00:00Z"));
        assertThat(request.strategies().parameters().sequencedEntrySet())
                .extracting(entry -> entry.getKey() + " " + entry.getValue())
                .containsExactly("fast 20", "slow 100", "stop 1.25%");
        assertThat(request.strategies().timeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(request.account().takerFee()).isEqualTo(Rate.ofBasisPoints("2.5"));
        assertThat(request.account().makerFee()).isEqualTo(Rate.ofBasisPoints("2.5"));
        assertThat(request.account().slippage()).isEqualTo(Rate.ofBasisPoints("1"));
        assertThat(request.account().cash()).contains(Decimal.parse("5000"));
        assertThat(request.steps().tick()).contains(Decimal.parse("0.1"));
        assertThat(request.limits()).isEqualTo(new BacktestRequest.Limits.Live());
        assertThat(request.result()).isEqualTo(new BacktestRequest.Result(Path.of("results"), true, 252, true));
    }

    @Test
    void whatIsNotSaidHasItsDefault() {
        BacktestRequest request = read("--csv year.csv --symbol BTC/USDT --timeframe 1h");

        assertThat(request.account().takerFee()).isEqualTo(Rate.ZERO);
        assertThat(request.account().cash()).isEmpty();
        assertThat(request.limits()).isEqualTo(new BacktestRequest.Limits.Off());
        assertThat(request.strategies().timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(request.result())
                .isEqualTo(new BacktestRequest.Result(Path.of("out", "SmaCross"), false, 365, false));
    }

    @Test
    void severalInstrumentsNameTheirFiles() {
        BacktestRequest request = read("--csv BTC/USDT=a.csv --csv ETH/USDT=b=c.csv --timeframe 5m");

        assertThat(request.data().sources())
                .containsExactly(
                        new BacktestRequest.Source(Symbol.parse("BTC/USDT"), Path.of("a.csv")),
                        new BacktestRequest.Source(Symbol.parse("ETH/USDT"), Path.of("b=c.csv")));
    }

    @Test
    void fileWhoseNameHoldsAnEqualsSignIsStillAFile() throws IOException {
        Path file = folder.resolve("venue=x.csv");
        Files.writeString(file, "");

        assertThat(read("--csv " + file + " --symbol X/USDT --timeframe 1h")
                        .data()
                        .sources())
                .containsExactly(new BacktestRequest.Source(Symbol.parse("X/USDT"), file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--timeframe 1m --symbol BTC/USDT                       | FUL-U007 | --csv",
                "--csv a.csv --timeframe 1m                             | FUL-U007 | --symbol",
                "--csv a.csv --symbol BTC/USDT                          | FUL-U007 | --timeframe",
                "--csv a.csv --symbol BTCUSDT --timeframe 1m            | FUL-U008 | BTCUSDT",
                "--csv a.csv --symbol BTC/USDT --timeframe 1x           | FUL-U008 | 1x",
                "--csv a.csv --symbol BTC/USDT --timeframe 0m           | FUL-U008 | 0m",
                "--csv a.csv --csv b.csv --symbol X/Y --timeframe 1m    | FUL-U008 | its symbol",
                "--csv A/B=a.csv --symbol A/B --timeframe 1m            | FUL-U008 | --symbol",
                "--csv A/B=a.csv --csv A/B=b.csv --timeframe 1m         | FUL-U005 | A/B",
                "--csv A/B=a.csv --timeframe 1m --fee-bps many          | FUL-U008 | many",
                "--csv A/B=a.csv --timeframe 1m --fee-bps -1            | FUL-U008 | -1",
                "--csv A/B=a.csv --timeframe 1m --fee-bps 10001         | FUL-U008 | 10001",
                "--csv A/B=a.csv --timeframe 1m --cash 0                | FUL-U008 | --cash",
                "--csv A/B=a.csv --timeframe 1m --leverage -2           | FUL-U008 | --leverage",
                "--csv A/B=a.csv --timeframe 1m --periods 0             | FUL-U008 | --periods",
                "--csv A/B=a.csv --timeframe 1m --periods 1.5           | FUL-U008 | --periods",
                "--csv A/B=a.csv --timeframe 1m --param fast            | FUL-U008 | fast",
                "--csv A/B=a.csv --timeframe 1m --param a=1 --param a=2 | FUL-U005 | a",
                "--csv A/B=a.csv --timeframe 1m --trade-from monday     | FUL-U008 | monday",
                "--csv A/B=a.csv --timeframe 1m --equity hours          | FUL-U008 | hours",
                "--csv A/B=a.csv --timeframe 1m --strategy-timeout 5    | FUL-U008 | --strategy-timeout",
                "--csv A/B=a.csv --timeframe 1m --strategy-timeout 0s   | FUL-U008 | --strategy-timeout",
                "--csv A/B=a.csv --timeframe 1m --tick 0.1 --instrument i.json | FUL-U008 | --instrument",
                "--csv A/B=a.csv --timeframe 1m --fee 3                 | FUL-U002 | --fee",
            })
    void wrongCommandLineIsAUsageErrorThatSaysWhatToDo(String words, String code, String named) {
        Failure failure = catchThrowableOfType(Failure.class, () -> read(words));

        assertThat(failure.code().label()).isEqualTo(code);
        assertThat(failure.code().exit()).isEqualTo(ExitCode.USAGE);
        assertThat(failure.text()).contains(named);
        assertThat(failure.help()).isNotEmpty();
    }

    @Test
    void missingStrategyFileNamesTheNearestOne() {
        Failure failure = catchThrowableOfType(
                Failure.class,
                () -> words(List.of(folder.resolve("SmaCros.java").toString(), "--csv", "a.csv")));

        assertThat(failure.code()).isEqualTo(ErrorCode.STRATEGY_NOT_FOUND);
        assertThat(failure.help().getFirst()).contains("SmaCross.java");
    }

    @Test
    void dataInThePlaceOfAStrategyIsPointedOut() {
        Failure failure = catchThrowableOfType(Failure.class, () -> words(List.of("prices.csv")));

        assertThat(failure.help().getFirst()).contains("--csv");
    }

    private BacktestRequest read(String options) {
        List<String> words =
                new ArrayList<>(List.of(folder.resolve("SmaCross.java").toString()));
        words.addAll(List.of(options.split(" ")));
        return words(words);
    }

    private static BacktestRequest words(List<String> words) {
        List<String> all = new ArrayList<>(List.of("backtest"));
        all.addAll(words);
        return BacktestCommand.read(new CommandLine(new CommandRegistry(List.of(ENTRY))).read(all));
    }
}
