package io.fulmar.research.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Combinations by CMA-ES: a generation is drawn when the one before is done, and told in the order of its draws, whoever did which part
 * when. A combination is evaluated once. When the cloud has become smaller than a step of the grid it begins anew elsewhere.
 */
final class EvolvedDrawing implements Drawing {
    /** Units of a generation, if it is large enough: it should occupy every worker. */
    private static final int UNITS = 8;

    /** Draws of a unit at least. */
    private static final int DRAWS_MIN = 16;

    private static final double START_REACH = 0.3;
    private static final int SAMPLES_MAX = 1_000_000;

    private final Space space;
    private final int[] varied;
    private final long seed;
    private final int lambda;
    private final int generations;
    private final int draws;
    private final Set<Long> known = new HashSet<>();
    private final List<List<Long>> fresh = new ArrayList<>();
    private long[] drawn;
    private int generation;
    private int restarts;
    private Evolution evolution;

    EvolvedDrawing(Space space, long seed, long samples, int lambda) {
        this.space = space;
        this.varied = Cube.varied(space);
        this.seed = seed;
        this.lambda = lambda;
        if (samples > SAMPLES_MAX || varied.length == 0) {
            throw new SweepException(
                    SweepException.Fault.SPACE,
                    varied.length == 0 ? "no parameter varies" : "evolution takes at most " + SAMPLES_MAX + " samples",
                    "give a --grid, and a budget such as --samples 10000");
        }
        this.draws = Math.max(DRAWS_MIN, Math.ceilDiv(lambda, UNITS));
        this.generations = (int) Math.ceilDiv(samples, (long) lambda);
        this.evolution = begin();
        this.drawn = draw();
    }

    private Evolution begin() {
        double[] start = new double[varied.length];
        for (int d = 0; d < start.length; d++) {
            start[d] = restarts == 0 ? 0.5 : Noise.uniform(seed, -restarts, d);
        }
        return new Evolution(start, START_REACH, lambda, Noise.bits(seed, restarts, -1));
    }

    /** Draws the generation and lists, for each of its units, what was not drawn before. */
    private long[] draw() {
        double[][] points = evolution.ask();
        long[] numbers = new long[lambda];
        fresh.clear();
        for (int from = 0; from < lambda; from += draws) {
            TreeSet<Long> own = new TreeSet<>();
            for (int k = from; k < Math.min(from + draws, lambda); k++) {
                numbers[k] = Cube.number(space, varied, points[k]);
                if (known.add(numbers[k])) {
                    own.add(numbers[k]);
                }
            }
            fresh.add(List.copyOf(own));
        }
        return numbers;
    }

    @Override
    public int units() {
        return Math.multiplyExact(generations, unitsOfGeneration());
    }

    @Override
    public int unitsOfGeneration() {
        return Math.ceilDiv(lambda, draws);
    }

    @Override
    public Part part(int unit) {
        if (unit / unitsOfGeneration() != generation) {
            throw new IllegalArgumentException("unit " + unit + " is not of generation " + generation);
        }
        List<Long> numbers = fresh.get(unit % unitsOfGeneration());
        return new Part((long) unit * draws, numbers.size(), numbers);
    }

    @Override
    public long[] numbers(WorkUnit unit) {
        return unit.numbers().stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public void tell(int told, Map<Long, Row> results) {
        if (told != generation) {
            throw new IllegalArgumentException("generation " + told + " is told, " + generation + " was asked for");
        }
        Comparator<Integer> better = Comparator.comparing(
                (Integer place) -> Optional.ofNullable(results.get(drawn[place])),
                (a, b) -> a.isPresent() && b.isPresent()
                        ? Ranking.BEST_FIRST.compare(a.get(), b.get())
                        : Boolean.compare(b.isPresent(), a.isPresent()));
        evolution.tell(IntStream.range(0, lambda)
                .boxed()
                .sorted(better.thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray());
        generation++;
        if (settled()) {
            restarts++;
            evolution = begin();
        }
        drawn = draw();
    }

    /** Whether the cloud can no longer reach a neighbouring value of any parameter. */
    private boolean settled() {
        for (int d = 0; d < varied.length; d++) {
            double step = 1.0 / space.axes().get(varied[d]).size();
            if (evolution.reach(d) > step / 4) {
                return false;
            }
        }
        return true;
    }
}
