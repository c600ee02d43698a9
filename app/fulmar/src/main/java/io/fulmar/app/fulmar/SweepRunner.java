package io.fulmar.app.fulmar;

import io.fulmar.research.sweep.Closing;
import io.fulmar.research.sweep.Gauge;
import io.fulmar.research.sweep.Row;
import io.fulmar.research.sweep.SweepFolder;
import io.fulmar.research.sweep.SweepRun;
import io.fulmar.research.sweep.SweepStatus;
import io.fulmar.research.sweep.Tally;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs a sweep in its folder, from the beginning or from where it stopped. */
final class SweepRunner {
    private static final Duration TIMEOUT = Duration.ofMinutes(30);
    private static final long GRACE_SECONDS = 30;

    private final SweepInputs inputs;
    private final Terminal terminal;
    private final int threads;
    private final Duration timeout;

    SweepRunner(SweepInputs inputs, Invocation given, Terminal terminal) {
        this.inputs = inputs;
        this.terminal = terminal;
        this.threads = SweepOptions.threads(given);
        this.timeout = given.value("--unit-timeout")
                .map(text -> Values.duration("--unit-timeout", text))
                .orElse(TIMEOUT);
    }

    /** Does what is left and prints what came of it. What a strategy prints goes to stderr. */
    ExitCode run(Path folder) {
        PrintStream stdout = System.out;
        System.setOut(terminal.err());
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch saved = new CountDownLatch(1);
        Thread onExit = new Thread(() -> save(stop, saved), "save the sweep");
        try (SweepFolder held = SweepFolder.claim(folder)) {
            Runtime.getRuntime().addShutdownHook(onExit);
            Gauge gauge = new Gauge();
            SweepRun run = new SweepRun(
                    held, inputs.manifest(), inputs.space(), inputs.drawing(), counted(folder, inputs.closing(gauge)));
            boolean finished = new Supervisor(inputs.compiled(), timeout)
                    .call(
                            () -> run.run(() -> inputs.worker(gauge), threads, stop::get),
                            gauge::evaluated,
                            new SweepProgress(terminal, inputs.planned(), run::tally));
            if (!finished) count(folder);
            print(folder, run.tally(), gauge, finished);
            return finished ? ExitCode.DONE : ExitCode.INTERRUPTED;
        } finally {
            saved.countDown();
            System.setOut(stdout);
            forget(onExit);
        }
    }

    /** Trials are counted before results are there: no crash can leave a finished sweep that nobody counted. */
    private Closing counted(Path folder, Closing closing) {
        return new Closing() {
            @Override
            public Closed of(Selection selection, int workers) {
                count(folder);
                return closing.of(selection, workers);
            }

            @Override
            public int candidates() {
                return closing.candidates();
            }
        };
    }

    private void count(Path folder) {
        TrialFile.note(inputs.request().trialsOf(folder), inputs.trials().ledger(folder), terminal);
    }

    /** Ctrl-C: the units at hand are finished and written down; units that take longer are lost, and nothing else. */
    private static void save(AtomicBoolean stop, CountDownLatch saved) {
        stop.set(true);
        try {
            if (!saved.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("the units at hand take too long: they will be done again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread onExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            return; // the program is ending, and the hook with it
        }
    }

    private void print(Path folder, Tally tally, Gauge gauge, boolean finished) {
        String state = finished ? "finished" : "stopped";
        String resume = Called.as() + " sweep resume " + folder;
        SweepStatus status = SweepStatus.of(folder);
        List<Row> best = finished ? status.top(1) : tally.best().stream().toList();
        if (terminal.json()) {
            JsonValue.Fields json = SweepView.tally(inputs.manifest(), tally, state);
            JsonValue.Fields tiers = new JsonValue.Fields();
            status.tiers().forEach((tier, count) -> tiers.put(tier, count));
            JsonValue.Fields reasons = new JsonValue.Fields();
            gauge.reasons().forEach((reason, count) -> reasons.put(reason, count));
            json.put("tiers", tiers).put("slowerBecause", reasons);
            best.forEach(row -> json.put("best", SweepView.row(row, inputs.manifest())));
            if (finished) {
                Closing.Closed closed = SweepFolder.closing(folder);
                json.put("rechecked", closed.rechecked());
                if (inputs.request().prune()) json.put("pruned", true).put("recall", closed.recall());
                json.put("resultsHash", SweepFolder.resultsHash(folder));
            } else {
                json.put("resume", resume);
            }
            terminal.out().println(json.onOneLine());
            return;
        }
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "%s: %,d combinations evaluated, %,d refused by the strategy; %d of %d units; tiers %s",
                        state,
                        tally.evaluated(),
                        tally.refused(),
                        tally.unitsDone(),
                        tally.unitsTotal(),
                        status.tiers()));
        gauge.reasons().forEach((reason, count) -> terminal.out().println(count + " not in tier S: " + reason));
        best.forEach(row -> terminal.out()
                .println("best: " + SweepView.row(row, inputs.manifest()).onOneLine()));
        if (finished) {
            Closing.Closed closed = SweepFolder.closing(folder);
            terminal.out().println(closed.rechecked() + " run through the desk again: every bit the same");
            if (inputs.request().prune()) {
                terminal.out()
                        .println(String.format(
                                Locale.ROOT,
                                "pruned: of the best of a sample %.0f %% were found",
                                100 * closed.recall()));
            }
        }
        terminal.out().println(finished ? "more: " + Called.as() + " sweep top " + folder : "to go on: " + resume);
    }
}
