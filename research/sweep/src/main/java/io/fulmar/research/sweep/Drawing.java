package io.fulmar.research.sweep;

import java.util.List;
import java.util.Map;

/**
 * A sampler at work: its combinations in units, its units in generations. The units of a generation can be done in any order; what a
 * later generation holds may depend on the results of all earlier ones, never on when or where they were made.
 */
public interface Drawing {
    /** Units in all. */
    int units();

    /** Units of one generation; the last may have fewer. */
    int unitsOfGeneration();

    /** What a unit's {@link WorkUnit} says of its combinations. Asked only once all earlier generations were told. */
    Part part(int unit);

    /** The unit's combinations by rising number, each once, those included that the strategy's record refuses. */
    long[] numbers(WorkUnit unit);

    /** Whether {@link #tell} needs results at all. */
    boolean learns();

    /** The results of the units up to the end of this generation, by combination; those refused are missing. */
    void tell(int generation, Map<Long, Row> results);

    /** How many combinations a unit should hold: enough to share work, few enough that a small sweep has units to spread. */
    static int wanted(long combinations) {
        long share = Math.clamp(combinations / 64, 16, 4096);
        return (int) Long.highestOneBit(share);
    }

    /** A unit's place in the drawing. */
    record Part(long first, int count, List<Long> numbers) {
        public Part {
            numbers = List.copyOf(numbers);
        }
    }
}
