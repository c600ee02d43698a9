package io.fulmar.market;

/** A number as a venue wrote it, {@code mantissa / 10^scale}, of any sign. */
public record Written(long mantissa, int scale) {
    long steps(StepCount count) {
        return mantissa < 0 ? 0 : count.of(mantissa, scale);
    }

    long rounded(StepCount count) {
        return mantissa < 0 ? 0 : count.rounded(mantissa, scale);
    }
}
