package io.fulmar.research.robustness;

import java.util.Arrays;

/**
 * Paths of wealth by a circular block bootstrap: draw t of path p is trade {@code (start + t mod b) mod n}, where {@code start} comes
 * from the bits of the last draw that is a multiple of the block length b. Block length 1 is the plain bootstrap of single trades.
 *
 * <p>One object a thread; its arrays are filled again for every candidate. The inner loops run over {@link Draws#LANES} paths side by side,
 * so that the compiler makes vector instructions of them without being asked. Each path's own arithmetic is one multiplication after
 * the other in the order of its draws, whatever the machine.
 */
final class Paths {
    /** Into how many stretches of trades a path is cut to ask how steadily it grows. */
    static final int WINDOWS = 10;

    private static final int LANES = Draws.LANES;

    private final Draws draws;
    private final int paths;
    private final double[] wealth = new double[LANES];
    private final double[] peak = new double[LANES];
    private final double[] trough = new double[LANES];
    private final double[] before = new double[LANES];
    private final double[] grown = new double[LANES];
    private final double[] factor = new double[LANES];
    private final int[] start = new int[LANES];
    private final double[] finals;
    private final double[] troughs;
    private final double[] growing;
    private final int[] scratch = new int[Draws.DRAWS * LANES];
    /** The slab at hand and where the group's part of it begins; one that is not kept is made anew for each group. */
    private int[] bits = new int[0];

    private int bitsFrom;

    Paths(Draws draws, int paths) {
        this.draws = draws;
        this.paths = paths;
        int padded = draws.groups() * LANES;
        this.finals = new double[padded];
        this.troughs = new double[padded];
        this.growing = new double[padded];
    }

    int count() {
        return paths;
    }

    /** Wealth at the end of each path that began with 1. Only the first {@link #count} entries count; who reads may reorder them. */
    double[] finals() {
        return finals;
    }

    /** Of each path the least wealth over the highest before it: one less the worst drawdown. */
    double[] troughs() {
        return troughs;
    }

    /** Of each path the number of windows in which wealth grew. */
    double[] growing() {
        return growing;
    }

    /**
     * @param factors what each trade multiplies wealth with; the first {@code block} stand once more behind the n-th, so that a block may
     *     run over the end
     */
    void run(double[] factors, int n, int block) {
        for (int group = 0; group < draws.groups(); group++) {
            Arrays.fill(wealth, 1);
            Arrays.fill(peak, 1);
            Arrays.fill(trough, 1);
            Arrays.fill(grown, 0);
            int t = 0;
            for (int window = 0; window < WINDOWS; window++) {
                int end = windowStart(window + 1, n);
                System.arraycopy(wealth, 0, before, 0, LANES);
                if (block == 1) singles(factors, n, group, t, end);
                else blocks(factors, n, group, t, end, block);
                t = end;
                count(wealth, before, grown);
            }
            System.arraycopy(wealth, 0, finals, group * LANES, LANES);
            System.arraycopy(trough, 0, troughs, group * LANES, LANES);
            System.arraycopy(grown, 0, growing, group * LANES, LANES);
        }
    }

    /** Window w holds the draws from here up to, not including, where the next one starts. */
    static int windowStart(int window, int n) {
        return (int) ((long) window * n / WINDOWS);
    }

    private void singles(double[] factors, int n, int group, int from, int to) {
        for (int t = from; t < to; t++) {
            turn(group, t);
            draw(factors, bits, bitsFrom + t % Draws.DRAWS * LANES, n, factor);
            step(wealth, peak, trough, factor);
        }
    }

    private void blocks(double[] factors, int n, int group, int from, int to, int block) {
        for (int t = from; t < to; t++) {
            turn(group, t);
            int within = t % block;
            if (within == 0) starts(bits, bitsFrom + t % Draws.DRAWS * LANES, n, start);
            follow(factors, start, within, factor);
            step(wealth, peak, trough, factor);
        }
    }

    /** Goes to the next slab where one begins. */
    private void turn(int group, int draw) {
        if (draw % Draws.DRAWS != 0) return;
        int chunk = draw / Draws.DRAWS;
        if (draws.keeps(chunk)) {
            bits = draws.slab(chunk);
            bitsFrom = group * Draws.DRAWS * LANES;
        } else {
            draws.fill(chunk, group, scratch, 0);
            bits = scratch;
            bitsFrom = 0;
        }
    }

    private static void draw(double[] factors, int[] bits, int from, long n, double[] factor) {
        for (int lane = 0; lane < LANES; lane++) {
            factor[lane] = factors[(int) (((bits[from + lane] & 0xFFFFFFFFL) * n) >>> 32)];
        }
    }

    private static void starts(int[] bits, int from, long n, int[] start) {
        for (int lane = 0; lane < LANES; lane++) {
            start[lane] = (int) (((bits[from + lane] & 0xFFFFFFFFL) * n) >>> 32);
        }
    }

    private static void follow(double[] factors, int[] start, int within, double[] factor) {
        for (int lane = 0; lane < LANES; lane++) {
            factor[lane] = factors[start[lane] + within];
        }
    }

    private static void step(double[] wealth, double[] peak, double[] trough, double[] factor) {
        for (int lane = 0; lane < LANES; lane++) {
            double now = wealth[lane] * factor[lane];
            wealth[lane] = now;
            double highest = Math.max(peak[lane], now);
            peak[lane] = highest;
            trough[lane] = Math.min(trough[lane], now / highest);
        }
    }

    private static void count(double[] wealth, double[] before, double[] grown) {
        for (int lane = 0; lane < LANES; lane++) {
            if (wealth[lane] > before[lane]) grown[lane]++;
        }
    }
}
