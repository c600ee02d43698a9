package io.fulmar.market;

/**
 * Heikin-Ashi, bar by bar: the close is the mean of open, high, low and close, the open the middle of the last such bar's open and close,
 * high and low reach over both. The middle is kept in 65,536ths of a tick, rounded half up, and shown in whole ticks, so that halving again
 * and again needs no endless fraction.
 */
final class Smoothing {
    static final int PART_BITS = 16;
    private static final long HALF = 1L << (PART_BITS - 1);

    long open;
    long high;
    long low;
    long close;
    private boolean begun;
    private long openParts;
    private long closeParts;

    void take(long realOpen, long realHigh, long realLow, long realClose) {
        long sum = realOpen + realClose + realHigh + realLow;
        openParts = begun ? (openParts + closeParts + 1) >> 1 : Math.multiplyExact(realOpen + realClose, HALF);
        closeParts = Math.multiplyExact(sum, 1L << (PART_BITS - 2));
        begun = true;
        open = (openParts + HALF) >> PART_BITS;
        close = (closeParts + HALF) >> PART_BITS;
        high = Math.max(realHigh, Math.max(open, close));
        low = Math.min(realLow, Math.min(open, close));
    }
}
