package io.fulmar.domain;

import java.util.Locale;

/** What stands behind a position. */
public enum MarginMode {
    /** The venue never asks: there is no liquidation. */
    NONE,
    /** What was set aside for it when it was opened, and no more. */
    ISOLATED,
    /** All that the account is worth. */
    CROSS;

    /** The lower-case word of files and commands. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
