package io.fulmar.indicator;

/**
 * Turns of at least some percent, told when they are certain and never taken back.
 *
 * <p>A bar that reaches a new extreme confirms no turn against it: what came first inside the bar is unknown.
 */
final class ZigZag implements PerBar {
    private final double rise;
    private final double fall;
    /** 1 while a high is sought, -1 while a low is, 0 before the first turn. */
    private int seeking;

    private double high = Double.NEGATIVE_INFINITY;
    private double low = Double.POSITIVE_INFINITY;
    private int highAge;
    private int lowAge;
    private double pivot = Double.NaN;
    private double kind = Double.NaN;
    private double age = Double.NaN;

    ZigZag(double percent) {
        rise = 1 + percent / 100;
        fall = 1 - percent / 100;
    }

    @Override
    public void next(double[][] in, int i, double[][] out) {
        age++;
        boolean newHigh = seeking >= 0 && in[0][i] > high;
        boolean newLow = seeking <= 0 && in[1][i] < low;
        highAge++;
        lowAge++;
        if (newHigh) {
            high = in[0][i];
            highAge = 0;
        }
        if (newLow) {
            low = in[1][i];
            lowAge = 0;
        }
        if (seeking >= 0 && !newHigh && in[1][i] <= high * fall) {
            turn(high, 1, highAge);
            low = in[1][i];
            lowAge = 0;
        } else if (seeking <= 0 && !newLow && in[0][i] >= low * rise) {
            turn(low, -1, lowAge);
            high = in[0][i];
            highAge = 0;
        }
        out[0][i] = pivot;
        out[1][i] = kind;
        out[2][i] = age;
    }

    private void turn(double price, int way, int bars) {
        pivot = price;
        kind = way;
        age = bars;
        seeking = -way;
    }
}
