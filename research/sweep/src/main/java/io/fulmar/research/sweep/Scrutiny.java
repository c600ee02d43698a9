package io.fulmar.research.sweep;

import io.fulmar.portfolio.Trade;
import io.fulmar.research.backtest.Backtest;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.DayGrid;
import io.fulmar.research.backtest.Exposure;
import io.fulmar.research.robustness.EffectiveTrials;
import io.fulmar.research.robustness.MonteCarlo;
import io.fulmar.research.robustness.MonteCarloResult;
import io.fulmar.research.robustness.Overfitting;
import io.fulmar.research.robustness.SharpeRatio;
import io.fulmar.research.robustness.SuperiorAbility;
import io.fulmar.research.robustness.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The best of a sweep looked at closely: whether it shows an edge, how it might have gone, and whether choosing by the past would have
 * helped. Everything is run again on one market; a sample of all combinations, drawn by hash, tells what the search itself is worth.
 *
 * @param verdict of the best combination
 * @param overfitting of the search; empty of too few days or combinations
 * @param ability whether the best is better than cash although it is the best of many: a second opinion beside the verdict
 * @param fans by name, the first the one to draw; empty without trades
 * @param strips walk-forward over the sample; empty of too few days
 */
public record Scrutiny(
        Verdict verdict,
        List<Overfitting> overfitting,
        List<SuperiorAbility> ability,
        SequencedMap<String, MonteCarloResult> fans,
        List<Strip> strips,
        int sampled) {
    /** Combinations that are run again for PBO and the walk-forward. */
    public static final int SAMPLE = Overfitting.SAMPLE;

    private static final int PATHS = 1_000;
    private static final int CHUNK = 256;

    /** Mean length of what stays together when days are drawn anew. */
    private static final double BLOCK_DAYS = 10;

    private static final long DAY = 86_400_000_000_000L;

    /**
     * One step of a walk-forward: what was best of the sample by Sharpe ratio on the days before, and how it did on the days that follow.
     *
     * @param from day, counted from the window's first
     * @param inSample Sharpe ratio of a year on the days before
     * @param outOfSample on the days of this step
     * @param earned on the days of this step
     */
    public record Strip(
            long combination, int from, int to, double inSample, double outOfSample, double learnt, double earned) {}

    /**
     * Runs the best and the sample again.
     *
     * @param trials all that the sweep evaluated
     * @param evaluated counts along, for whoever watches
     */
    public static Scrutiny of(
            Study study, Space space, Row best, long[] sample, long trials, long seed, AtomicLong evaluated) {
        Evaluator evaluator = new Evaluators(study).evaluator();
        double[][] returns = returns(evaluator, space, sample, evaluated);
        double[] own = returns(evaluator, space, new long[] {best.combination()}, evaluated)[0];
        BacktestSetup setup =
                study.backtest(space.parameters(best.combination()).orElseThrow());
        BacktestResult result = new Backtest(setup).run();
        List<Overfitting> overfitting = returns.length < 2 || own.length < 2 * Overfitting.BLOCKS
                ? List.of()
                : List.of(Overfitting.of(returns, Overfitting.BLOCKS));
        Verdict verdict = Verdict.of(
                best.eligible(),
                SharpeRatio.withoutMarket(own, longShare(study, result), marketMean(study, result, own.length)),
                trials,
                EffectiveTrials.of(Arrays.copyOf(returns, Math.min(returns.length, EffectiveTrials.SAMPLE))),
                overfitting.isEmpty() ? Double.NaN : overfitting.get(0).probability());
        return new Scrutiny(
                verdict,
                overfitting,
                ability(own, returns, seed),
                fans(result.trades(), seed),
                Strips.over(returns, sample),
                returns.length);
    }

    /** Of the best and of as many others as the number of independent trials is reckoned from. */
    private static List<SuperiorAbility> ability(double[] own, double[][] returns, long seed) {
        if (own.length < 2 * Overfitting.BLOCKS) {
            return List.of();
        }
        double[][] candidates = new double[1 + Math.min(returns.length, EffectiveTrials.SAMPLE)][];
        candidates[0] = own;
        System.arraycopy(returns, 0, candidates, 1, candidates.length - 1);
        return List.of(SuperiorAbility.of(candidates, SuperiorAbility.DRAWS_USUAL, BLOCK_DAYS, seed));
    }

    /** Daily returns, one row a combination. */
    private static double[][] returns(Evaluator evaluator, Space space, long[] numbers, AtomicLong evaluated) {
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
    private static double longShare(Study study, BacktestResult result) {
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

    private static double marketMean(Study study, BacktestResult result, int days) {
        int size = result.closeTimes().length;
        double[] closes = new double[size];
        for (int i = 0; i < size; i++) {
            closes[i] = (double) study.bars().closes()[study.firstBar() + i];
        }
        double open = (double) study.bars().opens()[study.firstBar()];
        double[] returns = new DayGrid(Math.ceilDiv(result.closeTimes()[0], DAY) - 1, days)
                .returns(result.closeTimes(), closes, size, open);
        return Arrays.stream(returns).average().orElse(0);
    }

    private static SequencedMap<String, MonteCarloResult> fans(List<Trade> trades, long seed) {
        SequencedMap<String, MonteCarloResult> fans = new LinkedHashMap<>();
        if (trades.isEmpty()) {
            return fans;
        }
        int size = trades.size();
        double[] returns = new double[size];
        double[] entries = new double[size];
        double[] exits = new double[size];
        for (int i = 0; i < size; i++) {
            Trade trade = trades.get(i);
            double before = (double) trade.equityBefore();
            returns[i] = trade.net() / before;
            entries[i] = Math.abs((double) trade.entryValue()) / before;
            exits[i] = Math.abs((double) trade.exitValue()) / before;
        }
        MonteCarlo.Trades columns = new MonteCarlo.Trades(returns, entries, exits);
        MonteCarlo.Setup blocks = new MonteCarlo.Setup(PATHS, seed, 0);
        fans.put("trades redrawn in blocks", MonteCarlo.run(columns, MonteCarlo.Mishaps.NONE, blocks));
        fans.put("one by one", MonteCarlo.run(columns, MonteCarlo.Mishaps.NONE, new MonteCarlo.Setup(PATHS, seed, 1)));
        fans.put("2 bp more a fill", MonteCarlo.run(columns, new MonteCarlo.Mishaps(2, 0, 0, 0, 0), blocks));
        fans.put("one entry in 20 missed", MonteCarlo.run(columns, new MonteCarlo.Mishaps(0, 0, 0.05, 0, 0), blocks));
        return fans;
    }
}
