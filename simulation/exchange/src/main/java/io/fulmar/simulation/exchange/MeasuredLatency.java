package io.fulmar.simulation.exchange;

import java.util.Arrays;

/**
 * Drawn from what was measured, each sample as likely: the draw depends on the seed and on how many were drawn before. It flatters less
 * than a constant, but still knows nothing of busy moments.
 */
public final class MeasuredLatency implements Latency {
    private static final int SAMPLES_MAX = 1_000_000;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final long[] entries;
    private final long[] responses;
    private final long seed;
    private long entriesDrawn;
    private long responsesDrawn;

    /** Samples in nanoseconds, in any order. */
    public MeasuredLatency(long[] entryNanos, long[] responseNanos, long seed) {
        this.entries = sorted("entry", entryNanos);
        this.responses = sorted("response", responseNanos);
        this.seed = seed;
    }

    private static long[] sorted(String which, long[] samples) {
        long[] sorted = samples.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || sorted.length > SAMPLES_MAX || sorted[0] < 0) {
            throw new IllegalArgumentException(
                    "the samples of " + which + " latency: between 1 and " + SAMPLES_MAX + " of them, none below zero");
        }
        return sorted;
    }

    @Override
    public long entryNanos(long time) {
        return draw(entries, 2 * entriesDrawn++);
    }

    @Override
    public long responseNanos(long time) {
        return draw(responses, 2 * responsesDrawn++ + 1);
    }

    @Override
    public long responseNanosMin() {
        return responses[0];
    }

    @Override
    public long entryNanosMin() {
        return entries[0];
    }

    private long draw(long[] samples, long number) {
        long mixed = mix(mix(seed + GOLDEN) + (number + 1) * GOLDEN);
        return samples[(int) Math.unsignedMultiplyHigh(mixed, samples.length)];
    }

    /** Stafford's thirteenth variant, as in SplittableRandom. */
    private static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long x = (y ^ (y >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }
}
