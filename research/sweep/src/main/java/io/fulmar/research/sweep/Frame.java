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
        ByteBuffer out = ByteBuffer.allocate(HEAD + rows.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(MARK).putInt(rows.length).putLong(unit).putInt(refused);
        out.putInt(check(out, rows)).put(rows);
        return out.flip();
    }

    private static int check(ByteBuffer head, byte[] rows) {
        CRC32C crc = new CRC32C();
        crc.update(head.array(), Integer.BYTES, CHECKED);
        crc.update(rows);
        return (int) crc.getValue();
    }

    /** Whether the head, whose bytes these are, announces those rows. */
    static boolean fits(ByteBuffer head, byte[] rows) {
        return head.getInt(HEAD - Integer.BYTES) == check(head, rows);
    }
}
