package io.fulmar.live;

/** How fast a replay goes. */
public sealed interface Pace {
    /** As fast as it can. */
    record Full() implements Pace {}

    /** So many times as fast as it happened; 1 is real time. */
    record Times(double factor) implements Pace {
        public static final double FACTOR_MAX = 1e9;

        public Times {
            if (!(factor > 0 && factor <= FACTOR_MAX)) {
                throw new IllegalArgumentException("a replay goes more than 0 and at most 1,000,000,000 times as fast");
            }
        }
    }
}
