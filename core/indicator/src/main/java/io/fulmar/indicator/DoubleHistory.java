package io.fulmar.indicator;

/** The last values of a series, side by side in memory; before the first ones stand zeros. */
final class DoubleHistory {
    private final int keep;
    private double[] data;
    private int end;

    DoubleHistory(int keep) {
        this.keep = keep;
        data = new double[2 * keep + 64];
        end = keep;
    }

    /** Adds values and says where in {@link #data} the first of them stands; {@code keep} older ones stand before it. */
    int append(double[] values, int from, int size) {
        if (end + size > data.length) {
            double[] target = keep + size > data.length ? new double[keep + 2 * size] : data;
            System.arraycopy(data, end - keep, target, 0, keep);
            data = target;
            end = keep;
        }
        System.arraycopy(values, from, data, end, size);
        end += size;
        return end - size;
    }

    double[] data() {
        return data;
    }
}
