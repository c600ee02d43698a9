package io.fulmar.simulation.market;

/**
 * The prices of the trades inside a bar: its open first, its close last, both extremes at places that chance decides. Between those the
 * price goes straight inside a second, and wanders inside a longer bar.
 */
final class InnerPath {
    /** How far a walk of so many steps ranges, in deviations of a step times the root of their number. */
    private static final double RANGE_OF_WALK = 1.6;

    private static final double UNIFORM_DEVIATIONS = Math.sqrt(3);

    private final Candles bars;
    private final Stream places;
    private final Stream steps;
    private final boolean wanders;
    private long[] prices = new long[16];

    InnerPath(long seed, Candles bars, Stream places, boolean wanders) {
        this.bars = bars;
        this.places = places;
        this.wanders = wanders;
        this.steps = new Stream(seed, "inside");
    }

    /** The prices of so many trades, at least four; valid until the next bar is asked for. */
    long[] prices(int bar, int trades) {
        if (prices.length < trades) {
            prices = new long[trades + (trades >> 1)];
        }
        boolean highFirst = places.happens(0.5);
        int first = 1 + (int) (places.uniform() * (trades - 3));
        int second = first + 1 + (int) (places.uniform() * (trades - 2 - first));
        long one = highFirst ? bars.highs()[bar] : bars.lows()[bar];
        long two = highFirst ? bars.lows()[bar] : bars.highs()[bar];
        prices[0] = bars.opens()[bar];
        prices[first] = one;
        prices[second] = two;
        prices[trades - 1] = bars.closes()[bar];
        between(bar, 0, first, trades);
        between(bar, first, second, trades);
        between(bar, second, trades - 1, trades);
        return prices;
    }

    private void between(int bar, int from, int to, int trades) {
        double low = bars.lows()[bar];
        double high = bars.highs()[bar];
        double step = UNIFORM_DEVIATIONS * (high - low) / (RANGE_OF_WALK * Math.sqrt(trades));
        double price = prices[from];
        for (int trade = from + 1; trade < to; trade++) {
            if (wanders) {
                double pull = (prices[to] - price) / (to - trade + 1);
                price = Math.clamp(price + pull + step * (2 * steps.uniform() - 1), low, high);
                prices[trade] = (long) Math.rint(price);
            } else {
                prices[trade] = prices[from] + (prices[to] - prices[from]) * (trade - from) / (to - from);
            }
        }
    }
}
