package io.fulmar.app.fulmar;

import io.fulmar.research.sweep.SweepFolder;
import io.fulmar.research.sweep.SweepStatus;
import io.fulmar.research.sweep.Tally;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code fulmar sweep run, resume, status, stop}; the others have files of their own. */
final class SweepCommands {
    private static final int STOP_LOOKS = 2_400;
    private static final long STOP_PAUSE_MILLIS = 50;
    private static final Argument DIR = Argument.one("DIR", "the folder of the sweep");

    private SweepCommands() {}

    static List<CommandEntry> all(CommandRegistry registry) {
        return List.of(
                new CommandEntry(
                        "sweep run",
                        "try many combinations of a strategy's parameters, and rank them",
                        Argument.one("FILE", "a strategy: one .java file"),
                        SweepOptions.all(),
                        List.of(
                                "fulmar sweep run examples/SmaCrossPlan.java --csv btc.csv --symbol BTC/USDT:USDT"
                                        + " --timeframe 1m --grid fast=5..50:5 --grid slow=60..240:20 --fee-bps 4 --out out/sweep",
                                "fulmar sweep run MyIdea.java --csv btc.csv --symbol BTC/USDT:USDT --timeframe 5m,1h"
                                        + " --grid fast=2..500:log20 --sampler cma --samples 5000 --seed 7"),
                        SweepCommands::run),
                new CommandEntry(
                        "sweep resume",
                        "go on with a sweep that was stopped, in whatever way",
                        DIR,
                        List.of(SweepOptions.THREADS, SweepOptions.TIMEOUT),
                        List.of("fulmar sweep resume out/sweep"),
                        (given, terminal) -> resume(registry, given, terminal)),
                new CommandEntry(
                        "sweep status",
                        "say how far a sweep is",
                        DIR,
                        List.of(),
                        List.of("fulmar sweep status out/sweep --json"),
                        SweepCommands::status),
                new CommandEntry(
                        "sweep stop",
                        "end a running sweep after the units at hand",
                        DIR,
                        List.of(),
                        List.of("fulmar sweep stop out/sweep"),
                        SweepCommands::stop),
                SweepTopCommand.entry(registry, DIR),
                SweepHoldoutCommand.entry(registry, DIR, new WallClock()),
                SweepReportCommand.entry(registry, DIR));
    }

    private static ExitCode run(Invocation given, Terminal terminal) {
        SweepRequest request = SweepOptions.read(given);
        Path folder = request.folder();
        if (!given.has("--dry-run") && SweepFolder.manifest(folder).isPresent()) {
            throw new Failure(ErrorCode.OUTPUT_HOLDS_SOMETHING_ELSE, "--out " + folder + " holds a sweep already")
                    .help("go on with it: " + Called.as() + " sweep resume " + folder)
                    .help("or choose another folder");
        }
        SweepInputs inputs = SweepInputs.of(request, terminal);
        if (given.has("--dry-run")) return SweepForecast.print(inputs, terminal);
        return new SweepRunner(inputs, given, terminal).run(folder);
    }

    private static ExitCode resume(CommandRegistry registry, Invocation given, Terminal terminal) {
        Path folder = folder(given);
        SweepInputs inputs = inputs(registry, folder, terminal);
        return new SweepRunner(inputs, given, terminal).run(folder);
    }

    /** Prepares a sweep from its manifest as it was prepared at first. */
    static SweepInputs inputs(CommandRegistry registry, Path folder, Terminal terminal) {
        List<String> words = new ArrayList<>(List.of("sweep", "run"));
        words.addAll(SweepStatus.of(folder).manifest().words());
        return SweepInputs.of(SweepOptions.read(new CommandLine(registry).read(words)), terminal);
    }

    private static Path folder(Invocation given) {
        return Values.path("DIR", given.arguments().getFirst());
    }

    private static ExitCode status(Invocation given, Terminal terminal) {
        SweepStatus status = SweepStatus.of(folder(given));
        Tally tally = status.tally();
        String state = status.state().name().toLowerCase(Locale.ROOT);
        if (terminal.json()) {
            terminal.out()
                    .println(SweepView.tally(status.manifest(), tally, state).onOneLine());
            return ExitCode.DONE;
        }
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "%s: %d of %d units, %,d combinations evaluated, %,d refused by the strategy",
                        state,
                        tally.unitsDone(),
                        tally.unitsTotal(),
                        tally.evaluated(),
                        tally.refused()));
        return ExitCode.DONE;
    }

    private static ExitCode stop(Invocation given, Terminal terminal) {
        Path folder = folder(given);
        SweepStatus status = SweepStatus.of(folder);
        if (status.state() == SweepStatus.State.RUNNING) {
            SweepFolder.askToStop(folder);
            for (int look = 0; look < STOP_LOOKS && status.state() == SweepStatus.State.RUNNING; look++) pause();
            if (status.state() == SweepStatus.State.RUNNING) {
                throw new Failure(ErrorCode.SWEEP_IS_HELD, "the sweep was asked to stop and has not yet")
                        .help("it stops after the units at hand; look again: " + Called.as() + " sweep status "
                                + folder);
            }
        }
        return status(given, terminal);
    }

    private static void pause() {
        try {
            Thread.sleep(STOP_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
