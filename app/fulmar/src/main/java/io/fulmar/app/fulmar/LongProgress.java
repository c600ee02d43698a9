package io.fulmar.app.fulmar;

import java.util.function.LongSupplier;

/** The progress of a run that may not have begun. */
final class LongProgress implements LongSupplier {
    /** Made beforehand: when the memory is full there is no room to make it. */
    private final LongSupplier nothing = LongProgress::nothing;

    private volatile LongSupplier run = nothing;

    private static long nothing() {
        return -1;
    }

    void follow(LongSupplier begun) {
        run = begun;
    }

    /** A run that failed is let go with all it holds: it may be what fills the memory. */
    void forget() {
        run = nothing;
    }

    @Override
    public long getAsLong() {
        return run.getAsLong();
    }
}
