package io.fulmar.bus;

import io.fulmar.bus.BusException.Fault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** A log that lives as long as its process: for backtests, where the inputs can be read again. Every record is at once committed. */
public final class MemoryLog implements Log {
    /** Enough for some ten million events. */
    public static final long BYTES_MAX_DEFAULT = 2L << 30;

    private static final int CHUNK_BYTES_FIRST = 1 << 14;
    private static final int CHUNK_BYTES_MAX = 1 << 20;

    private final long bytesMax;
    private final List<Chunk> chunks = new ArrayList<>();
    private Chunk current;
    private long bytesUsed;
    private long last;
    private long epoch;

    public MemoryLog() {
        this(BYTES_MAX_DEFAULT);
    }

    /** A log that refuses to grow above so many bytes. */
    public MemoryLog(long bytesMax) {
        this.bytesMax = bytesMax;
        this.current = new Chunk(1, CHUNK_BYTES_FIRST);
        chunks.add(current);
    }

    @Override
    public void claim(long newEpoch) {
        if (newEpoch <= epoch) {
            throw new BusException(Fault.FENCED, "epoch " + newEpoch + " claims a log that epoch " + epoch + " holds");
        }
        epoch = newEpoch;
    }

    @Override
    public long append(long writer, byte[] bytes, int offset, int length) {
        if (writer != epoch) {
            throw new BusException(
                    Fault.FENCED, "epoch " + writer + " appends to a log that epoch " + epoch + " holds");
        }
        long used = bytesUsed + Integer.BYTES + length;
        if (used > bytesMax) {
            throw new BusException(
                    Fault.FULL, "the log may hold " + bytesMax + " bytes and is full after " + last + " records");
        }
        if (!current.fits(length)) {
            int doubled = Math.min(CHUNK_BYTES_MAX, 2 * current.bytes.length);
            current = new Chunk(last + 1, Math.max(doubled, Math.addExact(Integer.BYTES, length)));
            chunks.add(current);
        }
        current.add(bytes, offset, length);
        bytesUsed = used;
        return ++last;
    }

    @Override
    public long last() {
        return last;
    }

    @Override
    public long committed() {
        return last;
    }

    @Override
    public void read(long from, Reader reader) {
        if (from < 1) {
            throw new IllegalArgumentException("reading from sequence " + from + ": the first is 1");
        }
        long until = last;
        for (int i = chunkOf(from); i < chunks.size(); i++) {
            if (!chunks.get(i).read(from, until, reader)) {
                return;
            }
        }
    }

    private int chunkOf(long sequence) {
        int low = 0;
        int high = chunks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (chunks.get(middle).first <= sequence) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Records one behind the other, each after its length. */
    private static final class Chunk {
        private final long first;
        private final byte[] bytes;
        private final ByteBuffer view;
        private int end;

        Chunk(long first, int capacity) {
            this.first = first;
            this.bytes = new byte[capacity];
            this.view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }

        boolean fits(int length) {
            return bytes.length - end - Integer.BYTES >= length;
        }

        void add(byte[] source, int offset, int length) {
            view.putInt(end, length);
            System.arraycopy(source, offset, bytes, end + Integer.BYTES, length);
            end += Integer.BYTES + length;
        }

        boolean read(long from, long until, Reader reader) {
            int at = 0;
            int stop = end;
            for (long sequence = first; at < stop && sequence <= until; sequence++) {
                int length = view.getInt(at);
                if (sequence >= from && !reader.record(sequence, view, at + Integer.BYTES, length)) {
                    return false;
                }
                at += Integer.BYTES + length;
            }
            return true;
        }
    }
}
