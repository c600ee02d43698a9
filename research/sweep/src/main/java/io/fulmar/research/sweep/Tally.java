package io.fulmar.research.sweep;

import java.util.Optional;

/**
 * How far a sweep is.
 *
 * @param evaluated combinations with a result
 * @param refused combinations that the strategy's record refused
 * @param best of those so far
 */
public record Tally(int unitsDone, int unitsTotal, long evaluated, long refused, Optional<Row> best) {
    static Tally none(int unitsTotal) {
        return new Tally(0, unitsTotal, 0, 0, Optional.empty());
    }

    Tally and(int rows, int refusedMore, Optional<Row> bestOfThem) {
        Optional<Row> better = best.isPresent()
                        && (bestOfThem.isEmpty() || Ranking.BEST_FIRST.compare(best.get(), bestOfThem.get()) <= 0)
                ? best
                : bestOfThem;
        return new Tally(unitsDone + 1, unitsTotal, evaluated + rows, refused + refusedMore, better);
    }
}
