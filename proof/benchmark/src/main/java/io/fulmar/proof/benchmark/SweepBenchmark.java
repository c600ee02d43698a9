package io.fulmar.proof.benchmark;

import io.fulmar.research.robustness.Track;
import io.fulmar.research.sweep.Evaluator;
import io.fulmar.research.sweep.Evaluators;
import io.fulmar.research.sweep.Study;
import io.fulmar.research.sweep.Tier;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Tier S on the million: tiles drawn by a seed, CPU time of the running thread. */
final class SweepBenchmark {
    private final SyntheticYears market = SyntheticYears.minutes(SyntheticYears.SEED, SyntheticYears.YEAR);

    private SweepBenchmark() {}

    public static void main(String[] arguments) {
        int tiles = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 6;
        new SweepBenchmark().run(tiles);
    }

    private void run(int tiles) {
        System.out.println(Machine.text());
        System.out.printf(Locale.ROOT, "compare-only kernel: %.2f G combo-bars/s%n", CompareKernel.rate() / 1e9);
        sample(new SweepGrid(0.6, 1.2), tiles, "stop 0.6 %, target 1.2 %");
        sample(new SweepGrid(0, 0), tiles, "no stops");
    }

    private static final class Sum implements Evaluator.Sink {
        long combinations;
        long trades;
        long elsewhere;

        @Override
        public void accept(int index, Track track, Tier tier, String reason) {
            combinations++;
            trades += track.trades;
            elsewhere += tier == Tier.S ? 0 : 1;
        }
    }

    private void sample(SweepGrid grid, int tiles, String what) {
        Study study = SweepGrid.study(market, CrossPlan.class, grid.at(0, 0), SweepGrid.firstBar());
        Evaluator evaluator = new Evaluators(study).evaluator();
        SplittableRandom random = new SplittableRandom(1);
        Sum warm = new Sum();
        evaluator.evaluate(grid.tile(17), warm);
        evaluator.evaluate(grid.tile(3), warm);
        Sum sum = new Sum();
        long before = Effort.nanos();
        for (int i = 0; i < tiles; i++) {
            List<Record> tile = grid.tile(random.nextInt(SweepGrid.TILES_A_SIDE * SweepGrid.TILES_A_SIDE));
            evaluator.evaluate(tile, sum);
        }
        double seconds = (Effort.nanos() - before) / 1e9;
        double bars = (double) sum.combinations * SyntheticYears.YEAR;
        System.out.printf(
                Locale.ROOT,
                "%s: %,d combinations, %.0f trades each, %d not in tier S: %.2f core-s, %.2f G combo-bars/s, the million %.0f core-s%n",
                what,
                sum.combinations,
                (double) sum.trades / sum.combinations,
                sum.elsewhere,
                seconds,
                bars / seconds / 1e9,
                seconds * 1e6 / sum.combinations);
    }
}
