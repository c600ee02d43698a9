package io.fulmar.bus;

import io.fulmar.bus.BusException.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes one record after the other into an array that it keeps: fixed fields first, then {@link #endOfBlock}, then strings. Byte by
 * byte: a short backtest ends before the just-in-time compiler is through with views and handles, and a long one has the bytes merged
 * into one store.
 */
final class ByteWriter {
    /** Reasons and evidence above this many bytes are cut, and end with {@link #CUT}. */
    static final int TEXT_BYTES_MAX = 1_000;

    /** Names, identities and parameters mean nothing when cut: above this many bytes they are refused. */
    static final int NAME_BYTES_MAX = 16_000;

    static final String CUT = "...";

    private static final int FIXED_BYTES_MAX = 512;
    private static final int STRINGS_MAX = 3;

    final byte[] bytes = new byte[FIXED_BYTES_MAX + STRINGS_MAX * (NAME_BYTES_MAX + Short.BYTES)];
    private int at;
    private int blockEnd;

    void startAt(int offset) {
        at = offset;
    }

    int length() {
        return at;
    }

    int blockEnd() {
        return blockEnd;
    }

    void endOfBlock() {
        blockEnd = at;
    }

    void int64(long value) {
        putInt64(at, value);
        at += Long.BYTES;
    }

    void int32(int value) {
        putInt32(at, value);
        at += Integer.BYTES;
    }

    void putInt64(int offset, long value) {
        bytes[offset] = (byte) value;
        bytes[offset + 1] = (byte) (value >> 8);
        bytes[offset + 2] = (byte) (value >> 16);
        bytes[offset + 3] = (byte) (value >> 24);
        bytes[offset + 4] = (byte) (value >> 32);
        bytes[offset + 5] = (byte) (value >> 40);
        bytes[offset + 6] = (byte) (value >> 48);
        bytes[offset + 7] = (byte) (value >> 56);
    }

    void putInt32(int offset, int value) {
        bytes[offset] = (byte) value;
        bytes[offset + 1] = (byte) (value >> 8);
        bytes[offset + 2] = (byte) (value >> 16);
        bytes[offset + 3] = (byte) (value >> 24);
    }

    /** So many bytes of nothing: what a choice without contents leaves empty. */
    void zeros(int count) {
        Arrays.fill(bytes, at, at + count, (byte) 0);
        at += count;
    }

    void int8(int value) {
        bytes[at++] = (byte) value;
    }

    void flag(boolean value) {
        bytes[at++] = (byte) (value ? 1 : 0);
    }

    void float64(double value) {
        int64(Double.doubleToRawLongBits(value));
    }

    /** A word of a closed list by its place in that list; a test against the published schema keeps the places. */
    @SuppressWarnings("EnumOrdinal")
    void word(Enum<?> word) {
        int8(word.ordinal());
    }

    /** A string for people, cut where it is too long. */
    void text(String text) {
        append(cut(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A string that must come back as it was. */
    void name(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > NAME_BYTES_MAX) {
            throw new BusException(
                    Fault.UNFIT_STRING, "a name of " + utf8.length + " bytes: at most " + NAME_BYTES_MAX);
        }
        // Half a character has no bytes of its own and becomes a question mark.
        if (name.indexOf('?') < 0 ? questioned(utf8) : !name.equals(new String(utf8, StandardCharsets.UTF_8))) {
            throw new BusException(Fault.UNFIT_STRING, "a name that is not well-formed text: " + name);
        }
        append(utf8);
    }

    private static boolean questioned(byte[] utf8) {
        for (byte each : utf8) {
            if (each == '?') {
                return true;
            }
        }
        return false;
    }

    private void append(byte[] utf8) {
        bytes[at] = (byte) utf8.length;
        bytes[at + 1] = (byte) (utf8.length >> 8);
        System.arraycopy(utf8, 0, bytes, at + Short.BYTES, utf8.length);
        at += Short.BYTES + utf8.length;
    }

    private static byte[] cut(byte[] utf8) {
        if (utf8.length <= TEXT_BYTES_MAX) {
            return utf8;
        }
        int end = TEXT_BYTES_MAX - CUT.length();
        while ((utf8[end] & 0xc0) == 0x80) {
            end--; // never inside a character
        }
        return (new String(utf8, 0, end, StandardCharsets.UTF_8) + CUT).getBytes(StandardCharsets.UTF_8);
    }
}
