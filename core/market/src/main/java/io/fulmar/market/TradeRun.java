package io.fulmar.market;

/**
 * What consecutive trades of one bar come to. The loop holds nothing but sums and extremes, so that the compiler makes vectors of it;
 * values are summed as distances from a price nearby, which 64 bits hold, and are told to be exact or not.
 */
final class TradeRun {
    /** Quantities below this cannot overflow in a run. */
    private static final int LOT_BITS_MAX = 52;

    /** So many trades at most are one run. */
    static final int LENGTH_MAX = 1 << 10;

    long high;
    long low;
    long lots;

    /** Each trade's quantity times its distance from the base, added up. */
    long excess;

    /** Whether the sums can be trusted; else the trades must be added one by one. */
    boolean exact;

    void over(long[] ticks, long[] lotsOf, int from, int to, long base) {
        long highest = Long.MIN_VALUE;
        long lowest = Long.MAX_VALUE;
        long quantity = 0;
        long bits = 0;
        long beyond = 0;
        for (int i = from; i < to; i++) {
            long price = ticks[i];
            long lot = lotsOf[i];
            highest = Math.max(highest, price);
            lowest = Math.min(lowest, price);
            quantity += lot;
            bits |= lot;
            beyond += (price - base) * lot;
        }
        high = highest;
        low = lowest;
        lots = quantity;
        excess = beyond;
        long farthest = Math.max(Math.abs(highest - base), Math.abs(lowest - base));
        exact = bits >>> LOT_BITS_MAX == 0
                && farthest >= 0
                && farthest >>> LOT_BITS_MAX == 0
                && Math.multiplyHigh(farthest, quantity) == 0
                && farthest * quantity >= 0;
    }
}
