package io.fulmar.market;

/**
 * Follows the numbers that a venue gives its messages: each begins where the one before ended. Venues that number differently hand in
 * what they promise to be the number before.
 */
public final class Sequence {
    /** What a message's numbers say about it. */
    public enum Verdict {
        /** It follows. */
        NEXT,
        /** All of it is known already. */
        OLD,
        /** Something between is missing. */
        GAP
    }

    private long last = Long.MIN_VALUE;

    /** {@code before} is the number that the message says it follows, {@code number} its own, or its last. */
    public Verdict take(long before, long number) {
        if (last == Long.MIN_VALUE) {
            last = number;
            return Verdict.NEXT;
        }
        if (number <= last) {
            return Verdict.OLD;
        }
        Verdict verdict = before <= last ? Verdict.NEXT : Verdict.GAP;
        last = number;
        return verdict;
    }

    /** A snapshot that holds everything up to that number. */
    public void startAt(long number) {
        last = number;
    }

    public long last() {
        return last;
    }
}
