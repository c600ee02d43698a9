package io.fulmar.store.lake;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An Arrow IPC file without dictionaries, ours or another program's, mapped into memory and read where it lies. Batches that are packed,
 * by ZSTD or LZ4, are unpacked one at a time as rows of them are asked for: read those row after row, not at random.
 */
public final class ArrowReader implements AutoCloseable {
    private record Buffers(MemorySegment valid, MemorySegment values, MemorySegment letters) {}

    private record Batch(long first, long rows, List<Buffers> columns) {}

    private final Arena arena = Arena.ofShared();
    private final MemorySegment file;
    private final Ipc ipc;
    private final long[] firsts;
    private Batch current = new Batch(0, 0, List.of());
    private Arena unpacked = Arena.ofShared();

    private ArrowReader(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            ipc = Ipc.file(file);
            firsts = new long[ipc.batches().size() + 1];
            for (int i = 1; i < firsts.length; i++) {
                firsts[i] =
                        Math.addExact(firsts[i - 1], ipc.batches().get(i - 1).rows());
                columns(i - 1, arena, false);
            }
        } catch (IOException e) {
            close();
            throw e;
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
            close();
            throw new IOException(path + " is no Arrow file, or not whole: " + e.getMessage(), e);
        }
    }

    /** Opens the file, or says what is wrong with it. */
    public static ArrowReader open(Path file) throws IOException {
        return new ArrowReader(file);
    }

    /** The buffers of a batch, all within the file; {@code unpack} or the place of them only. */
    private List<Buffers> columns(int number, SegmentAllocator into, boolean unpack) {
        Ipc.Batch batch = ipc.batches().get(number);
        MemorySegment body = file.asSlice(batch.body(), batch.bodyLength());
        int next = 0;
        List<Buffers> columns = new ArrayList<>();
        for (ArrowField field : ipc.fields()) {
            MemorySegment[] parts = {MemorySegment.NULL, MemorySegment.NULL, MemorySegment.NULL};
            for (int i = 0; i < field.type().buffers(); i++, next += 2) {
                MemorySegment part = body.asSlice(batch.buffers()[next], batch.buffers()[next + 1]);
                parts[i] = unpack ? Codecs.unpacked(part, batch.codec(), into) : part;
            }
            long least = field.type().bytes * batch.rows();
            if ((unpack || batch.codec() == ArrowMetadata.NOT_COMPRESSED) && parts[1].byteSize() < least) {
                throw new IllegalArgumentException("column " + field.name() + " is shorter than its batch");
            }
            columns.add(new Buffers(parts[0], parts[1], parts[2]));
        }
        return columns;
    }

    public long rows() {
        return firsts[firsts.length - 1];
    }

    public List<ArrowField> fields() {
        return List.copyOf(ipc.fields());
    }

    /** What the writer kept in the schema. */
    public Map<String, String> words() {
        return Map.copyOf(ipc.words());
    }

    /** The place of a column. */
    public int column(String name) {
        for (int i = 0; i < ipc.fields().size(); i++) {
            if (ipc.fields().get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + name);
    }

    private Batch batchOf(long row) {
        if (row >= current.first && row - current.first < current.rows) {
            return current;
        }
        int found = java.util.Arrays.binarySearch(firsts, row);
        int number = found < 0 ? -found - 2 : found;
        while (number >= 0 && number < firsts.length - 1 && firsts[number + 1] <= row) {
            number++;
        }
        if (row < 0 || number < 0 || number >= firsts.length - 1) {
            throw new IndexOutOfBoundsException("row " + row + " of " + rows());
        }
        if (ipc.batches().get(number).codec() != ArrowMetadata.NOT_COMPRESSED) {
            unpacked.close();
            unpacked = Arena.ofShared();
        }
        current = new Batch(firsts[number], ipc.batches().get(number).rows(), columns(number, unpacked, true));
        return current;
    }

    /** A value of a column of whole numbers or times; times are nanoseconds, a null is 0. */
    public long longAt(int column, long row) {
        Batch batch = batchOf(row);
        Buffers buffers = batch.columns.get(column);
        long at = row - batch.first;
        ArrowField.Type type = ipc.fields().get(column).type();
        if (!isThere(buffers, at)) {
            return 0;
        }
        return switch (type) {
            case INT8 -> buffers.values.get(ValueLayout.JAVA_BYTE, at);
            case INT16 -> buffers.values.get(Ipc.SHORT, at * Short.BYTES);
            case INT32 -> buffers.values.get(Ipc.INT, at * Integer.BYTES);
            case INT64, TIMESTAMP -> buffers.values.get(Ipc.LONG, at * Long.BYTES);
            case TIMESTAMP_SECONDS, TIMESTAMP_MILLIS, TIMESTAMP_MICROS ->
                Math.multiplyExact(buffers.values.get(Ipc.LONG, at * Long.BYTES), type.nanos());
            case FLOAT32, FLOAT64, BOOL, UTF8, LARGE_UTF8, NULL ->
                throw new IllegalArgumentException("a column of " + type + " holds no whole numbers");
        };
    }

    /** NaN where it is null. */
    public double doubleAt(int column, long row) {
        Batch batch = batchOf(row);
        Buffers buffers = batch.columns.get(column);
        long at = row - batch.first;
        if (!isThere(buffers, at)) {
            return Double.NaN;
        }
        return ipc.fields().get(column).type() == ArrowField.Type.FLOAT32
                ? Float.intBitsToFloat(buffers.values.get(Ipc.INT, at * Float.BYTES))
                : buffers.values.get(Ipc.DOUBLE, at * Double.BYTES);
    }

    /** Whether the value is no null. */
    public boolean isThere(int column, long row) {
        if (ipc.fields().get(column).type() == ArrowField.Type.NULL) {
            return false;
        }
        Batch batch = batchOf(row);
        return isThere(batch.columns.get(column), row - batch.first);
    }

    private static boolean isThere(Buffers buffers, long at) {
        return buffers.valid.byteSize() == 0 || bit(buffers.valid, at);
    }

    public boolean booleanAt(int column, long row) {
        Batch batch = batchOf(row);
        return bit(batch.columns.get(column).values, row - batch.first);
    }

    /** Empty where it is null. */
    public String textAt(int column, long row) {
        Batch batch = batchOf(row);
        Buffers buffers = batch.columns.get(column);
        long at = row - batch.first;
        boolean large = ipc.fields().get(column).type() == ArrowField.Type.LARGE_UTF8;
        long from = large ? buffers.values.get(Ipc.LONG, at * Long.BYTES) : buffers.values.get(Ipc.INT, at * 4);
        long to = large ? buffers.values.get(Ipc.LONG, at * Long.BYTES + 8) : buffers.values.get(Ipc.INT, at * 4 + 4);
        byte[] utf8 = buffers.letters.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static boolean bit(MemorySegment bits, long at) {
        return (bits.get(ValueLayout.JAVA_BYTE, at >> 3) >> (at & 7) & 1) != 0;
    }

    @Override
    public void close() {
        arena.close();
        unpacked.close();
    }
}
