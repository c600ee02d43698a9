package io.fulmar.execution;

/**
 * A venue inside the desk's own time that lives between bars. Orders take time to reach it and reports take time to come back, so that
 * desk and venue stand at different moments: the venue runs ahead as far as nothing that the desk may yet do can matter there.
 */
public interface FlowVenue extends InnerVenue {
    /** The desk's clock: what it sends from now on leaves then. */
    void clock(long now);

    /**
     * When the earliest report reaches the desk, {@link Long#MAX_VALUE} if none does by {@code quiet}. Until then the desk sends nothing,
     * unless a report makes it.
     */
    long nextReport(long quiet);

    /** Up to that moment, inclusive, all reports that the desk has not caused since are known. */
    long knownUntil();

    /** Hands over the reports that are due at that moment. */
    void deliver(long time);

    // ---- bars mean nothing here ----

    @Override
    default boolean waiting() {
        return false;
    }

    @Override
    default long wakesAbove() {
        return Long.MAX_VALUE;
    }

    @Override
    default long wakesBelow() {
        return Long.MIN_VALUE;
    }

    @Override
    default void onBar(CurrentBar bar) {}
}
