package io.fulmar.research.robustness;

/**
 * How differently a strategy does as the market changes: days are sorted by how the market moved over the twenty before them, into calm, usual and wild, each
 * rising or falling, and the mean daily return is taken in each of the six. What lives on one regime dies with it.
 *
 * @param means of the daily returns: calm, usual, wild while falling, then while rising; NaN where there was no such day
 * @param days of each
 * @param spread the best less the worst mean
 */
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not copied
record RegimeSpread(double[] means, int[] days, double spread) {
    /** Of a strategy's daily returns and the market's on the same days. */
    public static RegimeSpread of(double[] returns, double[] market) {
        return Regimes.of(market).spread(returns);
    }
}
