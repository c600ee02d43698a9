package io.fulmar.store.lake;

/** The types of columns as files name them. */
final class FieldTypes {
    private static final int[] INT_BITS = {8, 16, 32, 64};
    private static final ArrowField.Type[] INTS = {
        ArrowField.Type.INT8, ArrowField.Type.INT16, ArrowField.Type.INT32, ArrowField.Type.INT64
    };
    private static final ArrowField.Type[] TIMES = {
        ArrowField.Type.TIMESTAMP_SECONDS,
        ArrowField.Type.TIMESTAMP_MILLIS,
        ArrowField.Type.TIMESTAMP_MICROS,
        ArrowField.Type.TIMESTAMP
    };

    private FieldTypes() {}

    static ArrowField.Type of(FlatTable field) {
        if (field.holds(4)) {
            throw unknown(field, "dictionaries");
        }
        return switch (field.byteAt(2)) {
            case ArrowMetadata.TYPE_NULL -> ArrowField.Type.NULL;
            case ArrowMetadata.TYPE_INT -> integer(field);
            case ArrowMetadata.TYPE_FLOAT ->
                switch (field.tableAt(3).shortAt(0)) {
                    case ArrowMetadata.SINGLE_PRECISION -> ArrowField.Type.FLOAT32;
                    case ArrowMetadata.DOUBLE_PRECISION -> ArrowField.Type.FLOAT64;
                    default -> throw unknown(field, "floats of 16 bits");
                };
            case ArrowMetadata.TYPE_BOOL -> ArrowField.Type.BOOL;
            case ArrowMetadata.TYPE_UTF8 -> ArrowField.Type.UTF8;
            case ArrowMetadata.TYPE_LARGE_UTF8 -> ArrowField.Type.LARGE_UTF8;
            case ArrowMetadata.TYPE_TIMESTAMP -> TIMES[field.tableAt(3).shortAt(0)];
            default -> throw unknown(field, "type " + field.byteAt(2));
        };
    }

    /** Without a sign the top half of the values would be read as negative. */
    private static ArrowField.Type integer(FlatTable field) {
        int bits = field.tableAt(3).intAt(0);
        for (int i = 0; i < INTS.length; i++) {
            if (INT_BITS[i] == bits && field.tableAt(3).byteAt(1) != 0) {
                return INTS[i];
            }
        }
        throw unknown(field, "integers without a sign");
    }

    private static IllegalArgumentException unknown(FlatTable field, String what) {
        return new IllegalArgumentException("column " + field.textAt(0) + " is of a type that is not read: " + what);
    }
}
