package io.fulmar.app.fulmar;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Symbol;
import io.fulmar.simulation.market.MarketModel;
import java.util.Locale;
import java.util.SplittableRandom;

/** The instruments of a made-up venue: each with a price, a tick and a temper of its own, which follow from the seed and its number. */
record SyntheticListing(Symbol symbol, long seed, MarketModel model, Decimal lot) {
    private static final int DIGITS = 5;
    private static final double PRICE_LEAST_LOG = -2;
    private static final double PRICE_MOST_LOG = 4.7;

    static SyntheticListing of(long seed, int number, boolean perpetual) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        double log = PRICE_LEAST_LOG + (PRICE_MOST_LOG - PRICE_LEAST_LOG) * random.nextDouble();
        double price = StrictMath.pow(10, log);
        int decimals = Math.clamp(DIGITS - 1 - (int) StrictMath.floor(log), 0, 10);
        Decimal tick = Decimal.of(1, decimals);
        MarketModel model = new MarketModel(
                tick,
                Math.max(1, Math.rint(price * StrictMath.pow(10, decimals))) / StrictMath.pow(10, decimals),
                0.4 + 0.8 * random.nextDouble(),
                0.2 + random.nextDouble(),
                StrictMath.rint(6e8 / price) + 1,
                false);
        String base = String.format(Locale.ROOT, "SYN%03d", number);
        Symbol symbol = perpetual ? Symbol.perpetual(base, "USDT", "USDT") : Symbol.spot(base, "USDT");
        return new SyntheticListing(symbol, random.nextLong() >>> 1, model, Decimal.of(1, 3));
    }
}
