package io.fulmar.proof.benchmark;

import io.fulmar.research.robustness.Track;
import io.fulmar.research.sweep.Evaluator;
import io.fulmar.research.sweep.Evaluators;
import io.fulmar.research.sweep.Recheck;
import io.fulmar.research.sweep.Study;
import io.fulmar.research.sweep.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The sweep's tiers on the million of {@link SweepGrid}: CPU time of the running thread, the start of Java left out. A sample of tiles
 * drawn by a seed, or all of them; combinations of it run again through the desk.
 */
final class SweepBenchmark {
    private static final int TILES = SweepGrid.TILES_A_SIDE * SweepGrid.TILES_A_SIDE;
    private static final int TILES_DEFAULT = 16;
    private static final int TILES_WARM = 2;
    private static final int RECHECKED = 200;
    private static final int CODED = 512;
    private static final int CODED_ROUNDS = 5;
    private static final long SEED = 1;

    private final SyntheticYears market = SyntheticYears.minutes(SyntheticYears.SEED, SyntheticYears.YEAR);
    private final int tiles;

    private SweepBenchmark(int tiles) {
        this.tiles = tiles;
    }

    /** The number of tiles, or {@code all}, or {@code code} for tier C alone. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("code")) {
            System.out.println(Machine.text());
            new SweepBenchmark(0).code();
        } else {
            run(arguments);
        }
    }

    /** Runs everything; combination-bars a second of CPU time with stop and target, and without. */
    static double[] run(String[] arguments) {
        boolean all = arguments.length > 0 && arguments[0].equals("all");
        int tiles = all ? TILES : arguments.length > 0 ? Integer.parseInt(arguments[0]) : TILES_DEFAULT;
        return new SweepBenchmark(tiles).run();
    }

    private double[] run() {
        System.out.println(Machine.text());
        double kernel = CompareKernel.rate();
        System.out.printf(Locale.ROOT, "compare-only kernel: %.2f G combination-bars/s a core%n", kernel / 1e9);
        double stops = signals(new SweepGrid(0.6, 1.2), "stop 0.6 %, target 1.2 %", kernel);
        double plain = signals(new SweepGrid(0, 0), "no stops", kernel);
        code();
        System.out.printf(Locale.ROOT, "rates: %.0f %.0f%n", stops, plain);
        return new double[] {stops, plain};
    }

    private static final class Sum implements Evaluator.Sink {
        long combinations;
        long trades;
        long elsewhere;
        private final Tier tier;

        Sum(Tier tier) {
            this.tier = tier;
        }

        @Override
        public void accept(int index, Track track, Tier ran, String reason) {
            combinations++;
            trades += track.trades;
            elsewhere += tier == ran ? 0 : 1;
        }

        double bars() {
            return (double) combinations * SyntheticYears.YEAR;
        }
    }

    private double signals(SweepGrid grid, String what, double kernel) {
        Study study = SweepGrid.study(market, CrossPlan.class, grid.at(0, 0), SweepGrid.firstBar());
        Evaluator evaluator = new Evaluators(study).evaluator();
        List<Integer> drawn = new ArrayList<>(IntStream.range(0, TILES).boxed().toList());
        Collections.shuffle(drawn, new Random(SEED));
        for (int i = 0; i < TILES_WARM; i++) {
            evaluator.evaluate(grid.tile(drawn.get(TILES - 1 - i)), new Sum(Tier.S));
        }
        Sum sum = new Sum(Tier.S);
        long before = Effort.nanos();
        for (int i = 0; i < tiles; i++) {
            evaluator.evaluate(grid.tile(drawn.get(i)), sum);
        }
        double seconds = (Effort.nanos() - before) / 1e9;
        double rate = sum.bars() / seconds;
        System.out.printf(
                Locale.ROOT,
                "tier S, %s: %,d combinations in %d of %d tiles, %.0f trades each, %d in another tier: %.1f core-s%n",
                what,
                sum.combinations,
                tiles,
                TILES,
                (double) sum.trades / sum.combinations,
                sum.elsewhere,
                seconds);
        System.out.printf(
                Locale.ROOT,
                "  %.2f G combination-bars/s a core, %.0f %% of the kernel; a million: %.0f core-s%s%n",
                rate / 1e9,
                100 * rate / kernel,
                seconds * 1e6 / sum.combinations,
                tiles == TILES ? "" : " (reckoned from the sample)");
        recheck(study, grid);
        return rate;
    }

    private void recheck(Study study, SweepGrid grid) {
        List<Record> drawn = new ArrayList<>();
        Random random = new Random(SEED);
        for (int i = 0; i < RECHECKED; i++) {
            drawn.add(grid.at(random.nextInt(SweepGrid.FASTS), random.nextInt(SweepGrid.SLOWS)));
        }
        List<String> differences = new Recheck(study).differences(drawn);
        if (!differences.isEmpty()) {
            throw new IllegalStateException("not what the desk does: " + differences.get(0));
        }
        System.out.printf(
                Locale.ROOT,
                "  %d combinations drawn from the million run again through the desk: equal in every bit%n",
                drawn.size());
    }

    private void code() {
        code(new SweepGrid(0, 0), "plain", 150);
        code(new SweepGrid(0.6, 1.2), "with brackets", 90);
    }

    /** Side by side through the desk, neighbours of the grid; the best of some rounds, for the first ones are run while the compiler is at work. */
    private void code(SweepGrid grid, String what, double goal) {
        Study study = SweepGrid.study(market, CrossCode.class, grid.at(0, 0), SweepGrid.firstBar());
        Evaluator evaluator = new Evaluators(study).evaluator();
        List<Record> tile = grid.tile(TILES / 2 + SweepGrid.TILES_A_SIDE / 2).subList(0, CODED);
        double[] seconds = new double[CODED_ROUNDS];
        Sum sum = new Sum(Tier.C);
        for (int round = 0; round < seconds.length; round++) {
            sum = new Sum(Tier.C);
            long before = Effort.nanos();
            evaluator.evaluate(tile, sum);
            seconds[round] = (Effort.nanos() - before) / 1e9;
        }
        System.out.printf(
                Locale.ROOT,
                "tier C, code, %s: %d combinations, %.0f trades each, %d in another tier: %.0f M combination-bars/s a core, goal %.0f%n",
                what,
                sum.combinations,
                (double) sum.trades / sum.combinations,
                sum.elsewhere,
                sum.bars() / Arrays.stream(seconds).min().orElseThrow() / 1e6,
                goal);
    }
}
