package io.fulmar.market;

import java.math.BigInteger;

/** Whole numbers of 128 bits, as two longs: sums of price times quantity, which 64 bits do not hold for long. */
final class Value {
    private Value() {}

    /** What is carried from the low halves to the high ones when {@code added} made {@code sum}. */
    static long carry(long sum, long added) {
        return Long.compareUnsigned(sum, added) < 0 ? 1 : 0;
    }

    static BigInteger exact(long high, long low) {
        BigInteger lower = BigInteger.valueOf(low & Long.MAX_VALUE);
        if (low < 0) {
            lower = lower.setBit(63);
        }
        return BigInteger.valueOf(high).shiftLeft(64).add(lower);
    }

    static double nearest(long high, long low) {
        return high == low >> 63 ? low : exact(high, low).doubleValue();
    }

    static int compare(long high, long low, long otherHigh, long otherLow) {
        return high != otherHigh ? Long.compare(high, otherHigh) : Long.compareUnsigned(low, otherLow);
    }
}
