package io.fulmar.indicator;

/** Bands of ATR around the middle of the bar, each moving only towards the price, and the one that holds. */
final class SuperTrend implements PerBar {
    private final double times;
    private final Ema range;
    private double close = Double.NaN;
    private double upper = Double.NaN;
    private double lower = Double.NaN;
    private boolean rising = true;

    SuperTrend(int window, double times) {
        this.times = times;
        range = Ema.wilder(window);
    }

    @Override
    public void next(double[][] in, int i, double[][] out) {
        double average = range.after(TrueRange.next(in[0][i], in[1][i], close));
        boolean known = !Double.isNaN(average);
        if (known) {
            double middle = (in[0][i] + in[1][i]) / 2;
            tighten(middle + times * average, middle - times * average, in[2][i]);
        }
        close = in[2][i];
        out[0][i] = rising ? lower : upper;
        out[1][i] = known ? (rising ? 1 : -1) : Double.NaN;
    }

    private void tighten(double high, double low, double newClose) {
        if (Double.isNaN(upper)) {
            upper = high;
            lower = low;
            return;
        }
        if (high < upper || close > upper) {
            upper = high;
        }
        if (low > lower || close < lower) {
            lower = low;
        }
        rising = rising ? newClose >= lower : newClose > upper;
    }
}
