package io.fulmar.strategy;

/** What computes series for a strategy while it is being built. Equal expressions share one column. */
public interface Columns {
    Column column(Value value);

    Frame frame();

    /** The open time of the bar that "now" is, UTC nanoseconds. */
    long barTime();

    /** The close of the bar that "now" is, in ticks. */
    long closeTicks();

    /** Ticks a unit of price: what turns a distance in prices into ticks. */
    double ticksPerPrice();
}
