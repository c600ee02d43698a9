package io.fulmar.execution;

/**
 * The venue has said that the order ended, but not all trades up to its total are booked yet.
 *
 * @param life {@link Life#CANCELLED} or {@link Life#EXPIRED}; the order's own life where nothing was said
 * @param filledLots the venue's total
 */
record Closing(Life life, long filledLots) {
    static final Closing NONE = new Closing(Life.PENDING, Long.MAX_VALUE);

    boolean reachedBy(long lots) {
        return lots >= filledLots;
    }
}
