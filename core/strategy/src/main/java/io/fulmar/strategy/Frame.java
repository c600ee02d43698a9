package io.fulmar.strategy;

/** Where "now" stands in the columns of one market: the engine moves it, every {@link Series} of that market reads it. */
public final class Frame {
    /** How many bars back a strategy may look. */
    public static final int HISTORY = 256;

    /** How many bars the engine computes at a time. */
    public static final int BLOCK = 1024;

    int at;
    private long first = -1;

    /** Moves to that index of the columns. Only the engine does. */
    public void moveTo(int index) {
        at = index;
    }

    /** A new block begins: index {@link #HISTORY} of the columns is that bar of the market, and "now" is the bar before it. */
    public void blockAt(long bar) {
        first = bar - HISTORY;
        at = HISTORY - 1;
    }

    /** The index in the columns of the market's first bar; below 0 where the block has left it behind. */
    public int origin() {
        return (int) -first;
    }

    public int at() {
        return at;
    }

    /** The bar of the market that "now" is, counted from the first; -1 before all. */
    public long bar() {
        return first + at;
    }
}
