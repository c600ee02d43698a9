package io.fulmar.bus;

import io.fulmar.bus.BusException.Fault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes one record after the other into a buffer that it keeps: fixed fields first, then {@link #endOfBlock}, then strings. A byte
 * buffer with absolute puts, because a short backtest ends before the just-in-time compiler is through with anything heavier.
 */
final class ByteWriter {
    /** Reasons and evidence above this many bytes are cut, and end with {@link #CUT}. */
    static final int TEXT_BYTES_MAX = 1_000;

    /** Names, identities and parameters mean nothing when cut: above this many bytes they are refused. */
    static final int NAME_BYTES_MAX = 16_000;

    static final String CUT = "...";

    private static final int FIXED_BYTES_MAX = 512;
    private static final int STRINGS_MAX = 3;
    private static final int ASCII_MAX = 0x7f;

    final byte[] bytes = new byte[FIXED_BYTES_MAX + STRINGS_MAX * (NAME_BYTES_MAX + Short.BYTES)];
    private final ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
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

    void putInt16(int offset, int value) {
        view.putShort(offset, (short) value);
    }

    void putInt32(int offset, int value) {
        view.putInt(offset, value);
    }

    void int64(long value) {
        view.putLong(at, value);
        at += Long.BYTES;
    }

    void int32(int value) {
        view.putInt(at, value);
        at += Integer.BYTES;
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
        if (text.length() > TEXT_BYTES_MAX || !ascii(text)) {
            append(cut(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** A string that must come back as it was. */
    void name(String name) {
        if (name.length() > NAME_BYTES_MAX || !ascii(name)) {
            byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
            if (utf8.length > NAME_BYTES_MAX) {
                throw new BusException(
                        Fault.UNFIT_STRING, "a name of " + utf8.length + " bytes: at most " + NAME_BYTES_MAX);
            }
            if (!name.equals(new String(utf8, StandardCharsets.UTF_8))) {
                throw new BusException(Fault.UNFIT_STRING, "a name that is not well-formed text: " + name);
            }
            append(utf8);
        }
    }

    /** Nearly every string is ASCII: written as it is read. Otherwise leaves nothing behind and says so. */
    private boolean ascii(String string) {
        int length = string.length();
        int start = at + Short.BYTES;
        byte[] target = bytes;
        int all = 0;
        for (int i = 0; i < length; i++) {
            char c = string.charAt(i);
            all |= c;
            target[start + i] = (byte) c;
        }
        if (all > ASCII_MAX) {
            return false;
        }
        view.putShort(at, (short) length);
        at = start + length;
        return true;
    }

    private void append(byte[] utf8) {
        view.putShort(at, (short) utf8.length);
        at += Short.BYTES;
        System.arraycopy(utf8, 0, bytes, at, utf8.length);
        at += utf8.length;
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
