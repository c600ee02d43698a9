package io.fulmar.research.sweep;

import io.fulmar.research.sweepvector.Kernels;
import io.fulmar.strategy.Frame;

/** The bars under way: those that the columns hold just now. */
final class Block {
    static final int WORDS = Frame.BLOCK / Long.SIZE;

    final Kernels kernels;
    final Prices prices;
    int from;
    int to;
    int words;

    Block(Kernels kernels, Prices prices) {
        this.kernels = kernels;
        this.prices = prices;
    }

    void moveTo(int first, int end) {
        from = first;
        to = end;
        words = (end - first + Long.SIZE - 1) >> 6;
    }

    /** Where that bar stands in the columns. */
    int index(int bar) {
        return Frame.HISTORY + bar - from;
    }
}
