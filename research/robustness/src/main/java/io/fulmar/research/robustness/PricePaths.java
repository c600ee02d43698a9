package io.fulmar.research.robustness;

import io.fulmar.market.Bars;

/**
 * Markets that might have been: bars drawn anew by a stationary bootstrap, each relative to the close before it, at the times of the real ones. Blocks
 * of random length keep together what belongs together over hours; what a market remembers for longer is lost, and so is every drift that depends on
 * where the price stands.
 */
public final class PricePaths {
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private PricePaths() {}

    /** Mean length of a block in bars: a day, or twice what the strategy needs to warm up, but at most a tenth of the data. */
    public static int meanBlock(Bars bars, int warmUpBars) {
        long day = Math.max(1, DAY_NANOS / bars.nanosMean());
        return (int) Math.max(1, Math.min(Math.max(day, 2L * warmUpBars), bars.size() / 10));
    }

    /** Whether such bars can be drawn anew: others are made of what lies beneath them, which would have to be drawn instead. */
    public static boolean canDraw(Bars bars) {
        return bars.onGrid();
    }

    /** Another market from the same bars. Prices stay above zero and whole ticks; times and the number of bars are the real ones. */
    public static Bars draw(Bars bars, int meanBlock, long seed, int path) {
        if (!canDraw(bars)) {
            throw new IllegalArgumentException("bars of " + bars.kind() + " cannot be drawn anew");
        }
        int n = bars.size();
        long base = Draws.mix(Draws.mix(seed) + path);
        long restart = meanBlock <= 1 ? 1L << 32 : (1L << 32) / meanBlock;
        Bars drawn = new Bars(bars.timeframe(), n);
        if (n == 0) return drawn;
        drawn.append(
                bars.openTime(0),
                bars.opens()[0],
                bars.highs()[0],
                bars.lows()[0],
                bars.closes()[0],
                bars.volumes()[0]);
        long before = bars.closes()[0];
        int source = 0;
        for (int i = 1; i < n; i++) {
            long bits = Draws.mix(base + 0x9E3779B97F4A7C15L * i);
            boolean starts = i == 1 || (bits >>> 32) < restart;
            source = starts ? 1 + Draws.below(n - 1, (int) bits) : source + 1 == n ? 1 : source + 1;
            double scale = (double) before / bars.closes()[source - 1];
            long open = ticks(bars.opens()[source], scale);
            long close = ticks(bars.closes()[source], scale);
            long high = Math.max(Math.max(open, close), ticks(bars.highs()[source], scale));
            long low = Math.min(Math.min(open, close), ticks(bars.lows()[source], scale));
            drawn.append(bars.openTime(i), open, high, low, close, bars.volumes()[source]);
            before = close;
        }
        return drawn;
    }

    private static long ticks(long price, double scale) {
        return Math.max(1, (long) Math.rint(price * scale));
    }
}
