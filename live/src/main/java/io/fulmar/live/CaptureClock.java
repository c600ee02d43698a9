package io.fulmar.live;

/**
 * When a captured message was made and heard, in nanoseconds. One damaged time must not make all that follows look late: a leap ahead
 * of more than an hour counts only where a second time of the same message, or the next one, says the same.
 */
final class CaptureClock {
    private static final long NONE = -1;
    private static final long MILLI = 1_000_000;
    private static final long MILLIS_MAX = Long.MAX_VALUE / MILLI;
    private static final long SECOND = 1_000_000_000L;
    private static final long LEAP = 3_600_000_000_000L;

    private long last = NONE;
    private long suspect = NONE;
    private long heard;
    private long made;

    /**
     * Sets {@link #heard} and {@link #made}; what is wrong with the times, or nothing. {@code prefix} is nanoseconds, the others are
     * milliseconds.
     */
    String read(long prefix, long eventMillis, long millis) {
        if (eventMillis > MILLIS_MAX || millis > MILLIS_MAX) {
            return "its time is later than the year 2262";
        }
        long event = eventMillis < 0 ? NONE : eventMillis * MILLI;
        long did = millis < 0 ? NONE : millis * MILLI;
        long own = event == NONE ? did : event;
        if (prefix == NONE && own == NONE) {
            return "it says no time: put the nanoseconds at which it was heard before it";
        }
        long told = prefix == NONE ? own : prefix;
        long other = prefix == NONE ? (event == NONE ? NONE : did) : own;
        if (leaps(told, other)) {
            suspect = told;
            return "it is more than an hour later than what came before, and nothing else says so";
        }
        suspect = NONE;
        heard = prefix == NONE ? Math.max(told, last) : told;
        made = did != NONE ? did : own != NONE ? own : heard;
        return "";
    }

    private boolean leaps(long told, long other) {
        boolean first = last == NONE;
        boolean agree = other != NONE && isNear(told, other);
        boolean confirmed = agree || (first && other == NONE) || (suspect != NONE && isNear(told, suspect));
        return (first || told - last > LEAP) && !confirmed;
    }

    private static boolean isNear(long one, long two) {
        return Math.abs(one - two) <= LEAP;
    }

    /** Of a snapshot that says no time: changes that come behind it were made a little before it was heard, but none before that moment. */
    void madeUpTo(long atLeast, long atMost) {
        made = Math.max(atLeast, Math.min(atMost, heard - SECOND));
    }

    /** A message that waited: it was made then, and counts as heard now. */
    void made(long then) {
        made = then;
    }

    /** The message went through: later ones are heard later. */
    void pass() {
        last = Math.max(last, heard);
    }

    long heard() {
        return heard;
    }

    long made() {
        return made;
    }
}
