package io.fulmar.domain;

/** Which way an order trades. */
public enum Side {
    BUY,
    SELL;

    /** {@code +1} for a buy, {@code -1} for a sell: what a fill does to the position. */
    public int sign() {
        return this == BUY ? 1 : -1;
    }

    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
