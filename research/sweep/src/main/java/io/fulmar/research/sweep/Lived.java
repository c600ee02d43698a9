package io.fulmar.research.sweep;

import io.fulmar.research.backtest.Backtest;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.backtest.DayGrid;
import io.fulmar.research.backtest.Exposure;
import io.fulmar.research.backtest.Times;
import io.fulmar.research.robustness.SharpeRatio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Combinations of a finished sweep lived once more on one of its markets, for whoever asks for more than a row holds. */
final class Lived {
    private static final int CHUNK = 256;
    private static final long DAY = 86_400_000_000_000L;

    private final Study study;
    private final Space space;
    private final Evaluators evaluators;
    private final AtomicLong evaluated;

    /** {@code evaluated} counts along, for whoever watches. */
    Lived(Study study, Space space, AtomicLong evaluated) {
        this.study = study;
        this.space = space;
        this.evaluators = new Evaluators(study);
        this.evaluated = evaluated;
    }

    /** Which market, in words. */
    String market() {
        return study.data().instrument().symbol() + " " + study.bars().timeframe();
    }

    /** By the desk itself. */
    BacktestResult result(long combination) {
        evaluated.incrementAndGet();
        return new Backtest(study.backtest(space.parameters(combination).orElseThrow())).run();
    }

    /** Its daily returns without what its exposure to the market would have earned by itself. */
    double[] withoutMarket(double[] returns, BacktestResult result) {
        double mean =
                Arrays.stream(marketReturns(result, returns.length)).average().orElse(0);
        return SharpeRatio.withoutMarket(returns, longShare(result), mean);
    }

    /** Daily returns, one row a combination. */
    double[][] returns(long[] numbers) {
        Evaluator evaluator = evaluators.evaluator();
        double[][] returns = new double[numbers.length][];
        for (int from = 0; from < numbers.length; from += CHUNK) {
            int first = from;
            List<Record> records = new ArrayList<>();
            for (int i = from; i < Math.min(numbers.length, from + CHUNK); i++) {
                records.add(space.parameters(numbers[i]).orElseThrow());
            }
            evaluator.evaluate(records, (index, track, tier, reason) -> {
                returns[first + index] = track.dailyReturns();
                evaluated.incrementAndGet();
            });
        }
        return returns;
    }

    /** The share of the window's bars at which it was long, less that at which it was short. */
    private double longShare(BacktestResult result) {
        int first = study.firstBar();
        double[] net = Exposure.of(
                        result, List.of(study.data()), first, study.bars().size() - first)
                .net();
        double sum = 0;
        for (double each : net) {
            sum += Double.isNaN(each) ? 0 : Math.signum(each);
        }
        return sum / net.length;
    }

    /** What the market did on each of so many days of the window. */
    double[] marketReturns(BacktestResult result, int days) {
        double open = (double) study.bars().opens()[study.firstBar()];
        return new DayGrid(Math.ceilDiv(result.closeTimes()[0], DAY) - 1, days)
                .returns(
                        Times.of(result.closeTimes()),
                        step -> (double) study.bars().closes()[study.firstBar() + step],
                        open);
    }
}
