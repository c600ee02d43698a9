package io.fulmar.simulation.exchange;

/** How long orders take to the venue and reports take back, in nanoseconds. Nothing overtakes: who is sent later arrives no earlier. */
public interface Latency {
    Latency NONE = new ConstantLatency(0, 0);

    /** Of an order, cancel or amend that leaves us then. */
    long entryNanos(long time);

    /** Of a report that leaves the venue then. */
    long responseNanos(long time);

    /** No order is ever faster. */
    long entryNanosMin();

    /** No report is ever faster. */
    long responseNanosMin();
}
