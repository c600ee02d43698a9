package io.fulmar.venue.kit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Digits eight at a time: how many there are and what they say, without a branch for each. */
final class Digits {
    /** So many bytes are read at once; behind a place there must be as many. */
    static final int WORD = Long.BYTES;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FOURS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ZEROS = 0x3030303030303030L;
    private static final long BEYOND_NINE = 0x7676767676767676L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long PAIR = 0x000000FF000000FFL;
    private static final long HUNDREDS = 0x000F424000000064L;
    private static final long ONES = 0x0000271000000001L;
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

    /** How many digits a word begins with. */
    static int count(long word) {
        return Long.numberOfTrailingZeros(((word + BEYOND_NINE) | word) & HIGH_BITS) >>> 3;
    }

    /** What the first digits of a word say, one to eight of them. */
    static long number(long word, int count) {
        long eight = word << (Long.SIZE - Byte.SIZE * count);
        long pairs = eight * 10 + (eight >>> 8);
        return ((pairs & PAIR) * HUNDREDS + ((pairs >>> 16) & PAIR) * ONES) >>> 32;
    }

    /** {@code 10^count}, up to eight. */
    static long power(int count) {
        return POWER_OF_TEN[count];
    }
}
