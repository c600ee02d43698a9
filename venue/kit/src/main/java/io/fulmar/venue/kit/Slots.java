package io.fulmar.venue.kit;

/**
 * What the fields of one message hold: a slot a name, found without looking. Whoever reads a slot must ask for its type first; what is there
 * is valid until the next message.
 */
final class Slots {
    // ---- what a slot holds ----

    static final int ABSENT = 0;

    /** Text that is a plain decimal: {@code "0.0100"}. It has bounds, too. */
    static final int DECIMAL = 1;

    /** Other text without escapes. */
    static final int TEXT = 2;

    /** A whole number of at most 18 digits. */
    static final int WHOLE = 3;

    static final int TRUE = 4;
    static final int FALSE = 5;

    /** An array of pairs of plain decimals, of field a or b. */
    static final int LEVELS = 6;

    /** Anything else. */
    static final int OTHER = 7;

    /** So many names of one letter there may be, and what stands between Z and a. */
    private static final int LETTERS = 'z' - 'A' + 1;

    static final int PAIRS_MAX = Long.SIZE - LETTERS;

    private final byte[] types = new byte[Long.SIZE];
    private final long[] values = new long[Long.SIZE];
    private final byte[] scales = new byte[Long.SIZE];
    private final int[] starts = new int[Long.SIZE];
    private final int[] ends = new int[Long.SIZE];
    private final LevelList bids = new LevelList();
    private final LevelList asks = new LevelList();

    /** The slots that were met in this message, as bits. */
    private long met;

    /** The slot of a field named with one letter. */
    static int slot(char letter) {
        return letter - 'A';
    }

    /** The slot of a name of two letters, by its place among those that have one. */
    static int slot(int pair) {
        return LETTERS + pair;
    }

    // ---- written while a message is read ----

    void clear() {
        met = 0;
        bids.clear();
        asks.clear();
    }

    boolean isEmpty() {
        return met == 0;
    }

    boolean has(int slot) {
        return (met >>> slot & 1) != 0;
    }

    /** The slot was met, and holds that. */
    void set(int slot, int type) {
        met |= 1L << slot;
        types[slot] = (byte) type;
    }

    void setWhole(int slot, long value) {
        set(slot, WHOLE);
        values[slot] = value;
    }

    void setDecimal(int slot, long mantissa, int scale) {
        set(slot, DECIMAL);
        values[slot] = mantissa;
        scales[slot] = (byte) scale;
    }

    void setBounds(int slot, int start, int end) {
        starts[slot] = start;
        ends[slot] = end;
    }

    // ---- what it says ----

    int type(int slot) {
        return has(slot) ? types[slot] : ABSENT;
    }

    /** A decimal's digits, or a whole number. */
    long value(int slot) {
        return values[slot];
    }

    int scale(int slot) {
        return scales[slot];
    }

    int start(int slot) {
        return starts[slot];
    }

    int end(int slot) {
        return ends[slot];
    }

    /** Of field b. */
    LevelList bids() {
        return bids;
    }

    /** Of field a. */
    LevelList asks() {
        return asks;
    }
}
