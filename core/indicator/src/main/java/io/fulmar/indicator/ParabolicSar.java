package io.fulmar.indicator;

/** Parabolic stop and reverse: a stop that hurries after the price, and turns round when hit. */
final class ParabolicSar implements PerBar {
    private final double step;
    private final double limit;
    private boolean rising;
    private double stop;
    private double extreme;
    private double hurry;
    private double high;
    private double low;
    private int bars;

    ParabolicSar(double acceleration, double maximum) {
        step = Math.min(acceleration, maximum);
        limit = maximum;
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
        rising = !(down > 0 && down > newHigh - high);
        extreme = rising ? newHigh : newLow;
        stop = rising ? low : high;
        hurry = step;
        high = newHigh;
        low = newLow;
    }

    private double step(double newHigh, double newLow) {
        boolean hit = rising ? newLow <= stop : newHigh >= stop;
        if (hit) {
            rising = !rising;
            stop = clamp(extreme, newHigh, newLow);
            double shown = stop;
            hurry = step;
            extreme = rising ? newHigh : newLow;
            stop = clamp(stop + hurry * (extreme - stop), newHigh, newLow);
            return shown;
        }
        double shown = stop;
        boolean farther = rising ? newHigh > extreme : newLow < extreme;
        if (farther) {
            extreme = rising ? newHigh : newLow;
            hurry = Math.min(limit, hurry + step);
        }
        stop = clamp(stop + hurry * (extreme - stop), newHigh, newLow);
        return shown;
    }

    /** A stop never stands inside the last two bars. */
    private double clamp(double value, double newHigh, double newLow) {
        return rising ? Math.min(value, Math.min(low, newLow)) : Math.max(value, Math.max(high, newHigh));
    }
}
