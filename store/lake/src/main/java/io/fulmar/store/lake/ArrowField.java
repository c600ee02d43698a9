package io.fulmar.store.lake;

/** A column of an Arrow file: its name and what it holds. */
public record ArrowField(String name, Type type) {
    /** What a column may hold. */
    public enum Type {
        INT32(Integer.BYTES),
        INT64(Long.BYTES),
        /** A NaN is written as null: what is undefined has no number. */
        FLOAT64(Double.BYTES),
        BOOL(0),
        UTF8(0),
        /** Nanoseconds in UTC. */
        TIMESTAMP(Long.BYTES);

        final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }
    }
}
