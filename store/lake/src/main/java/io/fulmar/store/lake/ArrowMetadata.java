package io.fulmar.store.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The descriptions inside an Arrow file. Numbers of slots and codes are those of Arrow's Schema.fbs, Message.fbs and File.fbs. */
final class ArrowMetadata {
    static final int SCHEMA = 1;
    static final int BATCH = 3;

    static final int TYPE_NULL = 1;
    static final int TYPE_INT = 2;
    static final int TYPE_FLOAT = 3;
    static final int TYPE_UTF8 = 5;
    static final int TYPE_BOOL = 6;
    static final int TYPE_TIMESTAMP = 10;
    static final int TYPE_LARGE_UTF8 = 20;

    static final int NOT_COMPRESSED = -1;
    static final int CODEC_LZ4_FRAME = 0;
    static final int CODEC_ZSTD = 1;

    private static final int VERSION_5 = 4;
    static final int SINGLE_PRECISION = 1;
    static final int DOUBLE_PRECISION = 2;
    static final int NANOSECOND = 3;

    /** Longs of a block in the footer: offset, length of the description, length of the body. */
    static final int BLOCK = 3;

    private ArrowMetadata() {}

    static byte[] schemaMessage(List<ArrowField> fields, Map<String, String> words) {
        FlatBuffer buffer = new FlatBuffer();
        int schema = schema(buffer, fields, words);
        return message(buffer, SCHEMA, schema, 0, Map.of());
    }

    /**
     * A batch of rows. {@code nodes}: rows and nulls of each column; {@code buffers}: offset and length of each buffer; {@code words}
     * about the batch.
     */
    static byte[] batchMessage(
            long[] nodes, long[] buffers, long bodyLength, Compression compression, Map<String, String> words) {
        FlatBuffer buffer = new FlatBuffer();
        int bufferVector = buffer.structs(buffers, 2);
        int nodeVector = buffer.structs(nodes, 2);
        int body = switch (compression) {
            case NONE -> 0;
            case ZSTD -> {
                buffer.table(2);
                yield buffer.slotByte(0, CODEC_ZSTD).end();
            }
        };
        buffer.table(compression == Compression.NONE ? 3 : 4);
        buffer.slotLong(0, nodes[0]).slotOffset(1, nodeVector).slotOffset(2, bufferVector);
        if (compression != Compression.NONE) {
            buffer.slotOffset(3, body);
        }
        return message(buffer, BATCH, buffer.end(), bodyLength, words);
    }

    /** {@code words} are about the file, known only at its end. */
    static byte[] footer(List<ArrowField> fields, Map<String, String> words, long[] blocks, Map<String, String> last) {
        FlatBuffer buffer = new FlatBuffer();
        int batches = buffer.structs(blocks, BLOCK);
        int dictionaries = buffer.structs(new long[0], BLOCK);
        int schema = schema(buffer, fields, words);
        int pairs = last.isEmpty() ? 0 : pairs(buffer, last);
        buffer.table(last.isEmpty() ? 4 : 5);
        buffer.slotOffset(1, schema)
                .slotOffset(2, dictionaries)
                .slotOffset(3, batches)
                .slotShort(0, VERSION_5);
        if (!last.isEmpty()) {
            buffer.slotOffset(4, pairs);
        }
        return buffer.finish(buffer.end());
    }

    private static byte[] message(FlatBuffer buffer, int kind, int header, long bodyLength, Map<String, String> words) {
        int pairs = words.isEmpty() ? 0 : pairs(buffer, words);
        buffer.table(words.isEmpty() ? 4 : 5);
        buffer.slotLong(3, bodyLength);
        if (!words.isEmpty()) {
            buffer.slotOffset(4, pairs);
        }
        buffer.slotOffset(2, header).slotShort(0, VERSION_5).slotByte(1, kind);
        return buffer.finish(buffer.end());
    }

    private static int pairs(FlatBuffer buffer, Map<String, String> words) {
        List<Integer> pairs = new ArrayList<>();
        words.forEach((key, value) -> {
            int text = buffer.text(value);
            int name = buffer.text(key);
            buffer.table(2);
            pairs.add(buffer.slotOffset(0, name).slotOffset(1, text).end());
        });
        return buffer.vector(pairs);
    }

    private static int schema(FlatBuffer buffer, List<ArrowField> fields, Map<String, String> words) {
        int pairVector = pairs(buffer, words);
        List<Integer> columns = new ArrayList<>();
        fields.forEach(field -> columns.add(field(buffer, field)));
        int columnVector = buffer.vector(columns);
        buffer.table(3);
        buffer.slotOffset(1, columnVector).slotOffset(2, pairVector).slotShort(0, 0);
        return buffer.end();
    }

    private static int field(FlatBuffer buffer, ArrowField field) {
        int children = buffer.vector(List.of());
        int name = buffer.text(field.name());
        int type = type(buffer, field.type());
        buffer.table(6);
        buffer.slotOffset(0, name).slotOffset(3, type).slotOffset(5, children);
        buffer.slotByte(1, field.nullable() ? 1 : 0).slotByte(2, code(field.type()));
        return buffer.end();
    }

    private static int code(ArrowField.Type type) {
        return switch (type) {
            case INT8, INT16, INT32, INT64 -> TYPE_INT;
            case FLOAT32, FLOAT64 -> TYPE_FLOAT;
            case UTF8 -> TYPE_UTF8;
            case LARGE_UTF8 -> TYPE_LARGE_UTF8;
            case NULL -> TYPE_NULL;
            case BOOL -> TYPE_BOOL;
            case TIMESTAMP, TIMESTAMP_SECONDS, TIMESTAMP_MILLIS, TIMESTAMP_MICROS -> TYPE_TIMESTAMP;
        };
    }

    private static int type(FlatBuffer buffer, ArrowField.Type type) {
        switch (type) {
            case INT8, INT16, INT32, INT64 -> {
                buffer.table(2);
                buffer.slotInt(0, type.bytes * Byte.SIZE).slotByte(1, 1);
            }
            case FLOAT32, FLOAT64 -> {
                buffer.table(1);
                buffer.slotShort(0, type == ArrowField.Type.FLOAT64 ? DOUBLE_PRECISION : SINGLE_PRECISION);
            }
            case TIMESTAMP -> {
                int zone = buffer.text("UTC");
                buffer.table(2);
                buffer.slotOffset(1, zone).slotShort(0, NANOSECOND);
            }
            case TIMESTAMP_SECONDS, TIMESTAMP_MILLIS, TIMESTAMP_MICROS ->
                throw new IllegalArgumentException("times are written in nanoseconds");
            case BOOL, UTF8, LARGE_UTF8, NULL -> buffer.table(0);
        }
        return buffer.end();
    }
}
