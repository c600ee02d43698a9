package io.fulmar.venue.kit;

import java.util.Arrays;

/** The names of fields that have no slot, by object: whether one comes twice. It remembers where they stand, not what they say. */
final class Keys {
    private static final int FIELDS_MAX = 128;

    private final int[] from = new int[FIELDS_MAX];
    private final int[] length = new int[FIELDS_MAX];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** The object is over that began when there were so many. */
    void back(int to) {
        size = to;
    }

    /** Adds a name to the object whose first is at {@code base}. */
    Flaw add(byte[] bytes, int at, int count, int base) {
        for (int i = base; i < size; i++) {
            if (length[i] == count && Arrays.equals(bytes, from[i], from[i] + count, bytes, at, at + count)) {
                return Flaw.DUPLICATE_FIELD;
            }
        }
        if (size == FIELDS_MAX) {
            return Flaw.TOO_LARGE;
        }
        from[size] = at;
        length[size] = count;
        size++;
        return Flaw.NONE;
    }
}
