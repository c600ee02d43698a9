package io.fulmar.app.fulmar;

import io.fulmar.bus.Log;
import io.fulmar.research.backtest.Backtest;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.robustness.Clairvoyance;
import io.fulmar.research.robustness.LookAhead;
import io.fulmar.research.robustness.WarmUp;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;

/** Runs strategies again, on shorter data or on other markets, watched as the first time; what they print then is not shown. */
final class LookAheadCheck {
    private final BacktestRunner.Prepared run;
    private final LongProgress progress = new LongProgress();

    LookAheadCheck(BacktestRunner.Prepared run) {
        this.run = run;
    }

    BacktestResult whole() {
        return quietly(() -> again(run.setup()));
    }

    /** The sample of every backtest. A run that goes wrong on shorter data is a finding, not a failure. */
    LookAhead.Result sample(Log log) {
        try {
            return quietly(() -> lookAhead(log).sample());
        } catch (Failure failed) {
            long first = run.setup().markets().getFirst().bars().closeTime(0);
            return new LookAhead.Result(
                    1, 0, 0, List.of(new LookAhead.Finding(first, first, "went through", "fails: " + failed.text())));
        }
    }

    LookAhead.Result cuts(Log log, int cuts, long seed) {
        return quietly(() -> lookAhead(log).at(cuts, seed));
    }

    Clairvoyance.Result otherMarkets(int markets, long seed) {
        return quietly(() -> new Clairvoyance(run.setup(), this::again).on(markets, seed));
    }

    WarmUp.Result warmUp() {
        return quietly(() -> new WarmUp(run.setup(), this::again).check());
    }

    private LookAhead lookAhead(Log log) {
        return new LookAhead(run.setup(), log, this::again);
    }

    private BacktestResult again(BacktestSetup setup) {
        Backtest backtest = new Backtest(setup);
        progress.follow(backtest::progress);
        return backtest.run();
    }

    private <T> T quietly(Callable<T> work) {
        PrintStream stdout = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            return run.supervisor().call(work, progress, (done, taken) -> {});
        } finally {
            progress.forget();
            System.setOut(stdout);
        }
    }

    static String words(LookAhead.Finding finding) {
        return "with all data: " + finding.whole() + "; with data up to then: " + finding.shortened();
    }
}
