package io.fulmar.indicator;

/** Parabolic stop and reverse: a stop that hurries after the price, and turns round when hit. */
final class ParabolicSar implements PerBar {
    /** How the stop hurries on one side: its first share of the distance, what each new extreme adds, and the most. */
    record Hurry(double first, double step, double limit) {
        Hurry {
            first = Math.min(first, limit);
            step = Math.min(step, limit);
        }
    }

    private final Hurry rise;
    private final Hurry fall;
    private final double start;
    private final double offset;
    private final boolean signed;
    private boolean rising;
    private double stop;
    private double extreme;
    private double hurry;
    private double high;
    private double low;
    private int bars;

    /**
     * @param start 0 lets the second bar decide; above 0 a first stop below the price, below 0 one above it
     * @param offset how far a stop is moved away when it turns round, as a part of it
     * @param signed whether stops above the price are shown below 0
     */
    ParabolicSar(Hurry rise, Hurry fall, double start, double offset, boolean signed) {
        this.rise = rise;
        this.fall = fall;
        this.start = start;
        this.offset = offset;
        this.signed = signed;
    }

    static ParabolicSar plain(double acceleration, double maximum) {
        Hurry both = new Hurry(acceleration, acceleration, maximum);
        return new ParabolicSar(both, both, 0, 0, false);
    }

    /** From TA-Lib's arguments of SAREXT. */
    static ParabolicSar extended(double[] a) {
        return new ParabolicSar(new Hurry(a[2], a[3], a[4]), new Hurry(a[5], a[6], a[7]), a[0], a[1], true);
    }

    @Override
    public void next(double[][] in, int i, double[][] out) {
        double newHigh = in[0][i];
        double newLow = in[1][i];
        if (bars == 1) {
            begin(newHigh, newLow);
        }
        out[0][i] = bars == 0 ? Double.NaN : step(newHigh, newLow);
        high = newHigh;
        low = newLow;
        bars = 2 - (bars == 0 ? 1 : 0);
    }

    /** The second bar's direction decides; its own prices stand in for those before it. */
    private void begin(double newHigh, double newLow) {
        double down = low - newLow;
        rising = start == 0 ? !(down > 0 && down > newHigh - high) : start > 0;
        extreme = rising ? newHigh : newLow;
        stop = start == 0 ? rising ? low : high : Math.abs(start);
        hurry = side().first();
        high = newHigh;
        low = newLow;
    }

    private Hurry side() {
        return rising ? rise : fall;
    }

    private double step(double newHigh, double newLow) {
        boolean hit = rising ? newLow <= stop : newHigh >= stop;
        if (hit) {
            rising = !rising;
            stop = clamp(extreme, newHigh, newLow);
            stop += (rising ? -stop : stop) * offset;
            hurry = side().first();
            extreme = rising ? newHigh : newLow;
        }
        double shown = signed && !rising ? -stop : stop;
        boolean farther = rising ? newHigh > extreme : newLow < extreme;
        if (farther) {
            extreme = rising ? newHigh : newLow;
            hurry = Math.min(side().limit(), hurry + side().step());
        }
        stop = clamp(stop + hurry * (extreme - stop), newHigh, newLow);
        return shown;
    }

    /** A stop never stands inside the last two bars. */
    private double clamp(double value, double newHigh, double newLow) {
        return rising ? Math.min(value, Math.min(low, newLow)) : Math.max(value, Math.max(high, newHigh));
    }
}
