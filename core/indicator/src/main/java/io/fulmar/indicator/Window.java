package io.fulmar.indicator;

/** The last n doubles, oldest first. */
final class Window {
    private final int size;
    private final DoubleHistory history;
    private final double[] one = new double[1];
    private final double[] above;
    private int missing;
    private int start;

    Window(int size) {
        this.size = size;
        history = new DoubleHistory(size);
        above = new double[size];
        missing = size;
    }

    /** Adds a value and says whether the window is full. */
    boolean add(double value) {
        one[0] = value;
        start = history.append(one, 0, 1) + 1 - size;
        missing -= missing > 0 ? 1 : 0;
        return missing == 0;
    }

    int size() {
        return size;
    }

    double oldest() {
        return history.data()[start];
    }

    double newest() {
        return history.data()[start + size - 1];
    }

    double sum() {
        return Sums.plain(history.data(), start, size);
    }

    /** The values less the oldest: small numbers add up without losing what they have in common; a scratch, valid until the next call. */
    double[] aboveOldest() {
        double[] data = history.data();
        double base = data[start];
        for (int i = 0; i < size; i++) {
            above[i] = data[start + i] - base;
        }
        return above;
    }

    /** The mean of {@link #aboveOldest}, of which it must be given the result. */
    double mean(double[] values) {
        return Sums.plain(values, 0, size) / size;
    }

    /** The sum of squared distances from the mean. */
    double squares() {
        double[] values = aboveOldest();
        return Sums.squares(values, mean(values), size);
    }
}
