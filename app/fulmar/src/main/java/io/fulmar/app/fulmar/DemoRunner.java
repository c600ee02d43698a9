package io.fulmar.app.fulmar;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.research.backtest.CsvWriter;
import io.fulmar.simulation.exchange.IntrabarPath;
import io.fulmar.simulation.market.Candles;
import io.fulmar.simulation.market.SyntheticMarket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;

/** The demonstration: a market that never was, two examples on one account, a report. */
final class DemoRunner {
    /** Of the market; the same on every machine. */
    static final long SEED = 20_240_101;

    private static final int MINUTES = 525_600;
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final long SECOND = 1_000_000_000L;
    private static final String FEE_BPS = "2.5";
    private static final List<String> EXAMPLES = List.of("SmaCross", "Breakout");
    private static final SequencedMap<String, String> SHARES = new LinkedHashMap<>();

    static {
        EXAMPLES.forEach(name -> SHARES.put(name, "50%"));
    }

    private DemoRunner() {}

    static ExitCode run(DemoCommand.Request wanted, Terminal terminal) {
        Path bars = wanted.folder().resolve("bars.csv");
        terminal.progress("making a year of minutes of a market that never was (seed " + SEED + ")");
        try (OutputFolder folder = OutputFolder.claim(wanted.folder())) {
            folder.write("bars.csv", out -> {
                Candles made = SyntheticMarket.of(SEED)
                        .bars(Timeframe.MINUTE, Math.multiplyExact(START.getEpochSecond(), SECOND), MINUTES);
                CsvWriter.write(out, Feed.bars(made), made.tick());
            });
            terminal.progress("running " + String.join(" and ", EXAMPLES) + " on its hours, on one account");
            BacktestRequest request = request(wanted, terminal, folder.path().resolve("bars.csv"), bars);
            BacktestRunner runner = new BacktestRunner(request, terminal, OptionalLong.of(SEED));
            FinishedRun run = runner.run(folder);
            folder.finish();
            tell(run, runner, wanted, terminal);
        }
        if (wanted.open()) Browser.open(wanted.folder().resolve("report.html"));
        return ExitCode.DONE;
    }

    private static BacktestRequest request(DemoCommand.Request wanted, Terminal terminal, Path csv, Path later) {
        List<Path> files =
                EXAMPLES.stream().map(name -> example(terminal, name)).toList();
        Rate fee = Rate.ofBasisPoints(FEE_BPS);
        return new BacktestRequest(
                new BacktestRequest.Strategies(
                        files, new LinkedHashMap<>(), SHARES, new LinkedHashMap<>(), Duration.ofSeconds(5)),
                new BacktestRequest.Data(
                        List.of(new BacktestRequest.Source(Symbol.parse("BTC/USDT:USDT"), csv)),
                        Timeframe.HOUR,
                        Optional.empty()),
                new BacktestRequest.Steps(Optional.empty(), Optional.empty(), Optional.empty()),
                new BacktestRequest.Account(Optional.empty(), Decimal.ONE, fee, fee, Rate.ZERO, IntrabarPath.WORST),
                new BacktestRequest.Limits.Off(),
                ContractOptions.Wanted.NOTHING,
                new BacktestRequest.Result(wanted.folder(), false, 365, wanted.open()),
                "fulmar backtest examples/SmaCross.java examples/Breakout.java --csv " + later
                        + " --symbol BTC/USDT:USDT --timeframe 1h --fee-bps " + FEE_BPS
                        + " --share SmaCross=50% --share Breakout=50%");
    }

    private static Path example(Terminal terminal, String name) {
        Path file = terminal.home().resolve("examples").resolve(name + ".java");
        if (Files.isRegularFile(file)) return file;
        throw new Failure(ErrorCode.BAD_CONFIGURATION, "the examples are not where the program is: " + file)
                .help("start it with the launcher ./fulmar of a whole checkout");
    }

    private static void tell(FinishedRun run, BacktestRunner runner, DemoCommand.Request wanted, Terminal terminal) {
        if (terminal.json()) {
            terminal.out().println(runner.json(run).onOneLine());
            return;
        }
        terminal.out()
                .println(RunSummary.of(run, wanted.folder(), terminal)
                        + "\n\nThe market is synthetic: the result says nothing about any real one."
                        + "\nNext: look at the report, then write your own:"
                        + "\n  " + Called.as() + " new strategy MyIdea"
                        + "\n  " + Called.as() + " backtest MyIdea.java --csv "
                        + wanted.folder().resolve("bars.csv") + " --symbol BTC/USDT:USDT --timeframe 1h --fee-bps "
                        + FEE_BPS);
    }
}
