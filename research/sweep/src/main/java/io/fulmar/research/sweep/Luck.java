package io.fulmar.research.sweep;

import io.fulmar.research.robustness.EffectiveTrials;
import io.fulmar.research.robustness.SharpeRatio;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How likely the edge of one of the best is real, by all that was ever tried on its market.
 *
 * @param market where, such as {@code BTC/USDT:USDT 5m}
 * @param sharpe of daily returns without the market's own, per day
 * @param trials ever made there in overlapping time
 * @param effectiveTrials how many independent ones they are worth
 * @param deflated by those
 * @param deflatedRaw by all of them, the lower bound
 */
public record Luck(
        String market, SharpeRatio sharpe, long trials, double effectiveTrials, double deflated, double deflatedRaw) {
    /** Of each of the best on one market, in their order. */
    public static List<Luck> of(
            Study study, Space space, List<Row> best, long[] sample, long trials, AtomicLong evaluated) {
        Lived lived = new Lived(study, space, evaluated);
        double worth = EffectiveTrials.of(lived.returns(sample)).of(trials);
        long[] numbers = best.stream().mapToLong(Row::combination).toArray();
        double[][] returns = lived.returns(numbers);
        List<Luck> all = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            SharpeRatio sharpe = SharpeRatio.of(lived.withoutMarket(returns[i], lived.result(numbers[i])));
            all.add(new Luck(
                    lived.market(), sharpe, trials, worth, sharpe.deflated(worth), sharpe.deflated((double) trials)));
        }
        return all;
    }

    /** How likely its true ratio is above 0, had it been the only one tried. */
    public double probabilistic() {
        return sharpe.probabilityAbove(0);
    }
}
