package io.fulmar.indicator;

import java.util.Locale;

/** One number of a bar: what an indicator is computed from unless told otherwise. */
public enum Field {
    OPEN(0),
    HIGH(1),
    LOW(2),
    CLOSE(3),
    VOLUME(4);

    private final int column;

    Field(int column) {
        this.column = column;
    }

    /** Where it stands in a block of whole bars. */
    public int column() {
        return column;
    }

    /** The word used in expressions: {@code high}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
