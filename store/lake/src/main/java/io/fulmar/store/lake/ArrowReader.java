package io.fulmar.store.lake;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** An Arrow IPC file, uncompressed and without dictionaries, mapped into memory and read where it lies. */
public final class ArrowReader implements AutoCloseable {
    private static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL = MAGIC.length + Integer.BYTES;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private record Buffers(MemorySegment valid, MemorySegment values, MemorySegment letters) {}

    private record Batch(long first, long rows, List<Buffers> columns) {}

    private final Arena arena = Arena.ofShared();
    private final List<ArrowField> fields = new ArrayList<>();
    private final SequencedMap<String, String> words = new LinkedHashMap<>();
    private final List<Batch> batches = new ArrayList<>();
    private long rows;

    private ArrowReader() {}

    /** Opens the file, or says what is wrong with it. */
    public static ArrowReader open(Path file) throws IOException {
        ArrowReader reader = new ArrowReader();
        try (FileChannel channel = FileChannel.open(file)) {
            reader.read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), reader.arena));
            return reader;
        } catch (IOException e) {
            reader.close();
            throw e;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            reader.close();
            throw new IOException(file + " is no Arrow file of ours, or not whole", e);
        }
    }

    private void read(MemorySegment file) {
        long size = file.byteSize();
        for (int i = 0; i < MAGIC.length; i++) {
            byte expected = MAGIC[i];
            if (file.get(ValueLayout.JAVA_BYTE, i) != expected
                    || file.get(ValueLayout.JAVA_BYTE, size - MAGIC.length + i) != expected) {
                throw new IllegalArgumentException("no " + new String(MAGIC, StandardCharsets.US_ASCII));
            }
        }
        int length = file.get(INT, size - TAIL);
        FlatTable footer = FlatTable.root(bytes(file, size - TAIL - length, length));
        FlatTable schema = footer.tableAt(1);
        for (int i = 0; i < schema.lengthAt(1); i++) {
            FlatTable field = schema.element(1, i);
            fields.add(new ArrowField(field.textAt(0), type(field)));
        }
        for (int i = 0; i < schema.lengthAt(2); i++) {
            words.put(schema.element(2, i).textAt(0), schema.element(2, i).textAt(1));
        }
        int blocks = footer.elements(3);
        for (int i = 0; i < footer.lengthAt(3); i++) {
            int at = blocks + i * ArrowMetadata.BLOCK * Long.BYTES;
            batch(file, footer.bytes().getLong(at), footer.bytes().getInt(at + Long.BYTES));
        }
    }

    private static ByteBuffer bytes(MemorySegment file, long from, long length) {
        return file.asSlice(from, length).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ArrowField.Type type(FlatTable field) {
        return switch (field.byteAt(2)) {
            case ArrowMetadata.TYPE_INT ->
                field.tableAt(3).intAt(0) == Long.SIZE ? ArrowField.Type.INT64 : ArrowField.Type.INT32;
            case ArrowMetadata.TYPE_FLOAT -> ArrowField.Type.FLOAT64;
            case ArrowMetadata.TYPE_BOOL -> ArrowField.Type.BOOL;
            case ArrowMetadata.TYPE_UTF8 -> ArrowField.Type.UTF8;
            case ArrowMetadata.TYPE_TIMESTAMP -> ArrowField.Type.TIMESTAMP;
            default -> throw new IllegalArgumentException("a column of a type we do not write: " + field.textAt(0));
        };
    }

    private void batch(MemorySegment file, long offset, int description) {
        int prefix = 2 * Integer.BYTES;
        FlatTable message = FlatTable.root(bytes(file, offset + prefix, description - prefix));
        FlatTable batch = message.tableAt(2);
        long body = offset + description;
        ByteBuffer bytes = batch.bytes();
        int next = batch.elements(2);
        List<Buffers> columns = new ArrayList<>();
        for (ArrowField field : fields) {
            int count = field.type() == ArrowField.Type.UTF8 ? 3 : 2;
            MemorySegment[] parts = new MemorySegment[3];
            java.util.Arrays.fill(parts, MemorySegment.NULL);
            for (int i = 0; i < count; i++, next += 2 * Long.BYTES) {
                parts[i] = file.asSlice(body + bytes.getLong(next), bytes.getLong(next + Long.BYTES));
            }
            columns.add(new Buffers(parts[0], parts[1], parts[2]));
        }
        long length = batch.longAt(0);
        batches.add(new Batch(rows, length, columns));
        rows += length;
    }

    public long rows() {
        return rows;
    }

    public List<ArrowField> fields() {
        return List.copyOf(fields);
    }

    /** What the writer kept in the schema. */
    public Map<String, String> words() {
        return Map.copyOf(words);
    }

    /** The place of a column. */
    public int column(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + name);
    }

    private Batch batchOf(long row) {
        int guess = (int) Math.min(batches.size() - 1L, row / ArrowWriter.BATCH);
        Batch batch = batches.get(guess);
        return row >= batch.first && row - batch.first < batch.rows ? batch : searched(row);
    }

    /** Files of other writers have batches of other lengths. */
    private Batch searched(long row) {
        for (Batch batch : batches) {
            if (row >= batch.first && row - batch.first < batch.rows) {
                return batch;
            }
        }
        throw new IndexOutOfBoundsException("row " + row + " of " + rows);
    }

    /** A value of an INT32, INT64 or TIMESTAMP column. */
    public long longAt(int column, long row) {
        Batch batch = batchOf(row);
        MemorySegment values = batch.columns.get(column).values;
        long at = row - batch.first;
        return fields.get(column).type() == ArrowField.Type.INT32
                ? values.get(INT, at * Integer.BYTES)
                : values.get(LONG, at * Long.BYTES);
    }

    /** NaN where it is null. */
    public double doubleAt(int column, long row) {
        Batch batch = batchOf(row);
        Buffers buffers = batch.columns.get(column);
        long at = row - batch.first;
        boolean there = buffers.valid.byteSize() == 0 || bit(buffers.valid, at);
        return there ? buffers.values.get(DOUBLE, at * Double.BYTES) : Double.NaN;
    }

    public boolean booleanAt(int column, long row) {
        Batch batch = batchOf(row);
        return bit(batch.columns.get(column).values, row - batch.first);
    }

    public String textAt(int column, long row) {
        Batch batch = batchOf(row);
        Buffers buffers = batch.columns.get(column);
        long at = (row - batch.first) * Integer.BYTES;
        int from = buffers.values.get(INT, at);
        int to = buffers.values.get(INT, at + Integer.BYTES);
        byte[] utf8 = buffers.letters.asSlice(from, (long) to - from).toArray(ValueLayout.JAVA_BYTE);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static boolean bit(MemorySegment bits, long at) {
        return (bits.get(ValueLayout.JAVA_BYTE, at >> 3) >> (at & 7) & 1) != 0;
    }

    @Override
    public void close() {
        arena.close();
    }
}
