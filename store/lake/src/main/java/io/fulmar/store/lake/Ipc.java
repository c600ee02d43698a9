package io.fulmar.store.lake;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What stands in an Arrow IPC file or stream besides values: columns, words, and where each batch lies. A damaged one is an {@link
 * IllegalArgumentException} or an {@link IndexOutOfBoundsException}.
 *
 * @param end where the last whole message of a stream ends; more may follow there
 */
record Ipc(List<ArrowField> fields, Map<String, String> words, List<Batch> batches, long end) {
    static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);
    static final int CONTINUATION = -1;
    static final int PREFIX = 2 * Integer.BYTES;
    static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final int TAIL = MAGIC.length + Integer.BYTES;
    private static final int FEATHER_1 = 'F' << 24 | 'E' << 16 | 'A' << 8 | '1';

    /**
     * One batch.
     *
     * @param body where its buffers begin
     * @param buffers offset within the body and length of each
     * @param codec how the buffers are compressed
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares batches
    record Batch(long rows, long body, long bodyLength, long[] buffers, int codec, Map<String, String> words) {
        /**
         * Whether buffers follow each other as our writer lays them, up to the end of the body. Checksums are of the body alone: where the
         * description is damaged, a column would hold another's values, all of them whole.
         */
        boolean isLaidByUs(List<ArrowField> fields) {
            long at = 0;
            for (int i = 0; i < buffers.length; i += 2) {
                if (buffers[i] != at || buffers[i + 1] < 0) {
                    return false;
                }
                at = BatchWriter.aligned(at + buffers[i + 1]);
            }
            boolean fits = at == bodyLength && buffers.length == 4 * fields.size();
            for (int i = 0; i < fields.size() && fits && codec == ArrowMetadata.NOT_COMPRESSED; i++) {
                fits = buffers[4 * i + 3] == rows * fields.get(i).type().bytes;
            }
            return fits;
        }
    }

    static Ipc file(MemorySegment file) {
        long size = file.byteSize();
        if (size >= Integer.BYTES && Integer.reverseBytes(file.get(INT, 0)) == FEATHER_1) {
            throw new IllegalArgumentException("it is Feather of the first version: write it anew as version 2");
        }
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
        List<ArrowField> fields = fields(schema);
        SequencedMap<String, String> words = words(schema, 2);
        words.putAll(words(footer, 4));
        List<Batch> batches = new ArrayList<>();
        int blocks = footer.elements(3);
        for (int i = 0; i < footer.lengthAt(3); i++) {
            int at = blocks + i * ArrowMetadata.BLOCK * Long.BYTES;
            long offset = footer.bytes().getLong(at);
            int description = footer.bytes().getInt(at + Long.BYTES);
            FlatTable message = FlatTable.root(bytes(file, offset + PREFIX, description - PREFIX));
            batches.add(batch(file, message, offset + description));
        }
        return new Ipc(fields, words, batches, size);
    }

    /** As much of a stream as is whole. */
    static Ipc stream(MemorySegment file) {
        List<ArrowField> fields = List.of();
        SequencedMap<String, String> words = new LinkedHashMap<>();
        List<Batch> batches = new ArrayList<>();
        long at = 0;
        while (file.byteSize() - at >= PREFIX && file.get(INT, at) == CONTINUATION) {
            long length = file.get(INT, at + Integer.BYTES);
            long body = at + PREFIX + length;
            if (length <= 0 || body > file.byteSize()) {
                break; // the end of the stream, or it is being written
            }
            FlatTable message = FlatTable.root(bytes(file, at + PREFIX, length));
            long end = body + message.longAt(3);
            if (end < body || end > file.byteSize()) {
                break;
            }
            if (message.byteAt(1) == ArrowMetadata.SCHEMA) {
                fields = fields(message.tableAt(2));
                words.putAll(words(message.tableAt(2), 2));
            } else {
                Batch batch = batch(file, message, body);
                if (!Checksums.holds(file, batch)) {
                    break; // its place was taken on the disk and never filled
                }
                batches.add(batch);
            }
            at = end;
        }
        return new Ipc(fields, words, batches, at);
    }

    private static ByteBuffer bytes(MemorySegment file, long from, long length) {
        return file.asSlice(from, length).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static List<ArrowField> fields(FlatTable schema) {
        List<ArrowField> fields = new ArrayList<>();
        for (int i = 0; i < schema.lengthAt(1); i++) {
            FlatTable field = schema.element(1, i);
            fields.add(new ArrowField(field.textAt(0), FieldTypes.of(field), field.byteAt(1) != 0));
        }
        return fields;
    }

    private static SequencedMap<String, String> words(FlatTable table, int slot) {
        SequencedMap<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < table.lengthAt(slot); i++) {
            FlatTable pair = table.element(slot, i);
            words.put(pair.textAt(0), pair.textAt(1));
        }
        return words;
    }

    private static Batch batch(MemorySegment file, FlatTable message, long body) {
        if (message.byteAt(1) != ArrowMetadata.BATCH) {
            throw new IllegalArgumentException("a message that is no batch of rows");
        }
        FlatTable batch = message.tableAt(2);
        long bodyLength = message.longAt(3);
        if (bodyLength < 0 || body + bodyLength > file.byteSize() || batch.longAt(0) < 0) {
            throw new IllegalArgumentException("a batch that goes beyond the file");
        }
        int count = batch.lengthAt(2);
        if (count < 0 || count > batch.bytes().limit() / (2 * Long.BYTES)) {
            throw new IllegalArgumentException("a batch of " + count + " buffers");
        }
        int first = count == 0 ? 0 : batch.elements(2);
        long[] buffers = new long[2 * count];
        for (int i = 0; i < buffers.length; i++) {
            buffers[i] = batch.bytes().getLong(first + i * Long.BYTES);
        }
        int codec = batch.holds(3) ? batch.tableAt(3).byteAt(0) : ArrowMetadata.NOT_COMPRESSED;
        return new Batch(batch.longAt(0), body, bodyLength, buffers, codec, words(message, 4));
    }
}
