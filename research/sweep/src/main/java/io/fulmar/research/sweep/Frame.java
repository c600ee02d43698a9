package io.fulmar.research.sweep;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The result of a unit as {@code units.log} holds it: a head of 24 bytes, then its rows by rising combination. Little endian: mark,
 * bytes of the rows, number of the unit, combinations that the strategy's record refused, CRC32C of all but the mark and itself.
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not copied
record Frame(int unit, int refused, byte[] rows) {
    static final int HEAD = 24;
    static final int MARK = 0x54494E55; // "UNIT"
    private static final int CHECKED = 16;

    int count() {
        return rows.length / Row.BYTES;
    }

    ByteBuffer bytes() {
        byte[] all = new byte[HEAD + rows.length];
        ByteBuffer out = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(MARK).putInt(rows.length).putLong(unit).putInt(refused);
        out.putInt(check(all, rows)).put(rows);
        return out.flip();
    }

    private static int check(byte[] head, byte[] rows) {
        CRC32C crc = new CRC32C();
        crc.update(head, Integer.BYTES, CHECKED);
        crc.update(rows);
        return (int) crc.getValue();
    }

    /** Whether the head, whose bytes these are, announces those rows. */
    static boolean fits(byte[] head, byte[] rows) {
        int said = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(HEAD - Integer.BYTES);
        return said == check(head, rows);
    }
}
