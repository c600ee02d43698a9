package io.fulmar.simulation.exchange;

/** Always the same. It flatters: what is slow in life is slow when everybody is in a hurry. */
public record ConstantLatency(long entryNanos, long responseNanos) implements Latency {
    public ConstantLatency {
        if (entryNanos < 0 || responseNanos < 0) {
            throw new IllegalArgumentException("a latency below zero");
        }
    }

    @Override
    public long entryNanos(long time) {
        return entryNanos;
    }

    @Override
    public long responseNanos(long time) {
        return responseNanos;
    }

    @Override
    public long responseNanosMin() {
        return responseNanos;
    }

    @Override
    public long entryNanosMin() {
        return entryNanos;
    }
}
