package io.fulmar.live;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Changes of a book that came while nobody knew it. A snapshot is asked for and comes later than changes that it does not hold yet; those
 * are gone through behind it. Of too many the oldest go.
 */
final class WaitingChanges {
    private static final int CHANGES_MAX = 4_096;
    private static final int BYTES_MAX = 32 << 20;

    /** A line and what its message said. */
    @SuppressWarnings("ArrayRecordComponent") // bytes to be read again; nobody compares them
    record Change(byte[] line, long number, long lastUpdate, long made) {}

    private final ArrayDeque<Change> changes = new ArrayDeque<>();
    private int bytes;

    void add(CapturedLine line, long lastUpdate, long made) {
        byte[] copy = Arrays.copyOfRange(line.bytes(), line.from(), line.to());
        Change change = new Change(copy, line.number(), lastUpdate, made);
        if (!changes.isEmpty() && changes.getFirst().lastUpdate > lastUpdate) {
            changes.addFirst(change); // it was on its way into the book when the book was lost again
        } else {
            changes.add(change);
        }
        bytes += copy.length;
        while (changes.size() > CHANGES_MAX || bytes > BYTES_MAX) {
            bytes -= changes.remove().line.length;
        }
    }

    /** Forgets what a snapshot holds already; when the first of the rest was made, or the largest number. */
    long behind(long snapshot) {
        while (!changes.isEmpty() && changes.getFirst().lastUpdate <= snapshot) {
            bytes -= changes.remove().line.length;
        }
        return changes.isEmpty() ? Long.MAX_VALUE : changes.getFirst().made;
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    Change next() {
        Change next = changes.remove();
        bytes -= next.line.length;
        return next;
    }
}
