package io.fulmar.research.robustness;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The chance behind every path: 32 uniform bits for path p and draw t, a hash of (seed, p, t) and of nothing else. Every candidate sees the
 * same ones, so that two candidates differ by what they did and not by what was drawn; threads and order cannot matter.
 *
 * <p>Bits stand path beside path in slabs of {@link #LANES} paths and {@link #DRAWS} draws, made when first asked for and shared by all
 * threads. What does not fit into {@link #BYTES_MAX} is made again by who needs it.
 */
final class Draws {
    /** Paths that are computed side by side: eight registers of eight doubles, and their state stays in the nearest cache. */
    static final int LANES = 64;
    /** Draws in one slab; a power of two. */
    static final int DRAWS = 256;

    private static final long BYTES_MAX = 64L << 20;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long seed;
    private final int groups;
    private final AtomicReferenceArray<int[]> kept;

    Draws(long seed, int paths) {
        this.seed = mix(seed);
        this.groups = Math.ceilDiv(paths, LANES);
        long bytes = (long) Math.max(1, groups) * LANES * DRAWS * Integer.BYTES;
        this.kept = new AtomicReferenceArray<>((int) Math.max(1, BYTES_MAX / bytes));
    }

    /** Groups of {@link #LANES} paths. The last may have more paths than were asked for; they are not looked at. */
    int groups() {
        return groups;
    }

    /** Whether {@link #slab} keeps this one; if not, {@link #fill} an array of one's own. */
    boolean keeps(int chunk) {
        return chunk < kept.length();
    }

    /** Draws {@code DRAWS * chunk} and following of all paths: bits of lane l of group g at {@code (g * DRAWS + t) * LANES + l}. */
    int[] slab(int chunk) {
        int[] slab = kept.get(chunk);
        if (slab != null) return slab;
        int[] made = new int[groups * DRAWS * LANES];
        for (int group = 0; group < groups; group++) fill(chunk, group, made, group * DRAWS * LANES);
        return kept.compareAndSet(chunk, null, made) ? made : kept.get(chunk);
    }

    /** One group's part of a slab. */
    void fill(int chunk, int group, int[] into, int from) {
        int at = from;
        for (int t = 0; t < DRAWS; t++) {
            for (int lane = 0; lane < LANES; lane++) {
                into[at++] = bits(group * LANES + lane, chunk * DRAWS + t);
            }
        }
    }

    /** 32 uniform bits. */
    int bits(int path, int draw) {
        return (int) (mix(seed + GOLDEN * (((long) path << 32) | (draw & 0xFFFFFFFFL))) >>> 32);
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014): every bit of the result depends on every bit given. */
    static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number from 0 to n - 1 out of 32 bits. */
    static int below(int n, int bits) {
        return (int) (((bits & 0xFFFFFFFFL) * n) >>> 32);
    }
}
