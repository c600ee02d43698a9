package io.fulmar.live;

/** Time that passes while a replay plays, and waiting for it. Handed in, so that who tests need not wait. */
public interface Passing {
    /** Nanoseconds since some moment. */
    long nanos();

    /** Returns when about so many nanoseconds have passed, or earlier. */
    void await(long nanos);
}
