package io.fulmar.store.lake;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;

/**
 * Some rows as they lie in the file: each column is a piece of memory with one value after the other, little-endian. It is valid until its
 * reader goes on; where the file is not packed, until its reader is closed.
 */
public final class ColumnBatch {
    private final Kind kind;
    private final List<MemorySegment> columns;
    private final int rows;
    private final List<ArrowField> fields;
    private final Optional<LyingBatch> lying;

    /** {@code lying} is there when the rows are a whole batch and not packed. */
    ColumnBatch(Kind kind, List<MemorySegment> columns, int rows, Optional<LyingBatch> lying) {
        this.kind = kind;
        this.columns = columns;
        this.rows = rows;
        this.fields = kind.fields();
        this.lying = lying;
    }

    Optional<LyingBatch> lying() {
        return lying;
    }

    public int rows() {
        return rows;
    }

    /** The values of a column: longs for times, doubles, ints or bytes, as {@link Kind#fields} says. */
    public MemorySegment column(String name) {
        return columns.get(Columns.indexOf(kind, name));
    }

    public long time(int row) {
        return columns.getFirst().get(Ipc.LONG, (long) row * Long.BYTES);
    }

    /** Copies all of it in the place of what is there. */
    public void copy(Rows into) {
        into.clear();
        copyBehind(into);
    }

    /** Copies some of it in the place of what is there. */
    void copy(int first, int count, Rows into) {
        into.size(count);
        for (int i = 0; i < columns.size(); i++) {
            ArrowField.Type type = fields.get(i).type();
            MemorySegment some = columns.get(i).asSlice((long) first * type.bytes, (long) count * type.bytes);
            copy(some, type, i, into, 0, count);
        }
    }

    /** Copies all of it behind what is there. */
    void copyBehind(Rows into) {
        int at = into.size();
        into.size(at + rows);
        for (int i = 0; i < columns.size(); i++) {
            copy(columns.get(i), fields.get(i).type(), i, into, at, rows);
        }
    }

    private static void copy(MemorySegment from, ArrowField.Type type, int column, Rows into, int at, int rows) {
        switch (type) {
            case FLOAT64 -> MemorySegment.copy(from, Ipc.DOUBLE, 0, into.numbers(column), at, rows);
            case INT64, TIMESTAMP -> MemorySegment.copy(from, Ipc.LONG, 0, into.wholes(column), at, rows);
            case INT32 -> {
                for (int i = 0; i < rows; i++) {
                    into.wholes(column)[at + i] = from.get(Ipc.INT, (long) i * Integer.BYTES);
                }
            }
            case INT8 -> {
                for (int i = 0; i < rows; i++) {
                    into.wholes(column)[at + i] = from.get(ValueLayout.JAVA_BYTE, i);
                }
            }
            case INT16, FLOAT32, BOOL, UTF8, LARGE_UTF8, NULL ->
                throw new IllegalArgumentException("no kind has a column of " + type);
            case TIMESTAMP_SECONDS, TIMESTAMP_MILLIS, TIMESTAMP_MICROS ->
                throw new IllegalArgumentException("times are written in nanoseconds");
        }
    }
}
