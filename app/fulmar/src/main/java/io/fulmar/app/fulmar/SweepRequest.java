package io.fulmar.app.fulmar;

import io.fulmar.research.sweep.Sampler;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a sweep was asked for, checked as far as the command line alone can be.
 *
 * @param backtests the backtest that stands for every combination, once a timeframe
 * @param grids what to vary, as given, by parameter
 * @param paths Monte Carlo paths a candidate; 0 for none
 * @param prune whether all get few of them at first
 * @param settings all else that changes results, in a fixed order
 * @param trials where trials are counted; empty: beside the sweep
 * @param words the command line with full paths, from which the same request can be read again
 */
record SweepRequest(
        List<BacktestRequest> backtests,
        SequencedMap<String, String> grids,
        Sampler sampler,
        String objective,
        int paths,
        boolean prune,
        long seed,
        SequencedMap<String, String> settings,
        List<String> words,
        Optional<Path> trials,
        Path folder) {
    SweepRequest {
        backtests = List.copyOf(backtests);
        words = List.copyOf(words);
    }

    /** Where the trials of a sweep in that folder are counted. */
    Path trialsOf(Path sweep) {
        return trials.orElseGet(() -> TrialFile.beside(sweep));
    }

    /** Percent of the bars that are held out; 0 where none are. */
    BigDecimal heldOut() {
        return first().data().heldOut();
    }

    /** The first of the backtests, which all have the same strategy. */
    BacktestRequest first() {
        return backtests.getFirst();
    }
}
