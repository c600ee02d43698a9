package io.fulmar.research.robustness;

import java.util.List;

/**
 * What a candidate bears: how much dearer trading may become, and how differently it does as the market changes.
 *
 * @param breakEven how many times its costs it bears before its trades gain nothing; infinite where nothing was paid and something gained, NaN
 *     where neither was
 * @param growthTwice G with all costs paid twice
 * @param growthThrice G with all costs paid three times
 * @param regimes mean daily return in each of {@link #REGIMES}; NaN where there was no such day
 * @param spread the best of those less the worst
 */
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not copied
public record Stress(double breakEven, double growthTwice, double growthThrice, double[] regimes, double spread) {
    /** States of a market, by how it moved over the twenty days before. */
    public static final List<String> REGIMES = List.of(
            "calm, falling", "usual, falling", "wild, falling", "calm, rising", "usual, rising", "wild, rising");

    /** Of a track over so many years, and of the market's returns on the same days. */
    public static Stress of(Track track, double years, double[] market) {
        CostStress costs = CostStress.of(track, years);
        RegimeSpread regimes = RegimeSpread.of(track.dailyReturns(), market);
        return new Stress(
                costs.breakEven(), costs.growthTwice(), costs.growthThrice(), regimes.means(), regimes.spread());
    }
}
