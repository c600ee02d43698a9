package io.fulmar.store.lake;

import java.util.Arrays;

/**
 * Which of several streams comes next: the one whose head is earliest, and of several at one moment the one with the lowest number. A
 * tournament whose losers are kept: one stream's new head plays only those on its way up.
 *
 * <p>A head and its stream's number lie in one long, so that a game is a minimum and a maximum without a branch. Heads too far ahead for
 * that play as equals behind all others until the time base reaches one of them.
 */
final class MergeOrder {
    /** No stream has anything left. */
    static final int NONE = -1;

    private static final long ENDED = Long.MAX_VALUE;

    private final int leaves;
    private final int bits;
    private final long numberMask;
    private final long far;
    private final long[] heads;
    private final boolean[] ended;
    private final long[] losers;
    private long winner = ENDED;
    private long base;

    MergeOrder(int streams) {
        bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, streams) - 1));
        leaves = 1 << bits;
        numberMask = leaves - 1L;
        far = (ENDED >>> bits) - 1;
        heads = new long[streams];
        ended = new boolean[streams];
        Arrays.fill(ended, true);
        losers = new long[leaves];
    }

    /** A stream's first head; {@link #begin} follows when all are there. */
    void first(int stream, long head) {
        heads[stream] = head;
        ended[stream] = false;
    }

    /** All first heads are there. Returns the stream that comes first, or {@link #NONE}. */
    int begin() {
        base = Long.MAX_VALUE;
        for (int i = 0; i < heads.length; i++) {
            base = ended[i] ? base : Math.min(base, heads[i]);
        }
        winner = play(1);
        return number();
    }

    private long play(int node) {
        if (node >= leaves) {
            int stream = node - leaves;
            return stream < heads.length ? packed(stream) : ENDED;
        }
        long left = play(2 * node);
        long right = play(2 * node + 1);
        losers[node] = Math.max(left, right);
        return Math.min(left, right);
    }

    /** The stream that came last has a new head, not before the old one. Returns the stream that comes next. */
    int next(int stream, long head) {
        heads[stream] = head;
        return climb(stream, packed(head, stream));
    }

    /** The stream that came last has nothing left. Returns the stream that comes next, or {@link #NONE}. */
    int end(int stream) {
        ended[stream] = true;
        return climb(stream, ENDED);
    }

    private int climb(int stream, long entered) {
        long best = entered;
        for (int node = (leaves + stream) >> 1; node > 0; node >>= 1) {
            long other = losers[node];
            losers[node] = Math.max(best, other);
            best = Math.min(best, other);
        }
        winner = best;
        return best >>> bits < far ? (int) (best & numberMask) : beyond();
    }

    /** Nothing near is left: what is far becomes near, or all is over. */
    private int beyond() {
        return winner == ENDED ? NONE : begin();
    }

    private int number() {
        return winner == ENDED ? NONE : (int) (winner & numberMask);
    }

    private long packed(int stream) {
        return ended[stream] ? ENDED : packed(heads[stream], stream);
    }

    private long packed(long head, int stream) {
        long distance = head - base;
        return (distance < 0 || distance > far ? far : distance) << bits | stream;
    }
}
