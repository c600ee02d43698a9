package io.fulmar.indicator;

/** What a candle is long, short, near or equal by: a factor of the mean of the bars before it, or of the bar itself. */
enum Yardstick {
    LONG_BODY(Measure.BODY, 10, 1),
    SHORT_BODY(Measure.BODY, 10, 1),
    DOJI_BODY(Measure.RANGE, 10, 0.1),
    LONG_SHADOW(Measure.BODY, 0, 1),
    VERY_LONG_SHADOW(Measure.BODY, 0, 2),
    SHORT_SHADOW(Measure.BOTH_SHADOWS, 10, 0.5),
    VERY_SHORT_SHADOW(Measure.RANGE, 10, 0.1),
    NEAR(Measure.RANGE, 5, 0.2),
    FAR(Measure.RANGE, 5, 0.6),
    EQUAL(Measure.RANGE, 5, 0.05);

    /** What is measured of a candle. */
    enum Measure {
        BODY,
        RANGE,
        BOTH_SHADOWS
    }

    private final Measure measure;
    private final int bars;
    private final double factor;

    Yardstick(Measure measure, int bars, double factor) {
        this.measure = measure;
        this.bars = bars;
        this.factor = factor;
    }

    /** Its length for the candle of {@code ago} bars ago. */
    double of(Candles candles, int ago) {
        if (bars == 0) {
            return factor * measure(candles, ago);
        }
        double sum = 0;
        for (int before = ago + bars; before > ago; before--) {
            sum += measure(candles, before);
        }
        return factor * (sum / bars);
    }

    private double measure(Candles candles, int ago) {
        return switch (measure) {
            case BODY -> candles.body(ago);
            case RANGE -> candles.range(ago);
            case BOTH_SHADOWS -> candles.range(ago) - candles.body(ago);
        };
    }
}
