package io.fulmar.venue.kit;

import java.util.Arrays;

/** Levels of one side of a book as a message brought them: exact decimals, {@code mantissa / 10^scale}. Valid until the next message. */
public final class LevelList {
    static final int LEVELS_MAX = 20_000;

    private long[] prices = new long[64];
    private long[] quantities = new long[64];
    private byte[] priceScales = new byte[64];
    private byte[] quantityScales = new byte[64];
    private int size;

    void clear() {
        size = 0;
    }

    /** False when there are too many. */
    boolean add(long price, int priceScale, long quantity, int quantityScale) {
        if (size == prices.length && !grow()) {
            return false;
        }
        prices[size] = price;
        priceScales[size] = (byte) priceScale;
        quantities[size] = quantity;
        quantityScales[size] = (byte) quantityScale;
        size++;
        return true;
    }

    private boolean grow() {
        if (size == LEVELS_MAX) {
            return false;
        }
        int room = Math.min(LEVELS_MAX, 2 * size);
        prices = Arrays.copyOf(prices, room);
        quantities = Arrays.copyOf(quantities, room);
        priceScales = Arrays.copyOf(priceScales, room);
        quantityScales = Arrays.copyOf(quantityScales, room);
        return true;
    }

    public int size() {
        return size;
    }

    public long price(int level) {
        return prices[level];
    }

    public int priceScale(int level) {
        return priceScales[level];
    }

    public long quantity(int level) {
        return quantities[level];
    }

    public int quantityScale(int level) {
        return quantityScales[level];
    }
}
