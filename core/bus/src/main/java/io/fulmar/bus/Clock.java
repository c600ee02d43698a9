package io.fulmar.bus;

/** The only source of time; in replay and backtest it is the time of the event being handled. */
@FunctionalInterface
public interface Clock {
    /** UTC in nanoseconds since 1970. */
    long now();
}
