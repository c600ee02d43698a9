package io.fulmar.indicator;

import java.util.Arrays;

/**
 * The bar of the highest or lowest of the last values, counted from the first as 0.
 *
 * <p>Of equal ones it is TA-Lib's: the newest when it equals the one known, the earliest when that one has just left the window.
 */
final class ExtremePlace {
    private final int window;
    private final double sign;
    private final double[] ring;
    private int now = -1;
    private int place = -1;

    private ExtremePlace(int window, double sign) {
        this.window = window;
        this.sign = sign;
        ring = new double[window];
        Arrays.fill(ring, Double.NaN);
    }

    static ExtremePlace highest(int window) {
        return new ExtremePlace(window, 1);
    }

    static ExtremePlace lowest(int window) {
        return new ExtremePlace(window, -1);
    }

    /** NaN while the window is not full. */
    double next(double value) {
        now++;
        ring[now % window] = sign * value;
        int first = now - window + 1;
        if (first < 0) {
            return Double.NaN;
        }
        if (place < first) {
            place = first;
            for (int bar = first + 1; bar <= now; bar++) {
                place = ring[bar % window] > ring[place % window] ? bar : place;
            }
        } else if (ring[now % window] >= ring[place % window]) {
            place = now;
        }
        return place;
    }
}
