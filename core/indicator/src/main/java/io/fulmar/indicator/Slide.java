package io.fulmar.indicator;

import java.util.Arrays;

/**
 * The windows of a whole block at once, each computed afresh and in one order, oldest first.
 *
 * <p>Work goes place by place of the window over all bars, not bar by bar: neighbours in memory are then neighbours in the loop, which
 * runs several bars at once. Shifted copies cost little beside that.
 */
final class Slide {
    /** So few bars are quicker looked through one by one. */
    private static final int FEW = 4;

    private final int window;
    /** The last values before this block, then the block: a bar's window begins at its own place. */
    private double[] data;

    private final Scratch scratch;
    private double[] base = {};
    private double[] shifted = {};
    private double[] work = {};
    private int size;
    private int missing;
    private int lead;

    /** Room for steps between, for windows that take turns: what is nearest to the processor is small. */
    private static final class Scratch {
        private double[] shifted = {};
        private double[] work = {};

        void fit(int room) {
            if (work.length < room) {
                shifted = new double[room];
                work = new double[room];
            }
        }
    }

    Slide(int window) {
        this(window, new Scratch());
    }

    /** Shares its scratch with another of its thread. */
    Slide(int window, Slide other) {
        this(window, other.scratch);
    }

    private Slide(int window, Scratch scratch) {
        this.window = window;
        this.scratch = scratch;
        data = new double[window - 1];
        missing = window - 1;
    }

    /** Takes the next values; what is asked afterwards is of the windows that end with them. */
    void take(double[] values, int from, int count) {
        double[] before = data;
        if (base.length < count || data.length < count + window) {
            data = new double[count + window];
            base = new double[count];
        }
        scratch.fit(count + window);
        shifted = scratch.shifted;
        work = scratch.work;
        System.arraycopy(before, size, data, 0, window - 1);
        System.arraycopy(values, from, data, window - 1, count);
        size = count;
        lead = Math.min(missing, count);
        missing -= lead;
    }

    /** Puts NaN where a window is not full yet. */
    void blank(double[] out) {
        Arrays.fill(out, 0, lead, Double.NaN);
    }

    void sums(double[] out) {
        double[] x = shifted;
        int n = size;
        if (n < FEW) {
            for (int i = 0; i < n; i++) {
                out[i] = data[i];
                for (int k = 1; k < window; k++) {
                    out[i] += data[i + k];
                }
            }
            return;
        }
        System.arraycopy(data, 0, out, 0, n);
        for (int k = 1; k < window; k++) {
            System.arraycopy(data, k, x, 0, n);
            for (int i = 0; i < n; i++) {
                out[i] += x[i];
            }
        }
    }

    /** The mean's distance from the window's oldest value: a still window is exactly still. */
    void meansAbove(double[] out) {
        double[] oldest = base;
        int n = size;
        System.arraycopy(data, 0, oldest, 0, n);
        Arrays.fill(out, 0, n, 0);
        if (n < FEW) {
            for (int i = 0; i < n; i++) {
                for (int k = 1; k < window; k++) {
                    out[i] += data[i + k] - oldest[i];
                }
            }
        } else {
            addAbove(out, oldest, n);
        }
        for (int i = 0; i < n; i++) {
            out[i] /= window;
        }
    }

    private void addAbove(double[] out, double[] oldest, int n) {
        double[] x = shifted;
        for (int k = 1; k < window; k++) {
            System.arraycopy(data, k, x, 0, n);
            for (int i = 0; i < n; i++) {
                out[i] += x[i] - oldest[i];
            }
        }
    }

    /** The mean distance from the mean, given {@link #meansAbove}, which also leaves the oldest values. */
    void distances(double[] above, double[] out) {
        int n = size;
        Arrays.fill(out, 0, n, 0);
        if (n < FEW) {
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < window; k++) {
                    out[i] += Math.abs(data[i + k] - base[i] - above[i]);
                }
            }
        } else {
            addDistances(above, out, n);
        }
        for (int i = 0; i < n; i++) {
            out[i] /= window;
        }
    }

    private void addDistances(double[] above, double[] out, int n) {
        double[] x = shifted;
        double[] oldest = base;
        for (int k = 0; k < window; k++) {
            System.arraycopy(data, k, x, 0, n);
            for (int i = 0; i < n; i++) {
                out[i] += Math.abs(x[i] - oldest[i] - above[i]);
            }
        }
    }

    /** The oldest value of a bar's window, after {@link #meansAbove}. */
    double oldest(int bar) {
        return base[bar];
    }

    void highest(double[] out) {
        extremes(out, true);
    }

    void lowest(double[] out) {
        extremes(out, false);
    }

    /** Spans of 1, 2, 4, ... values, and at last two that cover the window. */
    private void extremes(double[] out, boolean high) {
        if (size < FEW) {
            scan(out, high);
            return;
        }
        double[] a = data;
        int span = 1;
        for (; 2 * span <= window; span *= 2) {
            pair(a, span, work, size + window - 2 * span, high);
            a = work;
        }
        pair(a, window - span, out, size, high);
    }

    /** The higher or lower of each value and the one {@code apart} places on. */
    private void pair(double[] a, int apart, double[] out, int count, boolean high) {
        double[] b = shifted;
        System.arraycopy(a, apart, b, 0, count);
        if (high) {
            higher(a, b, out, count);
        } else {
            lower(a, b, out, count);
        }
    }

    /** Four at a time, so that none waits for the one before. */
    private void scan(double[] out, boolean high) {
        for (int i = 0; i < size; i++) {
            double a = data[i];
            double b = a;
            double c = a;
            double d = a;
            int k = i + 1;
            for (; k + 3 < i + window; k += 4) {
                a = extreme(a, data[k], high);
                b = extreme(b, data[k + 1], high);
                c = extreme(c, data[k + 2], high);
                d = extreme(d, data[k + 3], high);
            }
            for (; k < i + window; k++) {
                a = extreme(a, data[k], high);
            }
            out[i] = extreme(extreme(a, b, high), extreme(c, d, high), high);
        }
    }

    private static double extreme(double one, double other, boolean high) {
        return high ? Math.max(one, other) : Math.min(one, other);
    }

    private static void higher(double[] a, double[] b, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Math.max(a[i], b[i]);
        }
    }

    private static void lower(double[] a, double[] b, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Math.min(a[i], b[i]);
        }
    }

    /** How many bars before a bar's last a value of its window was seen, the latest of equal ones. */
    int age(int bar, double value) {
        int last = bar + window - 1;
        int at = last;
        while (at > bar && data[at] != value) {
            at--;
        }
        return last - at;
    }
}
