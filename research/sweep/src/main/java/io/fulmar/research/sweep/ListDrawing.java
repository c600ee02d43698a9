package io.fulmar.research.sweep;

import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

/** Combinations from a sequence in which each can be had without those before it. */
final class ListDrawing implements Drawing {
    private final long samples;
    private final int wanted;
    private final LongUnaryOperator sequence;

    ListDrawing(Space space, long samples, LongUnaryOperator sequence) {
        this.samples = Math.min(samples, space.size());
        this.wanted = Drawing.wanted(this.samples);
        this.sequence = sequence;
        if (Math.ceilDiv(this.samples, (long) wanted) > Integer.MAX_VALUE) {
            throw new SweepException(
                    SweepException.Fault.SPACE, "so many samples make more than 2^31 work units", "take fewer samples");
        }
    }

    static LongUnaryOperator random(Space space, long seed) {
        return new Shuffle(space.size(), seed)::at;
    }

    static LongUnaryOperator sobol(Space space, long seed) {
        int[] varied = Cube.varied(space);
        if (varied.length > SobolSequence.DIMENSIONS_MAX) {
            throw new SweepException(
                    SweepException.Fault.SPACE,
                    "Sobol's sequence is here for at most " + SobolSequence.DIMENSIONS_MAX + " parameters, not for "
                            + varied.length,
                    "use --sampler random, or fix some parameters with --param");
        }
        SobolSequence points = new SobolSequence(varied.length, seed);
        return place -> Cube.number(space, varied, points.point(place));
    }

    @Override
    public int units() {
        return (int) Math.ceilDiv(samples, (long) wanted);
    }

    @Override
    public int unitsOfGeneration() {
        return units();
    }

    @Override
    public Part part(int unit) {
        long first = (long) unit * wanted;
        return new Part(first, (int) Math.min(wanted, samples - first), List.of());
    }

    @Override
    public long[] numbers(WorkUnit unit) {
        return LongStream.range(unit.first(), unit.first() + unit.count())
                .map(sequence)
                .sorted()
                .distinct()
                .toArray();
    }

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public void tell(int generation, Map<Long, Row> results) {
        // all is known beforehand
    }
}
