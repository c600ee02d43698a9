package io.fulmar.research.sweep;

import io.fulmar.research.robustness.SharpeRatio;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Combinations on bars that the search has not seen: signals count from the first of them, series know what was before. */
public final class Unseen {
    private Unseen() {}

    /**
     * What each did on one market.
     *
     * @param study from the first held-out bar on
     * @param looks how many combinations were ever looked at there, these included
     * @param evaluated counts along, for whoever watches
     */
    public static List<HoldoutLog.Seen> of(
            Study study, Space space, HoldoutLog.Opening opening, int looks, AtomicLong evaluated) {
        String market = study.data().instrument().symbol() + " " + study.bars().kind();
        List<Record> records = opening.combinations().stream()
                .map(number -> space.parameters(number).orElseThrow())
                .toList();
        List<HoldoutLog.Seen> seen = new ArrayList<>();
        new Evaluators(study).evaluator().evaluate(records, (index, track, tier, reason) -> {
            SharpeRatio sharpe = SharpeRatio.of(track.dailyReturns());
            seen.add(new HoldoutLog.Seen(
                    opening.number(),
                    opening.combinations().get(index),
                    market,
                    track.trades,
                    (double) (track.finalEquity - track.cash) / track.cash,
                    track.maxDrawdown,
                    track.fees,
                    sharpe.ratio(),
                    sharpe.deflated((double) looks)));
            evaluated.incrementAndGet();
        });
        return seen;
    }
}
