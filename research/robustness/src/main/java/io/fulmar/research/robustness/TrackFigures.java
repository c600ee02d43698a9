package io.fulmar.research.robustness;

/** Plain figures of a track for objectives that want them. Ratios over nothing are held at a thousand, so that a sum of terms stays finite. */
final class TrackFigures {
    private static final double RATIO_MAX = 1_000;
    private static final double DAYS_PER_YEAR = 365;

    private final double years;
    private double[] daily = new double[0];
    private int days;

    TrackFigures(double years) {
        this.years = years;
    }

    double value(Term term, Track track) {
        return switch (term) {
            case NET_RETURN -> netReturn(track);
            case CAGR -> cagr(track);
            case MAX_DRAWDOWN -> track.maxDrawdown;
            case CALMAR -> ratio(cagr(track), track.maxDrawdown);
            case SHARPE -> sharpe(track);
            case SORTINO -> sortino(track);
            case PROFIT_FACTOR -> ratio(sum(track, 1), sum(track, -1));
            case WIN_RATE -> winRate(track);
            case TRADES_PER_YEAR -> track.trades / years;
            case EXPOSURE -> track.bars == 0 ? 0 : (double) track.barsInMarket / track.bars;
            case COST_SHARE -> costShare(track);
            case COST_BREAK_EVEN -> breakEven(track);
            case ROLLING_WORST -> Rolling.worst(track.dailyEquity, track.days);
            case GROWTH_BOUND,
                    GROWTH_COSTS_TWICE,
                    REGIME_SPREAD,
                    EXPECTANCY,
                    ROLLING_LOSS,
                    GROWTH_SPREAD,
                    GROWTH_MEDIAN,
                    GROWTH_LOW,
                    DRAWDOWN_TAIL,
                    INCONSISTENCY,
                    LOSS_PROBABILITY -> throw new IllegalArgumentException(term + " is not taken from the track alone");
        };
    }

    private static double netReturn(Track track) {
        return (double) (track.finalEquity - track.cash) / track.cash;
    }

    private double cagr(Track track) {
        double wealth = (double) track.finalEquity / track.cash;
        return wealth <= 0 ? -1 : StrictMath.exp(StrictMath.log(wealth) / years) - 1;
    }

    private static double ratio(double of, double over) {
        if (of == 0) return 0;
        return over == 0 ? Math.copySign(RATIO_MAX, of) : Math.clamp(of / over, -RATIO_MAX, RATIO_MAX);
    }

    private void daily(Track track) {
        days = Math.max(0, track.days - 1);
        if (daily.length < days) daily = new double[2 * days];
        for (int day = 0; day < days; day++) {
            long before = track.dailyEquity[day];
            daily[day] = before > 0 ? (double) track.dailyEquity[day + 1] / before - 1 : 0;
        }
    }

    private double sharpe(Track track) {
        daily(track);
        if (days < 2) return 0;
        double mean = Sums.mean(daily, days);
        return ratio(mean * Math.sqrt(DAYS_PER_YEAR), Sums.deviation(daily, days, mean));
    }

    private double sortino(Track track) {
        daily(track);
        if (days < 2) return 0;
        double mean = Sums.mean(daily, days);
        for (int day = 0; day < days; day++) daily[day] = Math.min(0, daily[day]);
        double losses = Sums.products(daily, days, 0, 0) / days;
        return ratio(mean * Math.sqrt(DAYS_PER_YEAR), Math.sqrt(losses));
    }

    private static double sum(Track track, int sign) {
        long sum = 0;
        for (int i = 0; i < track.trades; i++) sum += Math.max(0, sign * track.pnl[i]);
        return sum;
    }

    private static double winRate(Track track) {
        int wins = 0;
        for (int i = 0; i < track.trades; i++) {
            if (track.pnl[i] > 0) wins++;
        }
        return track.trades == 0 ? 0 : (double) wins / track.trades;
    }

    private static double breakEven(Track track) {
        double costs = 0;
        double profit = 0;
        for (int i = 0; i < track.trades; i++) {
            costs += track.costs[i];
            profit += track.pnl[i];
        }
        return ratio(profit + costs, costs);
    }

    private static double costShare(Track track) {
        double costs = 0;
        for (int i = 0; i < track.trades; i++) costs += track.costs[i];
        double gross = costs + sum(track, 1);
        return gross <= 0 ? 0 : costs / gross;
    }
}
