package io.fulmar.research.sweep;

/** How a combination is run. All of them give the same bits. */
public enum Tier {
    /** Signals: conditions over columns as bits, from signal to signal. For plans. */
    S,
    /** Columns: the desk over series that combinations share. */
    C,
    /** Events: the desk as a backtest runs it. */
    E
}
