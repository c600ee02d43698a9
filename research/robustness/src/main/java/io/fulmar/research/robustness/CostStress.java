package io.fulmar.research.robustness;

/**
 * How much dearer trading may become. Trades stay as they were; only what they paid changes.
 *
 * @param breakEven how many times its costs a candidate bears before its trades gain nothing; infinite where nothing was paid and something gained, NaN where neither was
 * @param growthTwice G with all costs paid twice
 * @param growthThrice G with all costs paid three times
 */
record CostStress(double breakEven, double growthTwice, double growthThrice) {
    /** Of a track over so many years. */
    public static CostStress of(Track track, double years) {
        double profit = 0;
        double costs = 0;
        for (int i = 0; i < track.trades; i++) {
            profit += track.pnl[i];
            costs += track.costs[i];
        }
        double breakEven = costs == 0 ? profit / 0 : 1 + profit / costs;
        return new CostStress(breakEven, bound(track, years, 1), bound(track, years, 2));
    }

    private static double bound(Track track, double years, double more) {
        Objective stressed = new Objective("cost-stress", Objective.ROBUST.weights(), more, Gates.USUAL);
        Score score = new Score();
        new Scoring(stressed, 0, 0, years).scorer().score(track, score);
        return score.growthBound;
    }
}
