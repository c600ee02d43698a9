package io.fulmar.indicator;

/** The last bars as candles, and the words that patterns are described with. {@code ago} is 0 for the newest. */
final class Candles {
    /** The farthest look back: five candles, and ten before the first of them. */
    private static final int ROOM = 16;

    private final double[] open = new double[ROOM];
    private final double[] high = new double[ROOM];
    private final double[] low = new double[ROOM];
    private final double[] close = new double[ROOM];
    private int at;

    void add(double newOpen, double newHigh, double newLow, double newClose) {
        at = (at + 1) % ROOM;
        open[at] = newOpen;
        high[at] = newHigh;
        low[at] = newLow;
        close[at] = newClose;
    }

    private int place(int ago) {
        return (at - ago) & (ROOM - 1);
    }

    double open(int ago) {
        return open[place(ago)];
    }

    double high(int ago) {
        return high[place(ago)];
    }

    double low(int ago) {
        return low[place(ago)];
    }

    double close(int ago) {
        return close[place(ago)];
    }

    double top(int ago) {
        return Math.max(open(ago), close(ago));
    }

    double bottom(int ago) {
        return Math.min(open(ago), close(ago));
    }

    double body(int ago) {
        return Math.abs(close(ago) - open(ago));
    }

    double range(int ago) {
        return high(ago) - low(ago);
    }

    double upper(int ago) {
        return high(ago) - top(ago);
    }

    double lower(int ago) {
        return bottom(ago) - low(ago);
    }

    /** Closed no lower than it opened. */
    boolean white(int ago) {
        return close(ago) >= open(ago);
    }

    boolean black(int ago) {
        return !white(ago);
    }

    boolean white(int first, int second, int third) {
        return white(first) && white(second) && white(third);
    }

    boolean black(int first, int second, int third) {
        return black(first) && black(second) && black(third);
    }

    /** 100 for a white candle, -100 for a black one. */
    int sign(int ago) {
        return white(ago) ? 100 : -100;
    }

    boolean opposite(int one, int other) {
        return white(one) != white(other);
    }

    boolean longBody(int ago) {
        return body(ago) > Yardstick.LONG_BODY.of(this, ago);
    }

    /** Smaller than the mean; patterns differ in whether the mean itself is short, see {@link #small}. */
    boolean shortBody(int ago) {
        return body(ago) < Yardstick.SHORT_BODY.of(this, ago);
    }

    boolean small(int ago) {
        return body(ago) <= Yardstick.SHORT_BODY.of(this, ago);
    }

    boolean doji(int ago) {
        return body(ago) <= Yardstick.DOJI_BODY.of(this, ago);
    }

    /** Hardly any shadow above. */
    boolean bareTop(int ago) {
        return upper(ago) < Yardstick.VERY_SHORT_SHADOW.of(this, ago);
    }

    /** Hardly any shadow below. */
    boolean bareBottom(int ago) {
        return lower(ago) < Yardstick.VERY_SHORT_SHADOW.of(this, ago);
    }

    /** Long, and hardly any shadow. */
    boolean marubozu(int ago) {
        return longBody(ago) && bareTop(ago) && bareBottom(ago);
    }

    /** Whether two prices differ by no more than a yardstick laid on one candle. */
    boolean within(double price, double other, Yardstick yardstick, int ago) {
        double most = yardstick.of(this, ago);
        return price <= other + most && price >= other - most;
    }

    boolean equal(double price, double other, int ago) {
        return within(price, other, Yardstick.EQUAL, ago);
    }

    /** The body lies wholly above another body. */
    boolean gapUp(int ago, int before) {
        return bottom(ago) > top(before);
    }

    boolean gapDown(int ago, int before) {
        return top(ago) < bottom(before);
    }

    /** The bar, shadows and all, lies wholly above another bar. */
    boolean leapUp(int ago, int before) {
        return low(ago) > high(before);
    }

    boolean leapDown(int ago, int before) {
        return high(ago) < low(before);
    }

    /** The whole bar lies strictly within another. */
    boolean inside(int ago, int before) {
        return high(ago) < high(before) && low(ago) > low(before);
    }

    /** Both ends lie above those of another bar. */
    boolean rises(int ago, int before) {
        return high(ago) > high(before) && low(ago) > low(before);
    }

    boolean falls(int ago, int before) {
        return high(ago) < high(before) && low(ago) < low(before);
    }

    /** Opened inside the body of another candle; its ends do not count. */
    boolean opensIn(int ago, int body) {
        return open(ago) < top(body) && open(ago) > bottom(body);
    }

    boolean closesIn(int ago, int body) {
        return close(ago) < top(body) && close(ago) > bottom(body);
    }
}
