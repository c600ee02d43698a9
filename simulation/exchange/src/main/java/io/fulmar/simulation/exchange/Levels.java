package io.fulmar.simulation.exchange;

/** Searches the price at which a margin no longer suffices: whole ticks, found by halving, since health is lost once and not regained. */
final class Levels {
    /** No price below this takes the margin. */
    static final long NONE_BELOW = 0;

    /** No price above this takes the margin. */
    static final long NONE_ABOVE = Long.MAX_VALUE;

    /** A price beyond this is no price: 2^53 ticks. */
    private static final long TICKS_MAX = 1L << 53;

    private Levels() {}

    /** What is left of a margin above what must be left, at a price; zero or below is too little. */
    @FunctionalInterface
    interface Health {
        long at(long ticks);
    }

    /** The highest price below this healthy one that is too low, or {@link #NONE_BELOW}. */
    static long below(Health health, long from) {
        if (healthy(health, 1)) {
            return NONE_BELOW;
        }
        long dead = 1;
        long alive = from;
        while (alive - dead > 1) {
            long middle = (dead + alive) >>> 1;
            if (healthy(health, middle)) {
                alive = middle;
            } else {
                dead = middle;
            }
        }
        return dead;
    }

    /** The lowest price above this healthy one that is too high, or {@link #NONE_ABOVE}. */
    static long above(Health health, long from) {
        long alive = from;
        long dead = from;
        do {
            if (dead >= TICKS_MAX) {
                return NONE_ABOVE;
            }
            alive = dead;
            dead = Math.min(TICKS_MAX, dead * 2);
        } while (healthy(health, dead));
        while (dead - alive > 1) {
            long middle = (dead + alive) >>> 1;
            if (healthy(health, middle)) {
                alive = middle;
            } else {
                dead = middle;
            }
        }
        return dead;
    }

    /** Numbers too large for money are losses too large for any margin. */
    static boolean healthy(Health health, long ticks) {
        try {
            return health.at(ticks) > 0;
        } catch (ArithmeticException beyondLong) {
            return false;
        }
    }
}
