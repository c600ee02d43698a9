package io.fulmar.market;

import java.util.Arrays;

/**
 * What one market did, event by event, as columns: levels of its order book as they change, and trades. Times are nanoseconds since
 * 1970 UTC and never go back; prices are ticks, quantities lots.
 *
 * <p>A message of the venue may bring several events; its last one carries {@link #LAST}, and only there is the book whole. Quotes are a
 * book of one level a side. What is known only by its trades has no book at all.
 *
 * <p>The column methods hand out the arrays themselves, valid up to {@link #size()}: readers must not write into them, and must ask again
 * after an append.
 */
public final class Flow {
    /** How much of the market is there. */
    public enum Depth {
        /** Trades alone. */
        TRADES,
        /** The best bid and ask, and trades. */
        QUOTES,
        /** All levels, and trades. */
        BOOK
    }

    // ---- kinds of events: what a level holds from now on, or a trade by the side that took ----

    public static final int BID = 0;
    public static final int ASK = 1;
    public static final int BUY = 2;
    public static final int SELL = 3;

    /** A snapshot begins: the book is empty until its levels have come. */
    public static final int CLEAR = 4;

    /** Messages are missing before this one: nobody knows the book until the next snapshot. */
    public static final int GAP = 5;

    public static final int KIND_MASK = 7;

    /** The message ends here: the book is whole. */
    public static final int LAST = 8;

    /** After this event the book is not known, or cannot be: messages are missing, or it is crossed. */
    public static final int DARK = 16;

    private final Depth depth;
    private long[] venueTimes;
    private long[] receiveTimes;
    private byte[] kinds;
    private long[] ticks;
    private long[] lots;
    private int size;

    public Flow(Depth depth, int capacity) {
        this.depth = depth;
        venueTimes = new long[capacity];
        receiveTimes = new long[capacity];
        kinds = new byte[capacity];
        ticks = new long[capacity];
        lots = new long[capacity];
    }

    /** {@code kind} with its marks. */
    public void append(long venueTime, long receiveTime, int kind, long price, long quantity) {
        if (size == kinds.length) {
            grow();
        }
        if (size > 0 && (venueTime < venueTimes[size - 1] || receiveTime < receiveTimes[size - 1])) {
            throw new IllegalArgumentException("event " + size + ": time goes back");
        }
        venueTimes[size] = venueTime;
        receiveTimes[size] = receiveTime;
        kinds[size] = (byte) kind;
        ticks[size] = price;
        lots[size] = quantity;
        size++;
    }

    /** The last event ends its message, after all. */
    public void endMessage() {
        if (size > 0) {
            kinds[size - 1] |= LAST;
        }
    }

    void mark(int event, boolean dark) {
        kinds[event] = (byte) (dark ? kinds[event] | DARK : kinds[event] & ~DARK);
    }

    public Depth depth() {
        return depth;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** When the venue did it. */
    public long[] venueTimes() {
        return venueTimes;
    }

    /** When we heard of it. */
    public long[] receiveTimes() {
        return receiveTimes;
    }

    public byte[] kinds() {
        return kinds;
    }

    public long[] ticks() {
        return ticks;
    }

    public long[] lots() {
        return lots;
    }

    /** The kind without its marks. */
    public int kind(int event) {
        return kinds[event] & KIND_MASK;
    }

    public boolean isTrade(int event) {
        int kind = kinds[event] & KIND_MASK;
        return kind == BUY || kind == SELL;
    }

    private void grow() {
        int room = Math.max(16, Math.addExact(size, size >> 1));
        venueTimes = Arrays.copyOf(venueTimes, room);
        receiveTimes = Arrays.copyOf(receiveTimes, room);
        kinds = Arrays.copyOf(kinds, room);
        ticks = Arrays.copyOf(ticks, room);
        lots = Arrays.copyOf(lots, room);
    }
}
