package io.fulmar.indicator;

import java.util.Arrays;

/** The last values of a series, side by side in memory; before the first ones stand zeros. */
final class LongHistory {
    private final int keep;
    private long[] data;
    private int end;

    LongHistory(int keep) {
        this.keep = keep;
        data = new long[2 * keep + 64];
        end = keep;
    }

    /** Adds values and says where in {@link #data} the first of them stands; {@code keep} older ones stand before it. */
    int append(long[] values, int from, int size) {
        if (end + size > data.length) {
            long[] target = keep + size > data.length ? new long[keep + 2 * size] : data;
            System.arraycopy(data, end - keep, target, 0, keep);
            data = target;
            end = keep;
        }
        System.arraycopy(values, from, data, end, size);
        end += size;
        return end - size;
    }

    /** Puts one value in the place of everything so far. */
    void fill(long value) {
        Arrays.fill(data, 0, end, value);
    }

    long[] data() {
        return data;
    }
}
