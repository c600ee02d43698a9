package io.fulmar.research.sweep;

/** Numbers that look random and depend on nothing but their arguments, so that any of them can be had without those before. */
final class Noise {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Noise() {}

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014) over the three, one after the other. */
    static long bits(long seed, long a, long b) {
        return mix(mix(mix(seed + GOLDEN) + a * GOLDEN) + b * GOLDEN);
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }

    /** In [0, 1). */
    static double uniform(long seed, long a, long b) {
        return (bits(seed, a, b) >>> 11) * 0x1.0p-53;
    }

    /** Normally distributed (Box and Muller 1958). */
    static double normal(long seed, long a, long b) {
        double u = 1 - uniform(seed, a, 2 * b);
        double v = uniform(seed, a, 2 * b + 1);
        return StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * StrictMath.PI * v);
    }
}
