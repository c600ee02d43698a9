package io.fulmar.store.lake;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes batches of rows as an Arrow IPC file, or as a stream, which can grow and be read while it does. Memory is one batch. */
final class BatchWriter implements AutoCloseable {
    private static final int ALIGNMENT = 64;
    private static final int ZSTD_LEVEL = 1;
    private static final int SUM_BYTES = 4;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Disk.Growing out;
    private final List<ArrowField> fields;
    private final Map<String, String> words;
    private final Compression compression;
    private final Arena arena = Arena.ofConfined();
    private MemorySegment body = MemorySegment.NULL;
    private MemorySegment column = MemorySegment.NULL;
    private final List<long[]> blocks = new ArrayList<>();
    private final List<Integer> sums = new ArrayList<>();
    private final List<Part.Stretch> stretches = new ArrayList<>();
    private final long[] buffers;
    private final long[] nodes;
    private long written;
    private long at;

    BatchWriter(Disk.Growing out, Kind kind, Map<String, String> words, Compression compression) {
        this.out = out;
        this.fields = kind.fields();
        this.words = words;
        this.compression = compression;
        this.buffers = new long[4 * fields.size()];
        this.nodes = new long[2 * fields.size()];
    }

    void beginFile() throws IOException {
        byte[] magic = new byte[Long.BYTES];
        System.arraycopy(Ipc.MAGIC, 0, magic, 0, Ipc.MAGIC.length);
        write(ByteBuffer.wrap(magic));
        beginStream();
    }

    void beginStream() throws IOException {
        message(ArrowMetadata.schemaMessage(fields, words), MemorySegment.NULL);
    }

    /** Goes on with a stream of so many bytes. */
    void resumeStream(long size) {
        written = size;
    }

    /** Writes rows as one batch. */
    void write(Rows rows, int from, int count) throws IOException {
        at = 0;
        room(rows.columns(), count);
        for (int i = 0; i < fields.size(); i++) {
            nodes[2 * i] = count;
            nodes[2 * i + 1] = validity(rows, i, from, count);
            values(rows, i, from, count);
        }
        MemorySegment whole = body.asSlice(0, at);
        int sum = Checksums.of(whole.asByteBuffer());
        batch(whole, sum);
        stretches.add(Stretches.of(rows, from, count, sum));
    }

    /** Whether a batch of another file can be written as it lies there, without a look at its values. */
    boolean takes(LyingBatch batch) {
        return compression == Compression.NONE && batch.body().byteSize() % ALIGNMENT == 0;
    }

    /** Writes a batch as it lies in another file; the catalogue is told nothing of it. */
    void write(LyingBatch batch) throws IOException {
        int sum = batch.sum();
        for (int i = 0; i < fields.size(); i++) {
            nodes[2 * i] = batch.rows();
            nodes[2 * i + 1] = batch.nulls(i);
        }
        System.arraycopy(batch.buffers(), 0, buffers, 0, buffers.length);
        batch(batch.body(), sum);
    }

    private void batch(MemorySegment whole, int sum) throws IOException {
        long start = written;
        long size = whole.byteSize();
        Map<String, String> told = Map.of(Checksums.WORD, Checksums.text(sum));
        int description = message(ArrowMetadata.batchMessage(nodes, buffers, size, compression, told), whole);
        blocks.add(new long[] {start, description, size});
        sums.add(sum);
    }

    private void room(int columns, int count) {
        long bytes = (long) count * Long.BYTES;
        long packed = compression == Compression.ZSTD ? Zstd.compressBound(bytes) + Long.BYTES : bytes;
        long each = aligned(packed) + aligned(count / Byte.SIZE + 1L);
        if (body.byteSize() < columns * each) {
            body = arena.allocate(columns * each, ALIGNMENT);
            column = arena.allocate(aligned(bytes), ALIGNMENT);
        }
    }

    /** Where values go: at once to their place, or first to where they are packed from. */
    private MemorySegment target() {
        return compression == Compression.NONE ? body.asSlice(at) : column;
    }

    /** A bit a row where one at least is null, else nothing; returns how many are. */
    private int validity(Rows rows, int column, int from, int count) {
        int nulls = 0;
        if (fields.get(column).nullable()) {
            double[] numbers = rows.numbers(column);
            long[] wholes = rows.wholes(column);
            boolean isNumber = numbers.length > 0;
            for (int i = from; i < from + count; i++) {
                nulls += (isNumber ? Double.isNaN(numbers[i]) : wholes[i] < 0) ? 1 : 0;
            }
            if (nulls > 0) {
                byte[] bits = new byte[(count + 7) / 8];
                for (int i = 0; i < count && nulls < count; i++) {
                    boolean isNull = isNumber ? Double.isNaN(numbers[from + i]) : wholes[from + i] < 0;
                    bits[i >> 3] |= (byte) (isNull ? 0 : 1 << (i & 7));
                }
                MemorySegment.copy(bits, 0, target(), ValueLayout.JAVA_BYTE, 0, bits.length);
                put(2 * column, bits.length);
                return nulls;
            }
        }
        put(2 * column, 0);
        return nulls;
    }

