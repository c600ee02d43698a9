package io.fulmar.indicator;

/**
 * The last n doubles, oldest first, and what can be summed up from them.
 *
 * <p>Sums beyond the plain one are taken of distances from the oldest value: small numbers add up without losing what they have in
 * common, and a still window is exactly still.
 */
final class Window {
    private final int size;
    private final DoubleHistory history;
    private final double[] one = new double[1];
    private final double[] terms;
    private int missing;
    private int start;

    Window(int size) {
        this.size = size;
        history = new DoubleHistory(size);
        terms = new double[size];
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
        return Sums.of(history.data(), start, size);
    }

    /** Of the distances from the oldest value. */
    double sumAbove() {
        double[] data = history.data();
        double base = data[start];
        for (int i = 0; i < size; i++) {
            terms[i] = data[start + i] - base;
        }
        return Sums.of(terms, 0, size);
    }

    /** Of the distances from the oldest value, weighted 1 for it to n for the newest. */
    double weightedAbove() {
        double[] data = history.data();
        double base = data[start];
        for (int i = 0; i < size; i++) {
            terms[i] = (i + 1) * (data[start + i] - base);
        }
        return Sums.of(terms, 0, size);
    }

    /** With weights that add up to 1, the oldest value's first. */
    double weighed(double[] weights) {
        double[] data = history.data();
        double base = data[start];
        for (int i = 0; i < size; i++) {
            terms[i] = weights[i] * (data[start + i] - base);
        }
        return base + Sums.of(terms, 0, size);
    }

    /** The mean's distance from the oldest value. */
    double meanAbove() {
        return sumAbove() / size;
    }

    /** Of squared distances from the mean. */
    double squares() {
        return products(this);
    }

    /** Of products with another window of the same size, both as distances from their means. */
    double products(Window other) {
        double[] data = history.data();
        double[] others = other.history.data();
        double base = data[start];
        double otherBase = others[other.start];
        double mean = meanAbove();
        double otherMean = other.meanAbove();
        for (int i = 0; i < size; i++) {
            terms[i] = (data[start + i] - base - mean) * (others[other.start + i] - otherBase - otherMean);
        }
        return Sums.of(terms, 0, size);
    }

    /** Of absolute distances from the mean. */
    double distances() {
        double[] data = history.data();
        double base = data[start];
        double mean = meanAbove();
        for (int i = 0; i < size; i++) {
            terms[i] = Math.abs(data[start + i] - base - mean);
        }
        return Sums.of(terms, 0, size);
    }
}
