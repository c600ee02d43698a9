package io.fulmar.indicator;

/** RSI and CMO: Wilder's averages of the rises and of the falls, seeded with their plain means over the first changes. */
final class Rsi implements Fold {
    /** Added to the divisor: nothing beside any price, and turns the 0/0 of a still market into TA-Lib's 0. */
    private static final double NOTHING = Double.MIN_NORMAL;

    private final boolean balanced;
    private final Ema rises;
    private final Ema falls;
    private double[] up = {};
    private double[] down = {};

    /** The values one bar late: with every column read at the same index the loops run several bars at once. */
    private double[] before = {};

    private double last = Double.NaN;

    private Rsi(int window, boolean balanced) {
        this.balanced = balanced;
        rises = Ema.wilder(window);
        falls = Ema.wilder(window);
    }

    /** 0 to 100: the rises' share. */
    static Rsi rsi(int window) {
        return new Rsi(window, false);
    }

    /** -100 to 100: rises less falls, as a share of both. */
    static Rsi cmo(int window) {
        return new Rsi(window, true);
    }

    /** RSI of single values; a still bar leaves it exactly where it was, so that its highest and lowest can be compared. */
    static Cell cell(int window) {
        Ema rises = Ema.wilder(window);
        Ema falls = Ema.wilder(window);
        Cell before = new Lag(1);
        double[] shown = {Double.NaN};
        return value -> {
            double change = value - before.next(value);
            double gain = Math.max(change, 0);
            double up = rises.after(gain);
            double down = falls.after(gain - change);
            if (change != 0 || Double.isNaN(shown[0])) {
                shown[0] = 100 * (up / (up + down + NOTHING));
            }
            return shown[0];
        };
    }

    @Override
    public void take(Block in, double[][] out) {
        int size = in.size();
        if (size == 0) {
            return;
        }
        if (up.length < size) {
            up = new double[size];
            down = new double[size];
            before = new double[size];
        }
        double[] x = in.values(0);
        int first = Double.isNaN(last) ? 1 : 0;
        before[0] = last;
        System.arraycopy(x, 0, before, 1, size - 1);
        split(x, size);
        last = x[size - 1];
        Ema.runBoth(rises, falls, up, down, first, size);
        if (balanced) {
            balance(size, out[0]);
        } else {
            share(size, out[0]);
        }
    }

    private void split(double[] x, int size) {
        double[] rise = up;
        double[] fall = down;
        double[] b = before;
        for (int i = 0; i < size; i++) {
            double change = x[i] - b[i];
            double gain = Math.max(change, 0);
            rise[i] = gain;
            fall[i] = gain - change;
        }
    }

    private void share(int size, double[] out) {
        for (int i = 0; i < size; i++) {
            out[i] = 100 * (up[i] / (up[i] + down[i] + NOTHING));
        }
    }

    private void balance(int size, double[] out) {
        for (int i = 0; i < size; i++) {
            out[i] = 100 * ((up[i] - down[i]) / (up[i] + down[i] + NOTHING));
        }
    }
}
