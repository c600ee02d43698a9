package io.fulmar.market;

import java.util.Arrays;

/** One side of a book: lots by price, in an array that begins at some tick, with a bit for each level that holds any. */
final class Levels {
    private static final int ROOM_MIN = 1 << 12;

    /** Further apart than this, two levels of one side are a mistake in the data. */
    private static final int ROOM_MAX = 1 << 24;

    private static final int WORD = 6;

    private long base;
    private long[] lots = {};

    /** A bit a level, and a bit for each word of those. */
    private long[] words = {};

    private long[] summary = {};
    private int held;

    long at(long ticks) {
        long place = ticks - base;
        return place >= 0 && place < lots.length ? lots[(int) place] : 0;
    }

    /** Returns what was there before. */
    long set(long ticks, long now) {
        long place = ticks - base;
        if (place < 0 || place >= lots.length) {
            if (now == 0) {
                return 0;
            }
            makeRoom(ticks);
            place = ticks - base;
        }
        int index = (int) place;
        long before = lots[index];
        lots[index] = now;
        if ((before == 0) != (now == 0)) {
            toggle(index, now != 0);
        }
        return before;
    }

    private void toggle(int index, boolean on) {
        int word = index >> WORD;
        words[word] ^= 1L << index;
        if (on) {
            summary[word >> WORD] |= 1L << word;
            held++;
        } else {
            if (words[word] == 0) {
                summary[word >> WORD] &= ~(1L << word);
            }
            held--;
        }
    }

    /** The highest level below that price which holds anything, or {@code none}. */
    long below(long ticks, long none) {
        long place = Math.min(ticks - base, lots.length) - 1;
        if (place < 0) {
            return none;
        }
        int word = (int) place >> WORD;
        long bits = words[word] & (-1L >>> (63 - (place & 63)));
        if (bits == 0) {
            word = wordBelow(word);
            if (word < 0) {
                return none;
            }
            bits = words[word];
        }
        return base + ((long) word << WORD) + 63 - Long.numberOfLeadingZeros(bits);
    }

    private int wordBelow(int word) {
        int group = word >> WORD;
        long bits = summary[group] & ((1L << word) - 1);
        while (bits == 0 && --group >= 0) {
            bits = summary[group];
        }
        return bits == 0 ? -1 : (group << WORD) + 63 - Long.numberOfLeadingZeros(bits);
    }

    /** The lowest level above that price which holds anything, or {@code none}. */
    long above(long ticks, long none) {
        long place = Math.max(ticks - base, -1) + 1;
        if (place >= lots.length) {
            return none;
        }
        int word = (int) place >> WORD;
        long bits = words[word] & (-1L << place);
        if (bits == 0) {
            word = wordAbove(word);
            if (word < 0) {
                return none;
            }
            bits = words[word];
        }
        return base + ((long) word << WORD) + Long.numberOfTrailingZeros(bits);
    }

    private int wordAbove(int word) {
        int group = word >> WORD;
        long bits = (word & 63) == 63 ? 0 : summary[group] & (-1L << (word + 1));
        while (bits == 0 && ++group < summary.length) {
            bits = summary[group];
        }
        return bits == 0 ? -1 : (group << WORD) + Long.numberOfTrailingZeros(bits);
    }

    void clear() {
        for (int word = 0; held > 0 && word < words.length; word++) {
            for (long bits = words[word]; bits != 0; bits &= bits - 1) {
                lots[(word << WORD) + Long.numberOfTrailingZeros(bits)] = 0;
                held--;
            }
            words[word] = 0;
        }
        Arrays.fill(summary, 0);
    }

    /** A window around what is held and the new price: it moves with the market and grows only if the book does. */
    private void makeRoom(long ticks) {
        long low = ticks;
        long high = ticks;
        if (held > 0) {
            low = Math.min(low, above(Long.MIN_VALUE / 2, ticks));
            high = Math.max(high, below(Long.MAX_VALUE / 2, ticks));
        }
        long span = high - low + 1;
        if (span < 0 || span > ROOM_MAX / 2) {
            throw new IllegalArgumentException("a level at " + ticks + " ticks, where others are at "
                    + (ticks == low ? high : low) + ": at most " + ROOM_MAX / 2 + " ticks can lie between");
        }
        int room = Math.max(ROOM_MIN, Integer.highestOneBit((int) span) << 2);
        long start = Math.max(0, low - (room - span) / 2) & -64L;
        long[] old = lots;
        long[] oldWords = words;
        long oldBase = base;
        base = start;
        lots = new long[room];
        words = new long[room >> WORD];
        summary = new long[(room >> WORD >> WORD) + 1];
        held = 0;
        for (int word = 0; word < oldWords.length; word++) {
            for (long bits = oldWords[word]; bits != 0; bits &= bits - 1) {
                int index = (word << WORD) + Long.numberOfTrailingZeros(bits);
                set(oldBase + index, old[index]);
            }
        }
    }
}
