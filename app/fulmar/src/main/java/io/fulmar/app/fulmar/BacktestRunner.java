package io.fulmar.app.fulmar;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.research.backtest.Backtest;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.FlowBacktest;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.backtest.MarketFlow;
import io.fulmar.research.backtest.Report;
import io.fulmar.research.robustness.LookAhead;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.ExchangeRules;
import io.fulmar.simulation.exchange.FeeSchedule;
import io.fulmar.simulation.exchange.FlowRules;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs a backtest from the request to the files: reads and compiles side by side, runs, writes. */
final class BacktestRunner {
    private static final Decimal CASH = Decimal.of(10_000);
    private static final int PPM_DIGITS = 6;
    private static final long SECOND = 1_000_000_000L;

    private final BacktestRequest request;
    private final Terminal terminal;
    private final OptionalLong seed;

    BacktestRunner(BacktestRequest request, Terminal terminal, OptionalLong seed) {
        this.request = request;
        this.terminal = terminal;
        this.seed = seed;
    }

    static ExitCode run(BacktestRequest request, Terminal terminal) {
        BacktestRunner runner = new BacktestRunner(request, terminal, OptionalLong.empty());
        FinishedRun run = runner.run();
        TrialFile.note(run, terminal);
        terminal.out()
                .println(
                        terminal.json()
                                ? runner.json(run).onOneLine()
                                : RunSummary.of(run, request.result().folder(), terminal));
        if (request.result().open()) Browser.open(request.result().folder().resolve("report.html"));
        return ExitCode.DONE;
    }

    private FinishedRun run() {
        try (OutputFolder folder = OutputFolder.claim(request.result().folder())) {
            FinishedRun run = run(folder);
            folder.finish();
            return run;
        }
    }

    /** Runs and leaves the files. What a strategy prints goes to stderr, since stdout belongs to the result. */
    FinishedRun run(OutputFolder folder) {
        PrintStream stdout = System.out;
        System.setOut(terminal.err());
        try {
            FinishedRun run = finished();
            write(run, folder);
            return run;
        } finally {
            System.setOut(stdout);
        }
    }

    JsonValue json(FinishedRun run) {
        return RunJson.of(run, limits(run.markets(), run.seats()));
    }

    /** All that a run needs, read and compiled. */
    record Prepared(
            CompiledStrategies compiled,
            Supervisor supervisor,
            Feed feed,
            List<Contestants.Seated> seats,
            RunContracts contracts,
            BacktestSetup setup) {}

    Prepared prepared() {
        FutureTask<Feed> reading = beside("bars", () -> Feed.read(request, seed));
        CompiledStrategies compiled =
                StrategyCompiler.compile(request.strategies().files(), terminal);
        Supervisor supervisor = new Supervisor(compiled, request.strategies().timeout());
        List<Contestants.Bound> bound =
                supervisor.call(() -> Contestants.bind(request, compiled), () -> 0, (done, taken) -> {});
        Feed feed = result(reading);
        List<Contestants.Seated> seats =
                Contestants.seated(bound, feed.markets(), request.contracts().hedge());
        RunContracts contracts = RunContracts.of(request, feed.markets());
        return new Prepared(compiled, supervisor, feed, seats, contracts, setup(feed.markets(), seats, contracts));
    }

    private FinishedRun finished() {
        Prepared run = prepared();
        List<MarketData> markets = run.feed.markets();
        LongProgress progress = new LongProgress();
        BacktestResult result = run.supervisor.call(
                () -> {
                    try {
                        return run.feed.flow().isPresent()
                                ? between(run.feed.flow().get(), run.setup, progress)
                                : bars(run.setup, progress);
                    } finally {
                        progress.forget();
                    }
                },
                progress,
                new Progress(
                        terminal,
                        markets.stream().mapToLong(m -> m.bars().size()).max().orElse(0)));
        LookAhead.Result lookAhead = run.feed.flow().isPresent()
                ? LookAhead.Result.NOTHING_CHECKED
                : new LookAheadCheck(run).sample(result.log());
        return FinishedRun.of(request, run, result, lookAhead);
    }

    private static BacktestResult bars(BacktestSetup setup, LongProgress progress) {
        Backtest backtest = new Backtest(setup);
        progress.follow(backtest::progress);
        return backtest.run();
    }

    private BacktestResult between(MarketFlow flow, BacktestSetup setup, LongProgress progress) {
        if (setup.strategies().size() != 1) {
            throw new Failure(ErrorCode.BAD_CONFIGURATION, "quotes, trades and books run one strategy at a time")
                    .help("give one strategy, or bars: --csv, --data synth:SEED,kind=bars");
        }
        BacktestRequest.Account account = request.account();
        FlowRequest wanted = request.data().flow().orElseThrow();
        FlowRules rules = new FlowRules(
                wanted.latency(),
                wanted.queue(),
                wanted.fills(),
                wanted.impact(),
                FeeSchedule.flat(account.takerFee(), account.makerFee()),
                account.slippage());
        FlowBacktest backtest = new FlowBacktest(new FlowBacktest.Setup(flow, setup, rules, account.takerFee()));
        progress.follow(backtest::progress);
        return backtest.run();
    }

