package io.fulmar.research.sweep;

import io.fulmar.portfolio.Trade;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.robustness.EffectiveTrials;
import io.fulmar.research.robustness.MonteCarlo;
import io.fulmar.research.robustness.MonteCarloResult;
import io.fulmar.research.robustness.Overfitting;
import io.fulmar.research.robustness.SuperiorAbility;
import io.fulmar.research.robustness.Verdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * The best of a sweep looked at closely: whether it shows an edge, how it might have gone, and whether choosing by the past would have
 * helped. Everything is run again on one market; a sample of all combinations, drawn by hash, tells what the search itself is worth.
 *
 * @param market which, such as {@code BTC/USDT:USDT 5m}
 * @param verdict of the best combination there
 * @param overfitting of the search; empty of too few days or combinations
 * @param ability whether the best is better than cash although it is the best of many: a second opinion beside the verdict
 * @param fans by name, the first the one to draw; empty without trades
 * @param strips walk-forward over the sample; empty of too few days
 * @param sampled combinations that were run again
 * @param trades that the best closed, in so many days
 * @param hardship the best few under worse conditions
 */
public record Scrutiny(
        String market,
        Verdict verdict,
        List<Overfitting> overfitting,
        List<SuperiorAbility> ability,
        SequencedMap<String, MonteCarloResult> fans,
        List<Strip> strips,
        int sampled,
        int trades,
        int days,
        Hardship hardship) {
    /** Combinations that are run again for PBO and the walk-forward. */
    public static final int SAMPLE = Overfitting.SAMPLE;

    private static final int PATHS = 1_000;
    /** Mean length of what stays together when days are drawn anew. */
    private static final double BLOCK_DAYS = 10;

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
     * What is looked at on every market.
     *
     * @param best the best results, the best first
     * @param sample combinations drawn by hash
     * @param priceMarkets how many markets that never were the best are shown
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers, handed over and not copied
    public record Search(Space space, List<Row> best, long[] sample, int priceMarkets, long seed) {}

    /**
     * Runs the best and the sample again.
     *
     * @param trials all that were ever made on this market in overlapping time
     * @param evaluated counts along, for whoever watches
     */
    public static Scrutiny of(Study study, Search search, long trials, AtomicLong evaluated) {
        Space space = search.space;
        Row best = search.best.getFirst();
        long[] sample = search.sample;
        long seed = search.seed;
        Lived lived = new Lived(study, space, evaluated);
        double[][] returns = lived.returns(sample);
        double[][] few = few(returns, sample, seed);
        double[] own = lived.returns(new long[] {best.combination()})[0];
        BacktestResult result = lived.result(best.combination());
        List<Overfitting> overfitting = returns.length < 2 || own.length < 2 * Overfitting.BLOCKS
                ? List.of()
                : List.of(Overfitting.of(returns, Overfitting.BLOCKS));
        Verdict verdict = Verdict.of(
                best.eligible(),
                lived.withoutMarket(own, result),
                trials,
                EffectiveTrials.of(few),
                overfitting.isEmpty() ? Double.NaN : overfitting.get(0).probability());
        return new Scrutiny(
                lived.market(),
                verdict,
                overfitting,
                ability(own, few, seed),
                fans(result.trades(), seed),
                Strips.over(returns, sample),
                returns.length,
                result.trades().size(),
                own.length,
                Hardship.of(study, space, search.best, search.priceMarkets, seed, evaluated));
    }

    /** Those of the sample that its hash drew first. It goes by number: its beginning would be one corner of the space, all neighbours. */
    static double[][] few(double[][] returns, long[] sample, long seed) {
        return IntStream.range(0, sample.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> Noise.bits(seed, sample[i], 0)))
                .limit(EffectiveTrials.SAMPLE)
                .sorted()
                .map(i -> returns[i])
                .toArray(double[][]::new);
    }

    /** Of the best and of as many others as the number of independent trials is reckoned from. */
    private static List<SuperiorAbility> ability(double[] own, double[][] few, long seed) {
        if (own.length < 2 * Overfitting.BLOCKS) {
            return List.of();
        }
        double[][] candidates = new double[1 + few.length][];
        candidates[0] = own;
        System.arraycopy(few, 0, candidates, 1, few.length);
        return List.of(SuperiorAbility.of(candidates, SuperiorAbility.DRAWS_USUAL, BLOCK_DAYS, seed));
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
