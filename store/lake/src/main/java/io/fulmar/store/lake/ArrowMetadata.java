package io.fulmar.store.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The descriptions inside an Arrow file. Numbers of slots and codes are those of Arrow's Schema.fbs, Message.fbs and File.fbs. */
final class ArrowMetadata {
    static final int SCHEMA = 1;
    static final int BATCH = 3;

    static final int TYPE_INT = 2;
    static final int TYPE_FLOAT = 3;
    static final int TYPE_UTF8 = 5;
    static final int TYPE_BOOL = 6;
    static final int TYPE_TIMESTAMP = 10;

    private static final int VERSION_5 = 4;
    private static final int DOUBLE_PRECISION = 2;
    private static final int NANOSECOND = 3;

    /** Longs of a block in the footer: offset, length of the description, length of the body. */
    static final int BLOCK = 3;

    private ArrowMetadata() {}

    static byte[] schemaMessage(List<ArrowField> fields, Map<String, String> words) {
        FlatBuffer buffer = new FlatBuffer();
        int schema = schema(buffer, fields, words);
        return message(buffer, SCHEMA, schema, 0);
    }

    /** A batch of rows. {@code nodes}: rows and nulls of each column; {@code buffers}: offset and length of each buffer. */
    static byte[] batchMessage(long rows, long[] nodes, long[] buffers, long bodyLength) {
        FlatBuffer buffer = new FlatBuffer();
        int bufferVector = buffer.structs(buffers, 2);
        int nodeVector = buffer.structs(nodes, 2);
        buffer.table(3);
        buffer.slotLong(0, rows).slotOffset(1, nodeVector).slotOffset(2, bufferVector);
        return message(buffer, BATCH, buffer.end(), bodyLength);
    }

    static byte[] footer(List<ArrowField> fields, Map<String, String> words, long[] blocks) {
        FlatBuffer buffer = new FlatBuffer();
        int batches = buffer.structs(blocks, BLOCK);
        int dictionaries = buffer.structs(new long[0], BLOCK);
        int schema = schema(buffer, fields, words);
        buffer.table(4);
        buffer.slotOffset(1, schema)
                .slotOffset(2, dictionaries)
                .slotOffset(3, batches)
                .slotShort(0, VERSION_5);
        return buffer.finish(buffer.end());
    }

    private static byte[] message(FlatBuffer buffer, int kind, int header, long bodyLength) {
        buffer.table(4);
        buffer.slotLong(3, bodyLength)
                .slotOffset(2, header)
                .slotShort(0, VERSION_5)
                .slotByte(1, kind);
        return buffer.finish(buffer.end());
    }

    private static int schema(FlatBuffer buffer, List<ArrowField> fields, Map<String, String> words) {
        List<Integer> pairs = new ArrayList<>();
        words.forEach((key, value) -> {
            int text = buffer.text(value);
            int name = buffer.text(key);
            buffer.table(2);
            pairs.add(buffer.slotOffset(0, name).slotOffset(1, text).end());
        });
        int pairVector = buffer.vector(pairs);
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
        buffer.slotByte(1, field.type() == ArrowField.Type.FLOAT64 ? 1 : 0).slotByte(2, code(field.type()));
        return buffer.end();
    }

    private static int code(ArrowField.Type type) {
        return switch (type) {
            case INT32, INT64 -> TYPE_INT;
            case FLOAT64 -> TYPE_FLOAT;
            case BOOL -> TYPE_BOOL;
            case UTF8 -> TYPE_UTF8;
            case TIMESTAMP -> TYPE_TIMESTAMP;
        };
    }

    private static int type(FlatBuffer buffer, ArrowField.Type type) {
        switch (type) {
            case INT32, INT64 -> {
                buffer.table(2);
                buffer.slotInt(0, type.bytes * Byte.SIZE).slotByte(1, 1);
            }
            case FLOAT64 -> {
                buffer.table(1);
                buffer.slotShort(0, DOUBLE_PRECISION);
            }
            case TIMESTAMP -> {
                int zone = buffer.text("UTC");
                buffer.table(2);
                buffer.slotOffset(1, zone).slotShort(0, NANOSECOND);
            }
            case BOOL, UTF8 -> buffer.table(0);
        }
        return buffer.end();
    }
}
