package io.fulmar.app.fulmar;

import io.fulmar.market.Bars;
import io.fulmar.research.robustness.SharpeRatio;
import io.fulmar.research.robustness.TrialLedger;
import io.fulmar.research.sweep.Manifest;
import io.fulmar.research.sweep.SweepException;
import io.fulmar.research.sweep.TrialLog;
import io.fulmar.research.sweep.Trials;
import io.fulmar.strategy.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where trials are counted: the file given with {@code --trials}, or {@code trials.log} beside the folder of results. */
final class TrialFile {
    static final Option OPTION =
            Option.of("--trials", "FILE", "the ledger of all that was tried (default: trials.log beside the results)");

    private TrialFile() {}

    static Optional<Path> given(Invocation given) {
        return given.value(OPTION.name()).map(text -> Values.path(OPTION.name(), text));
    }

    /** Beside a folder of results. */
    static Path beside(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        return (parent == null ? absolute : parent).resolve(TrialLog.NAME);
    }

    /** Adds what is not there yet. A ledger that cannot be written spoils no result, but is told. */
    static void note(Path file, TrialLedger trials, Terminal terminal) {
        try {
            TrialLog.append(file, trials);
        } catch (SweepException e) {
            terminal.err().println("warning: these trials are not counted: " + e.getMessage());
            terminal.err().println("  = help: " + e.fix());
        }
    }

    /** Counts a backtest of one strategy on the bars of one file; made-up markets are no data that anybody could use up. */
    static void note(FinishedRun run, Terminal terminal) {
        BacktestRequest request = run.request();
        if (run.seats().size() != 1 || request.data().sources().size() != 1) return;
        Bars bars = run.market().bars();
        Manifest.Market market = new Manifest.Market(
                run.market().instrument().symbol().toString(),
                bars.kind().toString(),
                run.market().dataHash(),
                bars.size(),
                bars.openTime(run.firstBar()) + ".." + bars.closeTime(bars.size() - 1),
                run.currency().code(),
                run.currency().digits());
        Contestants.Seated seat = run.seats().getFirst();
        long trial = Trials.backtest(
                seat.contestant().codeHash(), market, costs(request), Parameters.texts(seat.parameters()));
        TrialLedger ledger = new TrialLedger();
        ledger.add(
                Trials.stretch(market),
                trial,
                SharpeRatio.of(run.dailyReturns()).ratio());
        note(request.result().trials().orElseGet(() -> beside(request.result().folder())), ledger, terminal);
    }

    /** What costs a backtest trades under, in words: two that differ here are two trials. */
    static String costs(BacktestRequest request) {
        BacktestRequest.Steps steps = request.steps();
        ContractOptions.Wanted contracts = request.contracts();
        StringBuilder words = new StringBuilder();
        words.append(request.account()).append(steps.tick()).append(steps.lot());
        steps.instrument().ifPresent(file -> words.append(content(file)));
        switch (request.limits()) {
            case BacktestRequest.Limits.Off() -> words.append("off");
            case BacktestRequest.Limits.Live() -> words.append("live");
            case BacktestRequest.Limits.FromFile(Path file) -> words.append(content(file));
        }
        words.append(contracts.margin()).append(contracts.hedge());
        contracts.tiers().ifPresent(file -> words.append(content(file)));
        contracts
                .funding()
                .forEach(source -> words.append(source.symbol())
                        .append(source.seed())
                        .append(source.seed().isPresent() ? "" : content(source.file())));
        return words.toString();
    }

    private static String content(Path file) {
        try {
            return Files.isRegularFile(file) ? StrategySource.sha256(Files.readAllBytes(file)) : file.toString();
        } catch (IOException e) {
            return file.toString(); // who needs its content says what is wrong
        }
    }
}
