package io.fulmar.research.sweep;

import java.util.Arrays;

/** The entries that joined positions later: of which trade, in which bar, and what was held from then on. Read once, in order. */
final class Parts {
    /** Trade and bar, the lots then, and what equity was without their value. */
    private static final int WORDS = 3;

    private long[] log = {};
    private int size;
    private int read;

    void add(int trade, int bar, long lots, long base) {
        int at = WORDS * size++;
        if (at == log.length) {
            log = Arrays.copyOf(log, Math.max(WORDS * 32, 2 * at));
        }
        log[at] = key(trade, bar);
        log[at + 1] = lots;
        log[at + 2] = base;
    }

    private static long key(int trade, int bar) {
        return ((long) trade << Integer.SIZE) | bar;
    }

    /** Goes to the last that joined that trade by that bar, and says whether there is one. Asked of ever later bars. */
    boolean joined(int trade, int bar) {
        while (read < size && log[WORDS * read] <= key(trade, bar)) {
            read++;
        }
        return read > 0 && last(0) >>> Integer.SIZE == trade;
    }

    private long last(int word) {
        return log[WORDS * (read - 1) + word];
    }

    int bar() {
        return (int) last(0);
    }

    long lots() {
        return last(1);
    }

    long base() {
        return last(2);
    }
}
