package io.fulmar.store.lake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes an Arrow IPC file row by row, uncompressed, which pandas, polars and DuckDB's clients read as it is. The same rows give the
 * same bytes on every machine: nothing in the file knows a clock or a version. Memory is one batch, whatever the number of rows.
 *
 * <p>Every column must be put once for each row. {@link #finish} ends the file; it does not close the stream.
 */
public final class ArrowWriter {
    /** Rows of a batch. */
    public static final int BATCH = 65_536;

    private static final int CAPACITY = 1_024;
    private static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);
    private static final int ALIGNMENT = 64;
    private static final int CONTINUATION = -1;

    private final OutputStream out;
    private final List<ArrowField> fields;
    private final Map<String, String> words;
    private final List<Column> columns = new ArrayList<>();
    private final List<long[]> blocks = new ArrayList<>();
    private long written;
    private int rows;

    /** Begins the file. {@code words} are kept in the schema for whoever wants to know where the rows come from. */
    public ArrowWriter(OutputStream out, List<ArrowField> fields, Map<String, String> words) throws IOException {
        this.out = out;
        this.fields = List.copyOf(fields);
        this.words = words;
        fields.forEach(field -> columns.add(new Column(field.type())));
        write(MAGIC);
        write(new byte[2]);
        message(ArrowMetadata.schemaMessage(this.fields, words));
    }

    /** A value of an INT32, INT64 or TIMESTAMP column. */
    public void put(int column, long value) {
        columns.get(column).put(rows, value);
    }

    public void put(int column, double value) {
        columns.get(column).put(rows, value);
    }

    public void put(int column, boolean value) {
        columns.get(column).put(rows, value ? 1 : 0);
    }

    public void put(int column, String value) {
        columns.get(column).put(rows, value);
    }

    public void endRow() throws IOException {
        if (++rows == BATCH) {
            batch();
        }
    }

    /** Writes what is left and the footer, without which no reader takes the file for whole. */
    public void finish() throws IOException {
        if (rows > 0) {
            batch();
        }
        write(little(2 * Integer.BYTES).putInt(CONTINUATION).putInt(0).array());
        long[] all = blocks.stream().flatMapToLong(java.util.Arrays::stream).toArray();
        byte[] footer = ArrowMetadata.footer(fields, words, all, Map.of());
        write(footer);
        write(little(Integer.BYTES).putInt(footer.length).array());
        write(MAGIC);
        out.flush();
    }

    private void batch() throws IOException {
        List<byte[]> bodies = new ArrayList<>();
        long[] nodes = new long[2 * columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            nodes[2 * i] = rows;
            nodes[2 * i + 1] = columns.get(i).nulls();
            columns.get(i).buffers(rows, bodies);
        }
        long[] buffers = new long[2 * bodies.size()];
        long at = 0;
        for (int i = 0; i < bodies.size(); i++) {
            buffers[2 * i] = at;
            buffers[2 * i + 1] = bodies.get(i).length;
            at += aligned(bodies.get(i).length);
        }
        long start = written;
        int description = message(ArrowMetadata.batchMessage(nodes, buffers, at, Compression.NONE, Map.of()));
        for (byte[] body : bodies) {
            write(body);
            write(new byte[aligned(body.length) - body.length]);
        }
        blocks.add(new long[] {start, description, at});
        columns.forEach(Column::clear);
        rows = 0;
    }

    /** Writes a description, padded so that the body behind it lies aligned; returns its length with prefix and padding. */
    private int message(byte[] description) throws IOException {
        int prefix = 2 * Integer.BYTES;
        int whole = Math.toIntExact(aligned(written + prefix + description.length) - written);
        write(little(prefix).putInt(CONTINUATION).putInt(whole - prefix).array());
        write(description);
        write(new byte[whole - prefix - description.length]);
        return whole;
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    private static int aligned(int length) {
        return -Math.floorDiv(-length, ALIGNMENT) * ALIGNMENT;
    }

    private static long aligned(long length) {
        return -Math.floorDiv(-length, (long) ALIGNMENT) * ALIGNMENT;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** One column's part of the batch. */
    private static final class Column {
        private final ArrowField.Type type;
        private int capacity = CAPACITY;
        private ByteBuffer fixed;
        private byte[] valid = new byte[CAPACITY / Byte.SIZE];
        private final ByteArrayOutputStream text = new ByteArrayOutputStream();
        private int nulls;

        Column(ArrowField.Type type) {
            this.type = type;
            this.fixed = little(bytes());
        }

        private int bytes() {
            return switch (type) {
                case BOOL -> capacity / Byte.SIZE;
                case UTF8 -> (capacity + 1) * Integer.BYTES;
                case INT8, INT16, INT32, INT64, FLOAT64, TIMESTAMP -> capacity * type.bytes;
                case FLOAT32, LARGE_UTF8, NULL, TIMESTAMP_SECONDS, TIMESTAMP_MILLIS, TIMESTAMP_MICROS ->
                    throw new IllegalArgumentException("columns of " + type + " are only read");
            };
        }

        /** Small files need little memory. */
        private void reach(int row) {
            if (row >= capacity) {
                capacity *= 2;
                fixed = ByteBuffer.wrap(java.util.Arrays.copyOf(fixed.array(), bytes()))
                        .order(ByteOrder.LITTLE_ENDIAN);
                valid = java.util.Arrays.copyOf(valid, capacity / Byte.SIZE);
            }
        }

        void put(int row, long value) {
            reach(row);
            switch (type) {
                case INT8 -> fixed.put(row, (byte) value);
                case INT16 -> fixed.putShort(row * Short.BYTES, (short) value);
                case INT32 -> fixed.putInt(row * Integer.BYTES, Math.toIntExact(value));
                case INT64, TIMESTAMP -> fixed.putLong(row * Long.BYTES, value);
                case BOOL -> set(fixed.array(), row, value != 0);
                case FLOAT32, FLOAT64, UTF8, LARGE_UTF8, NULL, TIMESTAMP_SECONDS, TIMESTAMP_MILLIS, TIMESTAMP_MICROS ->
                    throw new IllegalArgumentException(value + " into a column of " + type);
            }
        }

        void put(int row, double value) {
            if (type != ArrowField.Type.FLOAT64) {
                throw new IllegalArgumentException(value + " into a column of " + type);
            }
            reach(row);
            boolean isNull = Double.isNaN(value);
            set(valid, row, !isNull);
            nulls += isNull ? 1 : 0;
            fixed.putDouble(row * Double.BYTES, isNull ? 0 : value);
        }

        void put(int row, String value) {
            if (type != ArrowField.Type.UTF8) {
                throw new IllegalArgumentException(value + " into a column of " + type);
            }
            reach(row);
            text.writeBytes(value.getBytes(StandardCharsets.UTF_8));
            fixed.putInt((row + 1) * Integer.BYTES, text.size());
        }

        private static void set(byte[] bits, int row, boolean on) {
            int mask = 1 << (row & 7);
            bits[row >> 3] = (byte) (on ? bits[row >> 3] | mask : bits[row >> 3] & ~mask);
        }

        long nulls() {
            return nulls;
        }

        /** Validity, which may be empty where nothing is null, then the values, for texts offsets and letters. */
        void buffers(int rows, List<byte[]> into) {
            into.add(nulls == 0 ? new byte[0] : java.util.Arrays.copyOf(valid, bits(rows)));
            into.add(java.util.Arrays.copyOf(
                    fixed.array(),
                    switch (type) {
                        case BOOL -> bits(rows);
                        case UTF8 -> (rows + 1) * Integer.BYTES;
                        case INT8, INT16, INT32, INT64, FLOAT32, FLOAT64, LARGE_UTF8, NULL -> rows * type.bytes;
                        case TIMESTAMP, TIMESTAMP_SECONDS, TIMESTAMP_MILLIS, TIMESTAMP_MICROS -> rows * type.bytes;
                    }));
            if (type == ArrowField.Type.UTF8) {
                into.add(text.toByteArray());
            }
        }

        private static int bits(int rows) {
            return (rows + Byte.SIZE - 1) / Byte.SIZE;
        }

        void clear() {
            java.util.Arrays.fill(valid, (byte) 0);
            java.util.Arrays.fill(fixed.array(), (byte) 0);
            text.reset();
            nulls = 0;
        }
    }
}
