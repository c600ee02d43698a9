package io.fulmar.research.robustness;

/** Scores one candidate after the other; for one thread, allocating nothing once its arrays are large enough. */
public final class Scorer {
    /** Below this l = log(1 + r*) would say nothing any more; only candidates that are not eligible come here. */
    private static final double RETURN_MIN = -1 + 1e-9;

    private final Scoring scoring;
    private final Objective objective;
    private final Term[] terms;
    private final double[] factors;
    private final boolean needsPaths;
    private final Paths paths;
    private final TrackFigures figures;
    private final BlockLength blockLength = new BlockLength();
    private double[] returns = new double[0];
    private double[] logarithms = new double[0];
    private double[] products = new double[0];
    private long[] sorted = new long[0];

    Scorer(Scoring scoring) {
        this.scoring = scoring;
        this.objective = scoring.objective();
        this.terms = objective.terms();
        this.factors = objective.factors();
        this.needsPaths = objective.needsPaths();
        this.paths = new Paths(scoring.draws(), scoring.paths());
        this.figures = new TrackFigures(scoring.years());
    }

    /** Scores what a candidate did. */
    public void score(Track track, Score into) {
        into.clear();
        int n = track.trades;
        reserve(n);
        for (int i = 0; i < n; i++) {
            returns[i] = stressed(track, i, objective.costStress());
            logarithms[i] = StrictMath.log1p(Math.max(returns[i], RETURN_MIN));
        }
        into.growthBound = growthBound(n);
        into.rolling = Rolling.share(track.dailyEquity, track.days);
        into.reasons = objective.gates().failed(track, returns, scoring.years(), sorted);
        into.eligible = into.reasons == 0;
        into.score = into.growthBound;
        if (!into.eligible) return;
        if (needsPaths && scoring.paths() > 0) simulate(n, into);
        if (!needsPaths || scoring.paths() > 0) into.score = sum(track, into);
    }

    /** What a trade made of the equity before it, had its costs been paid so many times more. */
    private static double stressed(Track track, int trade, double more) {
        double before = track.equityBefore[trade];
        return before > 0 ? track.pnl[trade] / before - more * (track.costs[trade] / before) : -1;
    }

    /** G with all costs paid twice. The logarithms are needed for G alone, which is known by then. */
    private double growthCostsTwice(Track track) {
        for (int i = 0; i < track.trades; i++) {
            logarithms[i] = StrictMath.log1p(Math.max(stressed(track, i, 1), RETURN_MIN));
        }
        return growthBound(track.trades);
    }

    private void reserve(int n) {
        if (returns.length >= n) return;
        int size = Math.max(n, 2 * returns.length);
        returns = new double[size];
        logarithms = new double[size];
        sorted = new long[size];
        products = new double[2 * size];
    }

    private double growthBound(int n) {
        if (n < 2) return Double.NEGATIVE_INFINITY;
        double mean = Sums.mean(logarithms, n);
        return n / scoring.years() * (mean - Sums.deviation(logarithms, n, mean) / Math.sqrt(n));
    }

    private void simulate(int n, Score into) {
        int block = blockLength.of(returns, n);
        for (int i = 0; i < n; i++) products[i] = 1 + returns[i];
        System.arraycopy(products, 0, products, n, block);
        paths.run(products, n, block);
        int count = paths.count();
        double[] finals = paths.finals();
        into.blockLength = block;
        int middle = Quantiles.place(500, count);
        into.growth50 = growth(Quantiles.select(finals, 0, count - 1, middle));
        into.growth01 = growth(Quantiles.select(finals, 0, middle, Quantiles.place(10, count)));
        into.growth99 = growth(Quantiles.select(finals, middle, count - 1, Quantiles.place(990, count)));
        into.drawdown95 = 1 - Quantiles.ofFalling(paths.troughs(), count, 950);
        into.consistency = Sums.sum(paths.growing(), count) / count / Paths.WINDOWS;
    }

    /** Growth rises with wealth, so that a quantile of one is that of the other and one logarithm is enough. */
    private double growth(double wealth) {
        return StrictMath.log(Math.max(wealth, Double.MIN_VALUE)) / scoring.years();
    }

    private double sum(Track track, Score score) {
        double sum = 0;
        for (int i = 0; i < terms.length; i++) sum += factors[i] * value(terms[i], track, score);
        return sum;
    }

    private double value(Term term, Track track, Score score) {
        return switch (term) {
            case GROWTH_BOUND -> score.growthBound;
            case ROLLING_LOSS -> 1 - score.rolling;
            case GROWTH_SPREAD -> score.growth99 - score.growth01;
            case GROWTH_MEDIAN -> score.growth50;
            case GROWTH_LOW -> growth(Quantiles.of(paths.finals(), paths.count(), 50));
            case DRAWDOWN_TAIL -> score.drawdown95;
            case INCONSISTENCY -> 1 - score.consistency;
            case LOSS_PROBABILITY -> lossProbability();
            case GROWTH_COSTS_TWICE -> growthCostsTwice(track);
            case REGIME_SPREAD -> scoring.regimes().spread(track.dailyReturns()).spread();
            case EXPECTANCY -> Sums.mean(returns, track.trades);
            case NET_RETURN,
                    CAGR,
                    MAX_DRAWDOWN,
                    CALMAR,
                    SHARPE,
                    SORTINO,
                    PROFIT_FACTOR,
                    WIN_RATE,
                    TRADES_PER_YEAR,
                    EXPOSURE,
                    COST_SHARE,
                    COST_BREAK_EVEN,
                    ROLLING_WORST -> figures.value(term, track);
        };
    }

    private double lossProbability() {
        int below = 0;
        for (int path = 0; path < paths.count(); path++) {
            if (paths.finals()[path] < 1) below++;
        }
        return (double) below / paths.count();
    }
}