    private static <T> T result(FutureTask<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while other work went on", e);
        } catch (ExecutionException e) {
            switch (e.getCause() == null ? e : e.getCause()) {
                case RuntimeException own -> throw own;
                case OutOfMemoryError _ ->
                    throw new Failure(
                                    ErrorCode.BAD_CONFIGURATION, "the data and its results do not fit into the memory")
                            .help("give it more: FULMAR_JAVA_OPTS=-Xmx8g ./fulmar ...");
                default -> throw new IllegalStateException("work beside the run failed", e);
            }
        }
    }

    BacktestSetup setup(List<MarketData> markets, List<Contestants.Seated> seats, RunContracts contracts) {
        BacktestRequest.Account account = request.account();
        ExchangeRules rules =
                new ExchangeRules(account.takerFee(), account.makerFee(), account.slippage(), account.path());
        return new BacktestSetup(
                markets,
                seats.stream()
                        .filter(Contestants.Seated::home)
                        .map(Contestants.Seated::contestant)
                        .toList(),
                cash(markets.getFirst().instrument()),
                leverage(account.leverage()),
                rules,
                limits(markets, seats),
                tradeFrom(markets),
                contracts.terms());
    }

    private Decimal cash(Instrument instrument) {
        Decimal cash = request.account().cash().orElse(instrument.kind().inverse() ? Decimal.ONE : CASH);
        try {
            instrument.settlement().amount(cash);
            return cash;
        } catch (ArithmeticException e) {
            throw new Failure(ErrorCode.NUMBERS_DO_NOT_FIT, "--cash " + cash + " cannot be kept: " + e.getMessage())
                    .help("the account keeps " + instrument.settlement().digits() + " decimals in 64 bits");
        }
    }

    private static long leverage(Decimal leverage) {
        try {
            long ppm = leverage.normalized().rescaled(PPM_DIGITS).mantissa();
            if (ppm >= 10_000 && ppm <= 1_000_000_000) return ppm;
        } catch (ArithmeticException e) {
            // said below
        }
        throw new Failure(ErrorCode.BAD_VALUE, "--leverage " + leverage + " cannot be used")
                .help("it lies between 0.01 and 1000, with at most 6 decimals");
    }

    private RiskLimits limits(List<MarketData> markets, List<Contestants.Seated> seats) {
        return switch (request.limits()) {
            case BacktestRequest.Limits.Off() -> RiskLimits.backtest();
            case BacktestRequest.Limits.Live() -> RiskFile.live(markets);
            case BacktestRequest.Limits.FromFile(var file) ->
                RiskFile.read(
                        file,
                        markets,
                        seats.stream().map(Contestants.Seated::name).toList());
        };
    }

    private long tradeFrom(List<MarketData> markets) {
        if (request.data().tradeFrom().isEmpty()) return Long.MIN_VALUE;
        Instant from = request.data().tradeFrom().get();
        long last = Long.MIN_VALUE;
        for (MarketData market : markets) {
            last = Math.max(last, market.bars().openTime(market.bars().size() - 1));
        }
        if (from.isAfter(Instant.ofEpochSecond(Math.floorDiv(last, SECOND), Math.floorMod(last, SECOND)))) {
            throw new Failure(ErrorCode.BAD_VALUE, "--trade-from " + from + " is after the last bar")
                    .help("the last bar opens at " + IsoTime.of(last));
        }
        return Math.multiplyExact(Math.max(from.getEpochSecond(), -9_000_000_000L), SECOND) + from.getNano();
    }

    /** The report on this thread, the rest beside it: on two cores the wait is as long as the longer of the two. */
    private void write(FinishedRun run, OutputFolder folder) {
        FutureTask<Boolean> beside = beside("tables", () -> {
            folder.write("run.json", out -> out.write(json(run).indented().getBytes(StandardCharsets.UTF_8)));
            folder.write("trades.csv", out -> RunTables.trades(run, out));
            folder.write("equity.csv", out -> RunTables.equity(run, out));
            return true;
        });
        try {
            Report.write(RunReport.of(run), folder.path().resolve("report.html"));
        } catch (IOException e) {
            throw OutputFolder.cannotWrite(request.result().folder(), e);
        } finally {
            result(beside);
        }
    }

    private static <T> FutureTask<T> beside(String name, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return task;
    }
}
