package io.fulmar.indicator;

/**
 * Exponential averages: TA-Lib's EMA and Wilder's smoothing, both seeded with the plain mean of the first values.
 *
 * <p>{@code e = b*e + a*x} as one fused step: the chain from bar to bar is what limits the speed, and a fused multiply-add is exactly
 * specified, the same on every machine.
 */
final class Ema implements Fold, Cell, Column {
    private final int window;
    private final double gain;
    private final double keep;
    private double average = Double.NaN;
    private double total;
    private int count;

    private Ema(int window, double gain) {
        this.window = window;
        this.gain = gain;
        keep = 1 - gain;
    }

    static Ema of(int window) {
        return new Ema(window, 2.0 / (window + 1));
    }

    /** With a gain that is not its window's. */
    static Ema gaining(int window, double gain) {
        return new Ema(window, gain);
    }

    static Ema wilder(int window) {
        return new Ema(window, 1.0 / window);
    }

    /** EMA that begins with its first value instead of a mean. */
    static Ema fromFirst(int window) {
        return new Ema(1, 2.0 / (window + 1));
    }

    @Override
    public void take(Block in, double[][] out) {
        run(in.values(0), 0, in.size(), out[0]);
    }

    @Override
    public void run(double[] x, int from, int to) {
        run(x, from, to, x);
    }

    /** Takes {@code in[from]} to {@code in[to - 1]} and fills the same places of {@code out}, which may be the same array. */
    void run(double[] in, int from, int to, double[] out) {
        int i = from;
        while (count < window && i < to) {
            out[i] = next(in[i]);
            i++;
        }
        double e = average;
        for (; i < to; i++) {
            e = Math.fma(keep, e, gain * in[i]);
            out[i] = e;
        }
        average = e;
    }

    /** As {@link #run} in place for two averages of the same window: their chains wait for their own steps only, so both take the time of one. */
    static void runBoth(Ema first, Ema second, double[] one, double[] other, int from, int to) {
        int i = from;
        while (first.count < first.window && i < to) {
            one[i] = first.next(one[i]);
            other[i] = second.next(other[i]);
            i++;
        }
        double keep = first.keep;
        double gain = first.gain;
        double a = first.average;
        double b = second.average;
        for (; i < to; i++) {
            a = Math.fma(keep, a, gain * one[i]);
            b = Math.fma(keep, b, gain * other[i]);
            one[i] = a;
            other[i] = b;
        }
        first.average = a;
        second.average = b;
    }

    @Override
    public double next(double value) {
        if (count >= window) {
            average = Math.fma(keep, average, gain * value);
        } else {
            total += value;
            if (++count == window) {
                average = total / window;
            }
        }
        return average;
    }
}
