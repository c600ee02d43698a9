package io.fulmar.research.backtest;

import io.fulmar.market.Flow;
import java.util.Arrays;

/** Rows of a file of quotes, trades or levels as they stand there: decimals with a scale each, and the row's line for messages. */
final class FlowRows {
    /** Beside {@link Flow}'s kinds: a level of a snapshot. */
    static final int SNAPSHOT = 64;

    long[] times = new long[1024];
    long[] received = new long[1024];
    long[] sequences = new long[1024];
    int[] lines = new int[1024];
    byte[] kinds = new byte[1024];
    long[] prices = new long[1024];
    byte[] priceScales = new byte[1024];
    long[] quantities = new long[1024];
    byte[] quantityScales = new byte[1024];
    int size;

    boolean numbered;

    int priceDecimals;
    int quantityDecimals;

    /** Appends a row that the others fill in. */
    int add() {
        if (size == times.length) {
            int room = Math.addExact(size, size >> 1);
            times = Arrays.copyOf(times, room);
            received = Arrays.copyOf(received, room);
            sequences = Arrays.copyOf(sequences, room);
            lines = Arrays.copyOf(lines, room);
            kinds = Arrays.copyOf(kinds, room);
            prices = Arrays.copyOf(prices, room);
            priceScales = Arrays.copyOf(priceScales, room);
            quantities = Arrays.copyOf(quantities, room);
            quantityScales = Arrays.copyOf(quantityScales, room);
        }
        return size++;
    }

    boolean snapshot(int row) {
        return (kinds[row] & SNAPSHOT) != 0;
    }

    int kind(int row) {
        return kinds[row] & Flow.KIND_MASK;
    }

    boolean trade(int row) {
        return kind(row) == Flow.BUY || kind(row) == Flow.SELL;
    }
}
