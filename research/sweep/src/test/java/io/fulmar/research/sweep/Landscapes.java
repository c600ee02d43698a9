package io.fulmar.research.sweep;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Landscapes whose lowest point is known, for the evolution to find; less is better. Run by a proof, it prints what the proof compares. */
final class Landscapes {
    private static final int GENERATIONS_MAX = 5_000;
    private static final int SEEDS = 15;
    private static final int POINTS = 1_024;

    private Landscapes() {}

    static double sphere(double[] x) {
        return Arrays.stream(x).map(v -> v * v).sum();
    }

    static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            sum += 100 * (x[i + 1] - x[i] * x[i]) * (x[i + 1] - x[i] * x[i]) + (1 - x[i]) * (1 - x[i]);
        }
        return sum;
    }

    static double cigar(double[] x) {
        double sum = x[0] * x[0];
        for (int i = 1; i < x.length; i++) {
            sum += 1e6 * x[i] * x[i];
        }
        return sum;
    }

    /** Points that were tried before one lay below 1e-9; the median over the seeds 1, 2, 3 ... */
    static long tries(ToDoubleFunction<double[]> landscape, int n, int seeds) {
        long[] tries = LongStream.rangeClosed(1, seeds)
                .map(seed -> triesOf(landscape, n, seed))
                .sorted()
                .toArray();
        return tries[seeds / 2];
    }

    private static long triesOf(ToDoubleFunction<double[]> landscape, int n, long seed) {
        int lambda = 4 + (int) (3 * StrictMath.log(n));
        double[] start = new double[n];
        Arrays.fill(start, 0.8);
        Evolution evolution = new Evolution(start, 0.5, lambda, seed);
        for (int generation = 1; generation <= GENERATIONS_MAX; generation++) {
            double[] heights =
                    Arrays.stream(evolution.ask()).mapToDouble(landscape).toArray();
            int[] order = IntStream.range(0, lambda)
                    .boxed()
                    .sorted(Comparator.comparingDouble(k -> heights[k]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            if (heights[order[0]] < 1e-9) {
                return (long) generation * lambda;
            }
            evolution.tell(order);
        }
        return Long.MAX_VALUE;
    }

    public static void main(String[] words) {
        for (int n : new int[] {2, 5, 10}) {
            System.out.println("sphere " + n + " " + tries(Landscapes::sphere, n, SEEDS));
            System.out.println("rosenbrock " + n + " " + tries(Landscapes::rosenbrock, n, SEEDS));
            System.out.println("cigar " + n + " " + tries(Landscapes::cigar, n, SEEDS));
        }
        SobolSequence points = new SobolSequence(SobolSequence.DIMENSIONS_MAX, 0);
        for (int point = 0; point < POINTS; point++) {
            StringBuilder line = new StringBuilder("sobol " + point);
            for (double coordinate : points.point(point)) {
                line.append(' ').append(coordinate);
            }
            System.out.println(line);
        }
    }
}
