package io.fulmar.proof.benchmark;

import io.fulmar.research.robustness.Objective;
import io.fulmar.research.robustness.Score;
import io.fulmar.research.robustness.Scorer;
import io.fulmar.research.sweep.Evaluator;
import io.fulmar.research.sweep.Evaluators;
import io.fulmar.research.sweep.Study;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What a second worker brings: each thread does the same work, one thread and two in turns. By the wall's clock other programs count along;
 * by what a thread spends of a processor only what threads do to one another: shared caches, memory and halves of a core. Beside a sweep's
 * work stand three that share nothing a program could be blamed for: arithmetic in registers, the comparison of columns that lie in a
 * core's own cache, and the reading of memory.
 */
final class WorkersBenchmark {
    private static final int ROUNDS = 9;
    private static final int STEPS = 300_000_000;
    private static final int LONGS = 32 << 20;
    private static final int READINGS = 12;
    private static final int COMBINATIONS = 1_024;
    private static final int CODED = 128;
    private static final int PATHS = 1_000;
    private static final int TILE = 120;

    private final SyntheticYears market = SyntheticYears.minutes(SyntheticYears.SEED, SyntheticYears.YEAR);
    private final int threads;
    private final AtomicLong seen = new AtomicLong();

    private WorkersBenchmark(int threads) {
        this.threads = threads;
    }

    /** The number of threads beside one; two unless said. */
    public static void main(String[] arguments) throws Exception {
        new WorkersBenchmark(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2).run();
    }

    private void run() throws Exception {
        System.out.println(Machine.text());
        System.out.printf(
                Locale.ROOT,
                "each thread does the same work, %d rounds of 1 thread, %d threads, 1 thread; times: by the wall's clock, then by what a thread spends among others%n",
                ROUNDS,
                threads);
        System.out.printf(
                "%-44s %8s %10s %9s %16s %9s %16s%n",
                "work", "1, ms", threads + ", ms", "by wall", "least, most", "by CPU", "least, most");
        row("arithmetic in registers", () -> this::arithmetic);
        row("compare-only kernel, own cache", () -> this::kernels);
        long[] memory = new long[LONGS];
        Arrays.setAll(memory, i -> i);
        row("reading 256 MiB of memory", () -> () -> read(memory));
        SweepGrid brackets = new SweepGrid(0.6, 1.2);
        row("tier S, stop and target, no paths", () -> sweep(CrossPlan.class, brackets, COMBINATIONS, 0));
        row("the same with 1,000 paths", () -> sweep(CrossPlan.class, brackets, COMBINATIONS, PATHS));
        row("tier C, code, plain", () -> sweep(CrossCode.class, new SweepGrid(0, 0), CODED, 0));
        if (seen.get() == 0) {
            throw new IllegalStateException("nothing was done");
        }
    }

    /** What all threads took, and what each of them spent. */
    private record Taken(double wall, double cpu) {}

    private void row(String what, Supplier<Runnable> work) throws Exception {
        List<Runnable> each = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            each.add(work.get());
        }
        together(each); // warm, on every thread's own objects
        together(each);
        double[] ones = new double[ROUNDS];
        double[] manies = new double[ROUNDS];
        double[] times = new double[ROUNDS];
        double[] unhindered = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            Taken before = together(each.subList(0, 1));
            Taken many = together(each);
            Taken after = together(each.subList(0, 1));
            ones[round] = (before.wall + after.wall) / 2;
            manies[round] = many.wall;
            times[round] = threads * ones[round] / many.wall;
            unhindered[round] = threads * (before.cpu + after.cpu) / 2 / many.cpu;
        }
        System.out.printf(
                Locale.ROOT,
                "%-44s %8.0f %10.0f %9.2f %16s %9.2f %16s%n",
                what,
                1e3 * median(ones),
                1e3 * median(manies),
                median(times),
                ends(times),
                median(unhindered),
                ends(unhindered));
    }

    private static String ends(double[] values) {
        double least = Arrays.stream(values).min().orElseThrow();
        return String.format(
                Locale.ROOT, "%.2f, %.2f", least, Arrays.stream(values).max().orElseThrow());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static Taken together(List<Runnable> works) throws Exception {
        CyclicBarrier start = new CyclicBarrier(works.size() + 1);
        double[] cpu = new double[works.size()];
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < works.size(); i++) {
            int number = i;
            running.add(Thread.ofPlatform().start(() -> {
                try {
                    start.await();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                long before = Effort.nanos();
                works.get(number).run();
                cpu[number] = (Effort.nanos() - before) / 1e9;
            }));
        }
        start.await();
        long before = WallClock.nanos();
        for (Thread thread : running) {
            thread.join();
        }
        return new Taken((WallClock.nanos() - before) / 1e9, Arrays.stream(cpu).sum() / works.size());
    }

    private void arithmetic() {
        long state = 1;
        for (int i = 0; i < STEPS; i++) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
        }
        seen.addAndGet(state | 1);
    }

    private void kernels() {
        seen.addAndGet((long) CompareKernel.rate());
    }

    private void read(long[] memory) {
        long sum = 1;
        for (int reading = 0; reading < READINGS; reading++) {
            for (long value : memory) {
                sum += value;
            }
        }
        seen.addAndGet(sum);
    }

    /** Neighbours of the grid, evaluated and scored as a worker of a sweep does it. */
    private Runnable sweep(Class<?> strategy, SweepGrid grid, int count, int paths) {
        Study study = SweepGrid.study(market, strategy, grid.at(0, 0), SweepGrid.firstBar());
        Evaluator evaluator = new Evaluators(study).evaluator();
        Scorer scorer = study.scoring(Objective.ROBUST, paths, 1).scorer();
        Score score = new Score();
        List<Record> unit = grid.tile(TILE).subList(0, count);
        return () -> evaluator.evaluate(unit, (index, track, tier, reason) -> {
            scorer.score(track, score);
            seen.addAndGet(track.trades);
        });
    }
}
