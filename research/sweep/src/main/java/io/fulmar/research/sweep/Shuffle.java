package io.fulmar.research.sweep;

/**
 * All numbers below a size in an order that looks random: the place of each is computed, none is stored, none comes twice. A Feistel
 * network over the next even number of bits, walked on until it lands below the size (Black and Rogaway 2002).
 */
record Shuffle(long size, long seed) {
    private static final int ROUNDS = 6;

    long at(long place) {
        int half = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, size - 1)) + 1) / 2);
        long mask = (1L << half) - 1;
        long walked = place;
        do {
            long left = walked >>> half;
            long right = walked & mask;
            for (int round = 0; round < ROUNDS; round++) {
                long next = left ^ (Noise.bits(seed, round, right) & mask);
                left = right;
                right = next;
            }
            walked = left << half | right;
        } while (walked >= size);
        return walked;
    }
}
