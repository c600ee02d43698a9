package io.fulmar.research.sweep;

import io.fulmar.market.Bars;
import io.fulmar.research.sweepvector.Kernels;

/** The bars' prices as ints, with tables that say over which stretches a price was not reached. Read by all threads. */
final class Prices {
    final int[] opens;
    final int[] highs;
    final int[] lows;
    final int[] closes;
    final int size;
    private final RangeTable highest;
    private final RangeTable lowest;
    private final RangeTable closesHigh;
    private final RangeTable closesLow;

    Prices(Bars bars) {
        this.size = bars.size();
        this.opens = ints(bars.opens());
        this.highs = ints(bars.highs());
        this.lows = ints(bars.lows());
        this.closes = ints(bars.closes());
        this.highest = new RangeTable(highs, true);
        this.lowest = new RangeTable(lows, false);
        this.closesHigh = new RangeTable(closes, true);
        this.closesLow = new RangeTable(closes, false);
    }

    /** Whether every price is below the largest int, so that this one can mean "never". */
    static boolean fit(Bars bars) {
        for (int i = 0; i < bars.size(); i++) {
            if (bars.highs()[i] >= Integer.MAX_VALUE) {
                return false;
            }
        }
        return true;
    }

    private int[] ints(long[] column) {
        int[] out = new int[size];
        for (int i = 0; i < size; i++) {
            out[i] = Math.toIntExact(column[i]);
        }
        return out;
    }

    /** No close from {@code from} on, before {@code to}, is higher. */
    int closeAtMost(int from, int to) {
        return closesHigh.around(from, to);
    }

    int closeAtLeast(int from, int to) {
        return closesLow.around(from, to);
    }

    /** No high of the block of 64 that this bar begins is higher. */
    int highOfBlock(int bar) {
        return highest.spans[0][bar >> RangeTable.SHIFT];
    }

    int lowOfBlock(int bar) {
        return lowest.spans[0][bar >> RangeTable.SHIFT];
    }

    /**
     * The first bar from there on whose low is at most {@code down} or whose high is at least {@code up}; the size when there is none.
     * Bars first, up to a block's end; then ever longer runs of blocks that are not touched are left out at once.
     */
    int firstOutside(Kernels kernels, int from, int down, int up) {
        int blockEnd = Math.min(size, (from + RangeTable.BLOCK - 1) & -RangeTable.BLOCK);
        int bar = kernels.firstOutside(lows, highs, from, blockEnd, down, up);
        if (bar < blockEnd || blockEnd == size) {
            return bar;
        }
        int block = untouched(blockEnd >> RangeTable.SHIFT, down, up);
        int start = Math.min(size, block << RangeTable.SHIFT);
        return kernels.firstOutside(lows, highs, start, Math.min(size, start + RangeTable.BLOCK), down, up);
    }

    /** The first block from there on that is touched; as many as there are when none is. */
    private int untouched(int from, int down, int up) {
        int blocks = lowest.spans[0].length;
        int block = from;
        int k = 0;
        while (block < blocks) {
            boolean clear = lowest.spans[k][block] > down && highest.spans[k][block] < up;
            if (clear) {
                block += 1 << k;
                k = Math.min(k + 1, lowest.spans.length - 1);
            } else if (k == 0) {
                return block;
            } else {
                k--;
            }
        }
        return blocks;
    }

    /** Over 2^k blocks of 64 from that bar on. */
    int highestClose(int bar, int k) {
        return closesHigh.spans[k][bar >> RangeTable.SHIFT];
    }

    int lowestClose(int bar, int k) {
        return closesLow.spans[k][bar >> RangeTable.SHIFT];
    }

    int levels() {
        return closesHigh.spans.length;
    }
}
