package io.fulmar.domain;

import java.util.SplittableRandom;

/** Random numbers that like edges: most faults of exact arithmetic live within three of a power of two or of ten. */
final class Draw {
    private static final long[] EDGES = {
        0,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        Integer.MIN_VALUE,
        Integer.MAX_VALUE,
        1L << 32,
        1L << 53,
        1L << 62,
        3037000500L
    };

    private final SplittableRandom random;

    Draw(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Any long: edges, powers of ten, and uniform over bit lengths. */
    long number() {
        return switch (random.nextInt(8)) {
            case 0 -> EDGES[random.nextInt(EDGES.length)] + random.nextInt(-3, 4);
            case 1 -> Exact.powerOfTen(random.nextInt(19)) * (random.nextBoolean() ? 1 : -1) + random.nextInt(-1, 2);
            default -> random.nextLong() >> random.nextInt(64);
        };
    }

    /** Any long from 1 to 2^63 - 1. */
    long positive() {
        return Math.max(1, number() & Long.MAX_VALUE);
    }

    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    long below(long bound) {
        return random.nextLong(bound);
    }
}
