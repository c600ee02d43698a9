package io.fulmar.strategy;

import java.time.Instant;

/** A closed bar in prices: {@code time} is its open in UTC nanoseconds. The strategy sees it at its close. */
public record Bar(long time, double open, double high, double low, double close, double volume) {
    /** The bar's open time. */
    public Instant at() {
        return Instant.ofEpochSecond(Math.floorDiv(time, 1_000_000_000L), Math.floorMod(time, 1_000_000_000L));
    }
}
