package io.fulmar.store.lake;

/**
 * A column of an Arrow file: its name and what it holds.
 *
 * @param nullable whether a value may be absent
 */
public record ArrowField(String name, Type type, boolean nullable) {
    /** What a column may hold. Those that are only read come from other programs' files. */
    public enum Type {
        INT8(Byte.BYTES),
        INT16(Short.BYTES),
        INT32(Integer.BYTES),
        INT64(Long.BYTES),
        FLOAT32(Float.BYTES),
        /** A NaN is written as null: what is undefined has no number. */
        FLOAT64(Double.BYTES),
        BOOL(0),
        UTF8(0),
        /** With offsets of 64 bits; only read. */
        LARGE_UTF8(0),
        /** Nothing but nulls, and no bytes; only read. */
        NULL(0),
        /** Nanoseconds in UTC. */
        TIMESTAMP(Long.BYTES),
        /** Only read, as nanoseconds. */
        TIMESTAMP_SECONDS(Long.BYTES),
        /** Only read, as nanoseconds. */
        TIMESTAMP_MILLIS(Long.BYTES),
        /** Only read, as nanoseconds. */
        TIMESTAMP_MICROS(Long.BYTES);

        final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        /** How many buffers a column of it has in a batch. */
        int buffers() {
            return switch (this) {
                case UTF8, LARGE_UTF8 -> 3;
                case NULL -> 0;
                case INT8, INT16, INT32, INT64, FLOAT32, FLOAT64, BOOL -> 2;
                case TIMESTAMP, TIMESTAMP_SECONDS, TIMESTAMP_MILLIS, TIMESTAMP_MICROS -> 2;
            };
        }

        /** Nanoseconds of one of its units, 1 where it is no time. */
        long nanos() {
            return switch (this) {
                case TIMESTAMP_SECONDS -> 1_000_000_000;
                case TIMESTAMP_MILLIS -> 1_000_000;
                case TIMESTAMP_MICROS -> 1_000;
                case INT8, INT16, INT32, INT64, FLOAT32, FLOAT64, BOOL, UTF8, LARGE_UTF8, NULL, TIMESTAMP -> 1;
            };
        }
    }

    /** Doubles may be absent, nothing else. */
    public ArrowField(String name, Type type) {
        this(name, type, type == Type.FLOAT64);
    }
}