    private void values(Rows rows, int number, int from, int count) {
        ArrowField.Type type = fields.get(number).type();
        long[] wholes = rows.wholes(number);
        MemorySegment target = target();
        switch (type) {
            case FLOAT64 -> MemorySegment.copy(rows.numbers(number), from, target, DOUBLE, 0, count);
            case INT64, TIMESTAMP -> MemorySegment.copy(wholes, from, target, LONG, 0, count);
            case INT32 -> {
                for (int i = 0; i < count; i++) {
                    target.setAtIndex(INT, i, Math.toIntExact(wholes[from + i]));
                }
            }
            case INT8 -> {
                for (int i = 0; i < count; i++) {
                    target.set(ValueLayout.JAVA_BYTE, i, (byte) wholes[from + i]);
                }
            }
            case INT16, FLOAT32, BOOL, UTF8, LARGE_UTF8, NULL ->
                throw new IllegalArgumentException("no kind has a column of " + type);
            case TIMESTAMP_SECONDS, TIMESTAMP_MILLIS, TIMESTAMP_MICROS ->
                throw new IllegalArgumentException("times are written in nanoseconds");
        }
        put(2 * number + 1, (long) count * type.bytes);
    }

    /** A stream has no footer that tells of its batches, and it may have many. */
    void forgetBlocks() {
        blocks.clear();
        sums.clear();
        stretches.clear();
    }

    /** What stands in the {@link #target} becomes the next buffer of the body, packed if this file is. */
    private void put(int buffer, long length) {
        long size = length;
        if (compression == Compression.ZSTD && length > 0) {
            size = Long.BYTES + zstd(length);
        }
        buffers[2 * buffer] = at;
        buffers[2 * buffer + 1] = size;
        body.asSlice(at + size, aligned(at + size) - at - size).fill((byte) 0);
        at = aligned(at + size);
    }

    private long zstd(long length) {
        MemorySegment room = body.asSlice(at + Long.BYTES, Zstd.compressBound(length));
        long size = Zstd.compressDirectByteBuffer(
                room.asByteBuffer(), 0, (int) room.byteSize(), column.asByteBuffer(), 0, (int) length, ZSTD_LEVEL);
        if (Zstd.isError(size)) {
            throw new IllegalStateException("ZSTD refuses to pack: " + Zstd.getErrorName(size));
        }
        body.set(LONG, at, length);
        return size;
    }

    /** Writes the footer, without which no reader takes a file for whole. */
    void finish() throws IOException {
        ByteBuffer all = ByteBuffer.allocate(SUM_BYTES * sums.size());
        sums.forEach(all::putInt);
        String sum = Checksums.text(Checksums.of(all.flip()));
        long[] places = blocks.stream().flatMapToLong(java.util.Arrays::stream).toArray();
        byte[] footer = ArrowMetadata.footer(fields, words, places, Map.of(Checksums.WORD, sum));
        ByteBuffer end = ByteBuffer.allocate(Ipc.PREFIX + footer.length + Integer.BYTES + Ipc.MAGIC.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(Ipc.CONTINUATION).putInt(0).put(footer).putInt(footer.length).put(Ipc.MAGIC);
        write(end.flip());
    }

    /** Writes a description, padded so that the body behind it lies aligned, and the body; returns the description's length. */
    private int message(byte[] description, MemorySegment content) throws IOException {
        int whole = Math.toIntExact(aligned(written + Ipc.PREFIX + description.length) - written);
        ByteBuffer head = ByteBuffer.allocate(whole).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(Ipc.CONTINUATION).putInt(whole - Ipc.PREFIX).put(description);
        write(head.clear());
        if (content.byteSize() > 0) {
            write(content.asByteBuffer());
        }
        return whole;
    }

    private void write(ByteBuffer bytes) throws IOException {
        written += bytes.remaining();
        out.append(bytes);
    }

    /** Where the next buffer begins behind one that ends there. */
    static long aligned(long length) {
        return -Math.floorDiv(-length, (long) ALIGNMENT) * ALIGNMENT;
    }

    long written() {
        return written;
    }

    List<Part.Stretch> stretches() {
        return stretches;
    }

    @Override
    public void close() {
        arena.close();
    }
}
