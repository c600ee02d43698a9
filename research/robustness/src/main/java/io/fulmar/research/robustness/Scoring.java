package io.fulmar.research.robustness;

/**
 * How the candidates of one sweep are scored. Made once and shared; each thread asks for a {@link Scorer} of its own.
 */
public final class Scoring {
    /** Days of 86,400 seconds in a year of 31,557,600. */
    public static final double DAYS_PER_YEAR = 365.25;

    public static final int PATHS_USUAL = 1_000;
    public static final int PATHS_MAX = 100_000;
    private static final double NANOS_PER_YEAR = 31_557_600e9;

    private final Objective objective;
    private final int paths;
    private final long seed;
    private final double years;
    private final Draws draws;
    private final Regimes regimes;

    /**
     * @param paths of the Monte Carlo; 0 for none: then G alone ranks, unless the objective needs no paths
     * @param years of the window all candidates share, 31,557,600 seconds each
     */
    public Scoring(Objective objective, int paths, long seed, double years) {
        this(objective, paths, seed, years, Regimes.of(new double[0]));
    }

    private Scoring(Objective objective, int paths, long seed, double years, Regimes regimes) {
        if (paths < 0 || paths > PATHS_MAX) {
            throw new IllegalArgumentException("paths must lie between 0 and " + PATHS_MAX + ", not " + paths);
        }
        if (!(years > 0)) throw new IllegalArgumentException("a window needs a length, not " + years + " years");
        this.objective = objective;
        this.paths = paths;
        this.seed = seed;
        this.years = years;
        this.draws = new Draws(seed, paths);
        this.regimes = regimes;
    }

    /** A stretch of time in years. */
    public static double years(long fromNanos, long toNanos) {
        return (toNanos - fromNanos) / NANOS_PER_YEAR;
    }

    public Objective objective() {
        return objective;
    }

    public int paths() {
        return paths;
    }

    public long seed() {
        return seed;
    }

    public double years() {
        return years;
    }

    Draws draws() {
        return draws;
    }

    /** The same with other draws: what the first seed selected is judged anew by seeds that did not. */
    public Scoring fresh(int number) {
        return new Scoring(objective, paths, Draws.mix(seed) + number + 1, years, regimes);
    }

    /** The same with another number of paths, the first of which are the same. */
    public Scoring with(int otherPaths) {
        return otherPaths == paths ? this : new Scoring(objective, otherPaths, seed, years, regimes);
    }

    /** The same over a window of another length; of the market in it {@link #on} tells. */
    public Scoring over(double otherYears) {
        return new Scoring(objective, paths, seed, otherYears);
    }

    /** The same where the market's returns on the days of the window are known, which an objective may ask for. */
    public Scoring on(double[] market) {
        return new Scoring(objective, paths, seed, years, Regimes.of(market));
    }

    Regimes regimes() {
        return regimes;
    }

    /** For one thread. */
    public Scorer scorer() {
        return new Scorer(this);
    }
}
