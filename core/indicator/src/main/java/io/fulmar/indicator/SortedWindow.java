package io.fulmar.indicator;

import java.util.Arrays;

/** The last n values in rising order. */
final class SortedWindow {
    private final double[] sorted;
    private final Lag past;
    private int size;

    SortedWindow(int n) {
        sorted = new double[n];
        past = new Lag(n);
    }

    /** Adds a value, lets the oldest go, and says whether the window is full. */
    boolean add(double value) {
        double oldest = past.next(value);
        if (size == sorted.length) {
            int gone = Arrays.binarySearch(sorted, oldest);
            System.arraycopy(sorted, gone + 1, sorted, gone, --size - gone);
        }
        int found = Arrays.binarySearch(sorted, 0, size, value);
        int place = found < 0 ? -found - 1 : found;
        System.arraycopy(sorted, place, sorted, place + 1, size - place);
        sorted[place] = value;
        size++;
        return size == sorted.length;
    }

    boolean full() {
        return size == sorted.length;
    }

    /** The value at a place, 0 for the lowest. */
    double at(int place) {
        return sorted[place];
    }

    /** How many values lie below. */
    int below(double value) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
