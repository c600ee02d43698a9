package io.fulmar.venue.kit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Digits eight at a time: where they end and what they say, without a branch for each. Eight bytes are a word, the first one lowest; in a
 * word of digits each byte is its digit's value. A place in a word is told as the bit its byte begins with: 0, 8, 16 and so on.
 */
final class Digits {
    /** So many bytes are read at once; behind a place there must be as many. */
    static final int WORD = Long.BYTES;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FOURS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ZEROS = 0x3030303030303030L;
    private static final long BEYOND_NINE = 0x7676767676767676L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long PAIR = (10L << 8) + 1;
    private static final long FOUR = (100L << 16) + 1;
    private static final long EIGHT = (10_000L << 32) + 1;
    private static final long[] POWER_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private Digits() {}

    /** Eight bytes, each of which is a digit's value where it is a digit. */
    static long word(byte[] bytes, int at) {
        return bytes(bytes, at) ^ ZEROS;
    }

    /** Eight bytes, the first one lowest. */
    static long bytes(byte[] bytes, int at) {
        return (long) WORDS.get(bytes, at);
    }

    /** Four bytes, the first one lowest. */
    static int four(byte[] bytes, int at) {
        return (int) FOURS.get(bytes, at);
    }

    /**
     * Marks bytes that are no digits by their highest bit. Exact up to the first that is neither a digit nor ASCII: a byte from 0x8a on may
     * mark or hide the next.
     */
    static long others(long word) {
        return ((word + BEYOND_NINE) | word) & HIGH_BITS;
    }

    /** The place of the first mark; 64 where there is none. */
    static int place(long marks) {
        return Long.numberOfTrailingZeros(marks) & ~(Byte.SIZE - 1);
    }

    /** Whether that letter stands at a place of a word of digits. */
    static boolean is(long word, int place, char letter) {
        return ((int) (word >>> place) & 0xff) == (letter ^ '0');
    }

    /** A word of digits with the byte at a place taken out, so that what follows moves up. */
    static long without(long word, int place) {
        long before = (1L << place) - 1;
        return (word & before) | ((word >>> Byte.SIZE) & ~before);
    }

    /** What the digits before a place say, one to eight of them. */
    static long number(long word, int place) {
        return number(word << (Long.SIZE - place));
    }

    /** What the digits before a place say, none to seven of them; nothing says 0. */
    static long numberOrZero(long word, int place) {
        return number(word << Byte.SIZE << (Long.SIZE - Byte.SIZE - place));
    }

    /** What eight digits say: first pairs of them, then fours, then all. What is multiplied into lower bytes is masked away. */
    static long number(long eight) {
        long pairs = ((eight * PAIR) >>> 8) & 0x00FF00FF00FF00FFL;
        long fours = ((pairs * FOUR) >>> 16) & 0x0000FFFF0000FFFFL;
        return (fours * EIGHT) >>> 32;
    }

    /** {@code 10} to the number of digits before a place, up to eight. */
    static long power(int place) {
        return POWER_OF_TEN[place >>> 3];
    }
}
