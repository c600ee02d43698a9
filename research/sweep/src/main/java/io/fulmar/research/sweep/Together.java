package io.fulmar.research.sweep;

/**
 * One result of a combination's results on several markets. Trades of different markets are never pooled: scores are computed market by
 * market, and their mean less their standard deviation counts, so that what works on one market alone does not win.
 */
public final class Together {
    private Together() {}

    /** Of result {@code index} in each lane. */
    static Row of(Row[][] lanes, int index) {
        Row first = lanes[0][index];
        if (lanes.length == 1) {
            return first;
        }
        int reasons = 0;
        Tier tier = Tier.S;
        int trades = 0;
        int open = 0;
        double net = 0;
        double worst = 0;
        long fees = 0;
        double[] scores = new double[lanes.length];
        double[] growths = new double[lanes.length];
        for (int lane = 0; lane < lanes.length; lane++) {
            Row row = lanes[lane][index];
            reasons |= row.reasons();
            tier = row.tier().compareTo(tier) > 0 ? row.tier() : tier;
            trades = Math.addExact(trades, row.trades());
            open = Math.addExact(open, row.openTrades());
            net += row.netReturn();
            worst = Math.max(worst, row.maxDrawdown());
            fees = Math.addExact(fees, row.fees());
            scores[lane] = row.score();
            growths[lane] = row.growth();
        }
        return new Row(
                first.combination(),
                reasons,
                tier,
                trades,
                open,
                net / lanes.length,
                worst,
                fees,
                meanLessDispersion(scores),
                meanLessDispersion(growths));
    }

    /** The mean less the standard deviation of the sample; undefined as soon as one figure is. */
    public static double meanLessDispersion(double[] figures) {
        if (figures.length == 1) {
            return figures[0];
        }
        double sum = 0;
        for (double figure : figures) {
            sum += figure;
        }
        double mean = sum / figures.length;
        double squares = 0;
        for (double figure : figures) {
            squares += (figure - mean) * (figure - mean);
        }
        return mean - StrictMath.sqrt(squares / (figures.length - 1));
    }
}
