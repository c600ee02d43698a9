package io.fulmar.market;

/** What one bar says by itself, as numbers without a unit. */
public final class BarFeatures {
    private BarFeatures() {}

    /** The volatility coefficient: how far the bar's high lies above its low, as a share of its open. */
    public static double volatility(long open, long high, long low) {
        return (double) (high - low) / open;
    }

    /** The relative candle position: where the close lies between low (0) and high (1); in the middle when they are equal. */
    public static double position(long high, long low, long close) {
        return high == low ? 0.5 : (double) (close - low) / (high - low);
    }
}
