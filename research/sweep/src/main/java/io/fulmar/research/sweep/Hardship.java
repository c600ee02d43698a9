package io.fulmar.research.sweep;

import io.fulmar.research.robustness.PricePaths;
import io.fulmar.research.robustness.Stress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The best of a sweep under worse conditions, on one market: dearer trading, each state of the market by itself, and markets that never were. Reported, and
 * part of no score.
 *
 * @param stresses of each of the best, in their order
 * @param elsewhere of the first few of them on drawn markets; empty where none were drawn
 * @param block mean number of bars that stayed together in a drawn market
 */
public record Hardship(List<Stress> stresses, List<Elsewhere> elsewhere, int markets, int block) {
    /** Combinations that are put under stress, and those of them that are shown other markets. */
    public static final int BEST = 5;

    public static final int MARKETS_USUAL = 50;
    public static final int MARKETS_MAX = 10_000;
    private static final int SHOWN = 3;

    /**
     * What a combination did on markets that never were.
     *
     * @param real net return in the real market
     * @param netReturns from the lowest
     * @param drawdowns the worst of each market, from the lowest
     */
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over and not copied
    public record Elsewhere(double real, double[] netReturns, double[] drawdowns) {
        /** Nearest rank. */
        static double quantile(double[] sorted, int percent) {
            return sorted[Math.max(0, Math.ceilDiv(percent * sorted.length, 100) - 1)];
        }

        double gaining() {
            return (double) Arrays.stream(netReturns).filter(net -> net > 0).count() / netReturns.length;
        }
    }

    /** {@code evaluated} counts along, for whoever watches. */
    static Hardship of(Study study, Space space, List<Row> best, int wanted, long seed, AtomicLong evaluated) {
        boolean drawable = study.template().markets().stream().allMatch(market -> PricePaths.canDraw(market.bars()));
        int markets = drawable ? wanted : 0;
        List<Record> records = best.stream()
                .limit(BEST)
                .map(row -> space.parameters(row.combination()).orElseThrow())
                .toList();
        double[] market = study.marketReturns();
        List<Stress> stresses = new ArrayList<>();
        double[] real = new double[records.size()];
        new Evaluators(study).evaluator().evaluate(records, (index, track, tier, reason) -> {
            stresses.add(Stress.of(track, study.years(), market));
            real[index] = (double) (track.finalEquity - track.cash) / track.cash;
            evaluated.incrementAndGet();
        });
        int block = PricePaths.meanBlock(study.bars(), study.firstBar());
        List<Record> shown = records.subList(0, Math.min(SHOWN, records.size()));
        double[][] nets = new double[shown.size()][markets];
        double[][] drawdowns = new double[shown.size()][markets];
        for (int path = 0; path < markets; path++) {
            int place = path;
            Study other = study.drawn(block, seed, path);
            new Evaluators(other).evaluator().evaluate(shown, (index, track, tier, reason) -> {
                nets[index][place] = (double) (track.finalEquity - track.cash) / track.cash;
                drawdowns[index][place] = track.maxDrawdown;
                evaluated.incrementAndGet();
            });
        }
        List<Elsewhere> elsewhere = new ArrayList<>();
        for (int i = 0; i < shown.size() && markets > 0; i++) {
            Arrays.sort(nets[i]);
            Arrays.sort(drawdowns[i]);
            elsewhere.add(new Elsewhere(real[i], nets[i], drawdowns[i]));
        }
        return new Hardship(List.copyOf(stresses), List.copyOf(elsewhere), markets, block);
    }
}
