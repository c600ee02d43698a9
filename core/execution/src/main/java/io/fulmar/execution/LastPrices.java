package io.fulmar.execution;

/** The last price known of an instrument, in ticks; 0 while there is none. */
@FunctionalInterface
public interface LastPrices {
    long lastTicks(long instrument);
}
