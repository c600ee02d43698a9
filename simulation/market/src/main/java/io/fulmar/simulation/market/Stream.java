package io.fulmar.simulation.market;

import java.util.SplittableRandom;

/**
 * One component's own source of chance, split from the seed by the component's name, so that a new component does not change what
 * the others draw. Only {@code nextLong} and arithmetic that is exact everywhere: the same numbers on every platform.
 */
final class Stream {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final double UNIT = 0x1p-52;

    private final SplittableRandom random;

    Stream(long seed, String name) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        // A first draw spreads neighbouring seeds before the name goes in.
        random = new SplittableRandom(new SplittableRandom(seed).nextLong() ^ hash);
    }

    /** Uniform in (0, 1), never an end. */
    double uniform() {
        return ((random.nextLong() >>> 12) + 0.5) * UNIT;
    }

    boolean happens(double probability) {
        return uniform() < probability;
    }

    /** Standard normal, by the inverse of its distribution: one draw each, and a logarithm only in the tails. */
    double normal() {
        return normalQuantile(uniform());
    }

    /** Wichura's algorithm AS 241 (1988), the version for seven digits. */
    static double normalQuantile(double p) {
        double q = p - 0.5;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q
                    * (((59.109374720 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)
                    / (((67.187563600 * r + 78.757757664) * r + 17.895169469) * r + 1.0);
        }
        double r = Math.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
        double value;
        if (r <= 5) {
            r -= 1.6;
            value = (((0.17023821103 * r + 1.3067284816) * r + 2.7568153900) * r + 1.4234372777)
                    / ((0.12021132975 * r + 0.73700164250) * r + 1.0);
        } else {
            r -= 5;
            value = (((0.017337203997 * r + 0.42868294337) * r + 3.0812263860) * r + 6.6579051150)
                    / ((0.012258202635 * r + 0.24197894225) * r + 1.0);
        }
        return q < 0 ? -value : value;
    }
}
