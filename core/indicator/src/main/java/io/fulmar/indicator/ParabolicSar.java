package io.fulmar.indicator;

/** Parabolic stop and reverse: a stop that hurries after the price, and turns round when hit. */
final class ParabolicSar implements Fold {
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
    public void take(Block in, double[][] out) {
        double[] highs = in.values(0);
        double[] lows = in.values(1);
        for (int i = 0; i < in.size(); i++) {
            if (bars == 2) {
                run(highs, lows, out[0], i, in.size());
                return;
            }
            if (bars == 1) {
                begin(highs[i], lows[i]);
                run(highs, lows, out[0], i, i + 1);
            } else {
                out[0][i] = Double.NaN;
            }
            high = highs[i];
            low = lows[i];
            bars++;
        }
    }

    /** The second bar's direction decides; its own prices stand in for those before it. */
    private void begin(double newHigh, double newLow) {
        double down = low - newLow;
        rising = start == 0 ? !(down > 0 && down > newHigh - high) : start > 0;
        extreme = rising ? newHigh : -newLow;
        double first = start == 0 ? rising ? low : high : Math.abs(start);
        stop = rising ? first : -first;
        hurry = (rising ? rise : fall).first();
        high = newHigh;
        low = newLow;
    }

    /**
     * A falling market is a rising one upside down: stop and extreme are below 0 then. A stop never stands inside the last two bars: a
     * minimum, and a new extreme hurries it by a product, because where a branch would go cannot be foreseen.
     */
    private void run(double[] highs, double[] lows, double[] out, int from, int to) {
        boolean up = rising;
        Hurry side = up ? rise : fall;
        double s = stop;
        double e = extreme;
        double a = hurry;
        double step = side.step();
        double limit = side.limit();
        double last = up ? low : -high;
        double lastTop = up ? high : -low;
        for (int i = from; i < to; i++) {
            double top = up ? highs[i] : -lows[i];
            double bottom = up ? lows[i] : -highs[i];
            if (bottom <= s) {
                up = !up;
                side = up ? rise : fall;
                double turned = -top;
                top = -bottom;
                bottom = turned;
                last = -lastTop;
                s = Math.min(-e, Math.min(bottom, last));
                s += s * (up ? -offset : offset);
                e = top;
                a = side.first();
                step = side.step();
                limit = side.limit();
            }
            out[i] = up || signed ? s : -s;
            a = Math.min(a + step * below(e, top), limit);
            e = Math.max(e, top);
            s = Math.min(s + a * (e - s), Math.min(bottom, last));
            last = bottom;
            lastTop = top;
        }
        high = highs[to - 1];
        low = lows[to - 1];
        rising = up;
        stop = s;
        extreme = e;
        hurry = a;
    }

    /** 1 if the first is the smaller, else 0. */
    private static long below(double first, double second) {
        return Double.doubleToRawLongBits(first - second) >>> 63;
    }
}
