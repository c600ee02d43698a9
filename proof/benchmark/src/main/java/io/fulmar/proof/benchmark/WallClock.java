package io.fulmar.proof.benchmark;

import java.time.Instant;

/** The wall's time, for what waits for a disk; everything else is measured in a processor's time, see {@link Effort}. */
final class WallClock {
    private WallClock() {}

    static Instant now() {
        return Instant.now();
    }

    static long nanos() {
        return System.nanoTime();
    }
}
