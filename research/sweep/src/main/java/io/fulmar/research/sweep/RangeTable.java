package io.fulmar.research.sweep;

/**
 * The highest (or lowest) of a column over stretches of bars: of each 64 bars, and of 2, 4, 8, ... such blocks from each one on. Two
 * overlapping stretches then answer any question about whole blocks, and for a year of minutes all of it is half a megabyte.
 */
final class RangeTable {
    static final int SHIFT = 6;
    static final int BLOCK = 1 << SHIFT;

    /** {@code spans[k][b]}: over the 2^k blocks from b on, as far as there are. */
    final int[][] spans;

    private final boolean highest;

    RangeTable(int[] column, boolean highest) {
        this.highest = highest;
        int blocks = Math.max(1, (column.length + BLOCK - 1) >> SHIFT);
        int[] level = new int[blocks];
        for (int b = 0; b < blocks; b++) {
            int extreme = highest ? Integer.MIN_VALUE : Integer.MAX_VALUE;
            for (int i = b << SHIFT; i < Math.min(column.length, (b + 1) << SHIFT); i++) {
                extreme = more(extreme, column[i]);
            }
            level[b] = extreme;
        }
        spans = new int[Integer.SIZE - Integer.numberOfLeadingZeros(blocks)][];
        spans[0] = level;
        for (int k = 1; k < spans.length; k++) {
            int[] shorter = spans[k - 1];
            int[] longer = new int[blocks];
            for (int b = 0; b < blocks; b++) {
                longer[b] = more(shorter[b], shorter[Math.min(blocks - 1, b + (1 << (k - 1)))]);
            }
            spans[k] = longer;
        }
    }

    private int more(int one, int other) {
        return highest ? Math.max(one, other) : Math.min(one, other);
    }

    /** Over all blocks that bars {@code from} to {@code to}, exclusive, touch: at least as much as over the bars. */
    int around(int from, int to) {
        int first = from >> SHIFT;
        int last = (to - 1) >> SHIFT;
        int k = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(last - first + 1);
        int[] level = spans[k];
        return more(level[first], level[last + 1 - (1 << k)]);
    }
}
