package io.fulmar.venue.kit;

import java.util.Arrays;

/** Levels of one side of a book as a message brought them: exact decimals, {@code mantissa / 10^scale}. Valid until the next message. */
public final class LevelList {
    static final int LEVELS_MAX = 20_000;

    /** A level's price, then its quantity. */
    private long[] numbers = new long[2 * 64];

    private byte[] scales = new byte[2 * 64];
    private int end;

    void clear() {
        end = 0;
    }

    /** False when there are too many. */
    boolean add(long price, int priceScale, long quantity, int quantityScale) {
        int at = end;
        if (at == numbers.length && !grow()) {
            return false;
        }
        numbers[at] = price;
        numbers[at + 1] = quantity;
        scales[at] = (byte) priceScale;
        scales[at + 1] = (byte) quantityScale;
        end = at + 2;
        return true;
    }

    private boolean grow() {
        if (end == 2 * LEVELS_MAX) {
            return false;
        }
        int room = Math.min(2 * LEVELS_MAX, 2 * end);
        numbers = Arrays.copyOf(numbers, room);
        scales = Arrays.copyOf(scales, room);
        return true;
    }

    public int size() {
        return end / 2;
    }

    public long price(int level) {
        return numbers[2 * level];
    }

    public int priceScale(int level) {
        return scales[2 * level];
    }

    public long quantity(int level) {
        return numbers[2 * level + 1];
    }

    public int quantityScale(int level) {
        return scales[2 * level + 1];
    }
}
