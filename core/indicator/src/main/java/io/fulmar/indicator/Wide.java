package io.fulmar.indicator;

/** A whole number of 128 bits, for sums of squares that a long does not hold. */
final class Wide {
    private long high;
    private long low;

    void set(long value) {
        low = value;
        high = value >> 63;
    }

    void plusProduct(long a, long b) {
        plus(Math.multiplyHigh(a, b), a * b);
    }

    void minusProduct(long a, long b) {
        long productLow = a * b;
        long productHigh = Math.multiplyHigh(a, b);
        plus(~productHigh + (productLow == 0 ? 1 : 0), -productLow);
    }

    /** Becomes {@code factor * other}; the product must fit. */
    void setProduct(Wide other, long factor) {
        low = other.low * factor;
        high = Math.unsignedMultiplyHigh(other.low, factor) + other.high * factor;
    }

    private void plus(long otherHigh, long otherLow) {
        long sum = low + otherLow;
        high += otherHigh + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
    }

    /** The low half: the number itself when it fits a long. */
    long low() {
        return low;
    }

    /** The nearest double to a number of at least 0. */
    double nearest() {
        if (high == 0 && low >= 0) {
            return low;
        }
        int shift = Long.SIZE + 1 - Long.numberOfLeadingZeros(high);
        long top = shift == Long.SIZE ? high : (high << (Long.SIZE - shift)) | (low >>> shift);
        long rest = shift == Long.SIZE ? low : low << (Long.SIZE - shift);
        return Math.scalb((double) (rest == 0 ? top : top | 1), shift);
    }
}
