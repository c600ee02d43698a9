package io.fulmar.research.sweep;

/** How a combination is run. All of them give the same bits. */
public enum Tier {
    /** Signals: conditions over columns as bits, from signal to signal. For plans. */
    S,
    /** Columns: the desk over series that combinations share. */
    C,
    /** Events: the desk as a backtest runs it. */
    E;

    /** As it stands in files. */
    int code() {
        return switch (this) {
            case S -> 0;
            case C -> 1;
            case E -> 2;
        };
    }

    static Tier of(int code) {
        return switch (code) {
            case 0 -> S;
            case 1 -> C;
            case 2 -> E;
            default -> throw new IllegalArgumentException("no tier " + code);
        };
    }
}
