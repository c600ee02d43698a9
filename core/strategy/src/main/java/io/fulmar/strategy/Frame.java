package io.fulmar.strategy;

/** Where "now" stands in the columns of one market: the engine moves it, every {@link Series} of that market reads it. */
public final class Frame {
    /** How many bars back a strategy may look. */
    public static final int HISTORY = 256;

    /** How many bars the engine computes at a time. */
    public static final int BLOCK = 1024;

    int at;
    private long first;

    /** Moves to that index of the columns. Only the engine does. */
    public void moveTo(int index) {
        at = index;
    }

    /** A new block begins: index {@link #HISTORY} of the columns is that bar of the market. */
    public void blockAt(long bar) {
        first = bar - HISTORY;
    }

    public int at() {
        return at;
    }

    /** The bar of the market that "now" is, counted from the first. */
    public long bar() {
        return first + at;
    }
}
