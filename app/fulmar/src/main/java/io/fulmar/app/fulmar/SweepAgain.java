package io.fulmar.app.fulmar;

import io.fulmar.research.robustness.TrialLedger;
import io.fulmar.research.sweep.Manifest;
import io.fulmar.research.sweep.TrialLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A sweep whose strategy and data are still what they were, so that its combinations can be run once more.
 *
 * @param manifest what it was
 * @param inputs the same, made ready again
 */
record SweepAgain(Path folder, Manifest manifest, SweepInputs inputs) {
    private static final Duration TIMEOUT = Duration.ofMinutes(30);

    /** Refuses where strategy or data are others by now. */
    static SweepAgain of(CommandRegistry registry, Path folder, Manifest manifest, Terminal terminal) {
        SweepInputs inputs = SweepCommands.inputs(registry, folder, terminal);
        Manifest now = inputs.manifest();
        if (!manifest.strategy().codeHash().equals(now.strategy().codeHash())) {
            throw changed("the strategy's file has other content than the sweep had");
        }
        if (!manifest.markets().equals(now.markets())) throw changed("the data are other than the sweep had");
        return new SweepAgain(folder, manifest, inputs);
    }

    private static Failure changed(String what) {
        return new Failure(ErrorCode.SWEEP_CHANGED, what).help("bring back what was, or sweep anew in another folder");
    }

    /** How many trials were ever made on each of its markets, of which it made so many itself. */
    List<Long> trials(long own, Invocation given) {
        Path file = TrialFile.given(given).orElseGet(() -> inputs.request().trialsOf(folder));
        TrialLedger everything = TrialLog.read(file);
        TrialLedger here = inputs.trials().ledger(folder);
        return manifest.markets().stream()
                .map(market -> inputs.trials().count(everything, here, market, own))
                .toList();
    }

    /** Runs work that runs strategies; what counts along must change while it gets on. */
    <T> T watched(Callable<T> work, AtomicLong counts) {
        return new Supervisor(inputs.compiled(), TIMEOUT).call(work, counts::get, (done, taken) -> {});
    }
}
