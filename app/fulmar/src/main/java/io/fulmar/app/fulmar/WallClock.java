package io.fulmar.app.fulmar;

import java.time.Instant;

/** The wall's time. Only this class reads it; whoever needs it is handed it. */
final class WallClock {
    Instant now() {
        return Instant.now();
    }

    /** For durations: counts from nowhere in particular, and never goes back. */
    long nanos() {
        return System.nanoTime();
    }
}
