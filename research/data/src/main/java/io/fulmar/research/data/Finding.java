package io.fulmar.research.data;

/**
 * Something about a stretch of a dataset that is not as it should be, and what repair would do.
 *
 * @param first the time of the first row that is meant, in nanoseconds
 * @param last of the last
 * @param count rows, 0 where nobody knows how many
 * @param what in words
 * @param repair what repair would do, in words; empty when it would leave it
 */
public record Finding(Type type, long first, long last, long count, String what, String repair) {
    /** What is not as it should be. */
    public enum Type {
        /** Something is missing. */
        GAP,
        /** A bar has the time of the one before, a trade its number. */
        DUPLICATE,
        /** A bar opens beside a boundary of its timeframe. */
        MISALIGNED,
        /** A price that its neighbours know nothing of. */
        OUTLIER,
        /** A high below the open, a price that is not above 0. */
        IMPOSSIBLE,
        /** A bid not below the ask. */
        CROSSED
    }
}
