package io.fulmar.indicator;

import java.util.Locale;

/** One number of a bar: what an indicator is computed from unless told otherwise. */
public enum Field {
    OPEN,
    HIGH,
    LOW,
    CLOSE,
    VOLUME;

    /** The word used in expressions: {@code high}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
