package io.fulmar.research.sweep;

import io.fulmar.strategy.Frame;

/**
 * A condition over the bars of a block, a bit a bar. Words are worked out when they are first asked for, and once a block, whoever asks:
 * combinations that agree in a condition share it.
 */
abstract class Signal {
    private static final int NEVER = -1;

    /** The entry's bar where there is no position. */
    static final int NO_ENTRY = Integer.MAX_VALUE;

    long[] words = {};

    private boolean shared;

    /** What any word has set; none where it is zero. */
    long any;

    /** It depends on when the position was entered, so nothing of it is kept. */
    final boolean aged;

    private int known = NEVER;

    Signal(boolean aged) {
        this.aged = aged;
    }

    /** Several combinations ask for it: it keeps its words, and so does what it is made of. */
    void share() {
        if (!shared) {
            shared = true;
            words = new long[Block.WORDS];
        }
    }

    /** One combination alone asks for it: its words may be forgotten as soon as that one is through with the block. */
    final void borrow(long[] scratch) {
        words = scratch;
    }

    /** Fills the words; returns what any of them has set. */
    abstract long fill(Block block, int entryBar);

    /** Makes the words right for that block and a position entered at that bar. */
    final void read(Block block, int entryBar) {
        if (known != block.from || aged) {
            any = fill(block, entryBar);
            known = block.from;
        }
    }

    /** The first bar from {@code from} on and before {@code to}, both in the block, at which it holds; {@code to} if there is none. */
    final int next(Block block, int from, int to, int entryBar) {
        read(block, entryBar);
        if (any == 0 || from >= to) {
            return to;
        }
        int at = from - block.from;
        int word = at >> 6;
        int last = (to - 1 - block.from) >> 6;
        long bits = words[word] & -1L << at;
        while (bits == 0) {
            if (++word > last) {
                return to;
            }
            bits = words[word];
        }
        return Math.min(to, block.from + (word << 6) + Long.numberOfTrailingZeros(bits));
    }

    /** Above, and at least. */
    static final class Compare extends Signal {
        private final Line left;
        private final Line right;
        private final boolean orEqual;

        Compare(Line left, Line right, boolean orEqual) {
            super(false);
            this.left = left;
            this.right = right;
            this.orEqual = orEqual;
        }

        @Override
        long fill(Block block, int entryBar) {
            return orEqual
                    ? block.kernels.atLeast(left.values, right.values, Frame.HISTORY, block.words, words)
                    : block.kernels.above(left.values, right.values, Frame.HISTORY, block.words, words);
        }
    }

    /** Was at or below, is above. */
    static final class CrossUp extends Signal {
        private final Line left;
        private final Line right;

        CrossUp(Line left, Line right) {
            super(false);
            this.left = left;
            this.right = right;
        }

        @Override
        long fill(Block block, int entryBar) {
            if (left.whole && right.whole) {
                return block.kernels.rises(
                        left.values, right.values, left.rounded, right.rounded, Frame.HISTORY, block.words, words);
            }
            long[] before = new long[Block.WORDS];
            block.kernels.above(left.values, right.values, Frame.HISTORY, block.words, words);
            block.kernels.atLeast(right.values, left.values, Frame.HISTORY - 1, block.words, before);
            long found = 0;
            for (int k = 0; k < block.words; k++) {
                words[k] &= before[k];
                found |= words[k];
            }
            return found;
        }
    }

    /** Two of them, joined by and, or by or. */
    static final class Joined extends Signal {
        private final boolean both;
        private final Signal left;
        private final Signal right;

        Joined(boolean both, Signal left, Signal right) {
            super(left.aged || right.aged);
            this.both = both;
            this.left = left;
            this.right = right;
        }

        @Override
        void share() {
            super.share();
            left.share();
            right.share();
        }

        @Override
        long fill(Block block, int entryBar) {
            left.read(block, entryBar);
            right.read(block, entryBar);
            return both ? and(block.words) : or(block.words);
        }

        private long and(int count) {
            long found = 0;
            for (int k = 0; k < count; k++) {
                words[k] = left.words[k] & right.words[k];
                found |= words[k];
            }
            return found;
        }

        private long or(int count) {
            for (int k = 0; k < count; k++) {
                words[k] = left.words[k] | right.words[k];
            }
            return left.any | right.any;
        }
    }

    static final class Negated extends Signal {
        private final Signal of;

        Negated(Signal of) {
            super(of.aged);
            this.of = of;
        }

        @Override
        void share() {
            super.share();
            of.share();
        }

        @Override
        long fill(Block block, int entryBar) {
            of.read(block, entryBar);
            long found = 0;
            for (int k = 0; k < block.words; k++) {
                words[k] = ~of.words[k];
                found |= words[k];
            }
            return found;
        }
    }

    /** The position has seen that many closes. */
    static final class HeldFor extends Signal {
        private final int bars;

        HeldFor(int bars) {
            super(true);
            this.bars = bars;
        }

        @Override
        long fill(Block block, int entryBar) {
            long first = bars <= 0 ? 0 : (long) entryBar + bars - 1 - block.from;
            long found = 0;
            for (int k = 0; k < block.words; k++) {
                long ahead = first - Long.SIZE * (long) k;
                words[k] = ahead <= 0 ? -1 : ahead >= Long.SIZE ? 0 : -1L << ahead;
                found |= words[k];
            }
            return found;
        }
    }

    /** Where there is no condition. */
    static final class Never extends Signal {
        Never() {
            super(false);
        }

        @Override
        long fill(Block block, int entryBar) {
            return 0;
        }
    }
}
