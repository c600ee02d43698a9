package io.fulmar.store.lake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Unpacks LZ4 frames, also those whose blocks refer to the blocks before them, as Arrow's C++ library writes them and Java's libraries
 * refuse them. Damage is an {@link IllegalArgumentException} or an {@link IndexOutOfBoundsException}; checksums inside the frame are
 * passed over, since the length that must come out is known. See github.com/lz4/lz4/tree/dev/doc.
 */
final class Lz4 {
    private static final int MAGIC = 0x184D2204;
    private static final int BLOCK_SUMS = 1 << 4;
    private static final int CONTENT_SIZE = 1 << 3;
    private static final int DICTIONARY = 1;
    private static final int VERSION = 1;
    private static final int LITERAL_BLOCK = 1 << 31;
    private static final int LENGTH_GOES_ON = 15;
    private static final int MATCH_LEAST = 4;

    private final ByteBuffer in;
    private final byte[] out;
    private int at;

    private Lz4(ByteBuffer in, int length) {
        this.in = in.order(ByteOrder.LITTLE_ENDIAN);
        this.out = new byte[length];
    }

    /** What the frames in these bytes hold: exactly so many bytes. */
    static byte[] unpacked(ByteBuffer frames, int length) {
        Lz4 lz4 = new Lz4(frames, length);
        while (lz4.in.hasRemaining()) {
            lz4.frame();
        }
        if (lz4.at != length) {
            throw new IllegalArgumentException("an LZ4 frame of " + lz4.at + " bytes, not " + length);
        }
        return lz4.out;
    }

    private void frame() {
        require(in.remaining() > 7 && in.getInt() == MAGIC, "no LZ4 frame");
        int flags = in.get();
        require((flags >> 6 & 3) == VERSION && (flags & DICTIONARY) == 0, "an LZ4 frame of another version");
        in.get(); // how large blocks may be: their own lengths say it too
        if ((flags & CONTENT_SIZE) != 0) {
            in.getLong();
        }
        in.get();
        int start = at;
        while (true) {
            require(in.remaining() >= Integer.BYTES, "an LZ4 frame without its end");
            int size = in.getInt();
            if (size == 0) {
                break;
            }
            block(size & ~LITERAL_BLOCK, (size & LITERAL_BLOCK) != 0, start);
            in.position(in.position() + ((flags & BLOCK_SUMS) == 0 ? 0 : Integer.BYTES));
        }
        in.position(Math.min(in.limit(), in.position() + ((flags & 4) == 0 ? 0 : Integer.BYTES)));
    }

    private void block(int size, boolean literal, int start) {
        require(size >= 0 && size <= in.remaining(), "an LZ4 block that is cut off");
        if (literal) {
            copyLiterals(size);
            return;
        }
        int end = in.position() + size;
        while (in.position() < end) {
            int token = in.get() & 0xff;
            copyLiterals(length(token >> 4));
            if (in.position() >= end) {
                break; // the last sequence has no match
            }
            int distance = in.getShort() & 0xffff;
            int count = length(token & LENGTH_GOES_ON) + MATCH_LEAST;
            require(distance > 0 && distance <= at - start && count <= out.length - at, "an LZ4 block that is damaged");
            copyMatch(distance, count);
        }
        require(in.position() == end, "an LZ4 block that is damaged");
    }

    private int length(int first) {
        int length = first;
        int more = first == LENGTH_GOES_ON ? 255 : 0;
        while (more == 255) {
            more = in.get() & 0xff;
            length += more;
            require(length <= out.length, "an LZ4 block that is damaged");
        }
        return length;
    }

    private void copyLiterals(int count) {
        require(count <= out.length - at && count <= in.remaining(), "an LZ4 block that is damaged");
        in.get(out, at, count);
        at += count;
    }

    /** What is copied may reach into what it makes: byte by byte, unless the two lie apart. */
    private void copyMatch(int distance, int count) {
        if (distance >= count) {
            System.arraycopy(out, at - distance, out, at, count);
            at += count;
        } else {
            for (int end = at + count; at < end; at++) {
                out[at] = out[at - distance];
            }
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
