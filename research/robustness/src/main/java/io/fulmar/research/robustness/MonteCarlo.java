package io.fulmar.research.robustness;

import java.util.Arrays;

/**
 * One run lived many times: its trades drawn anew in blocks, fills worse than the backtest had them, entries missed, and now and then a
 * fill that goes badly wrong. Unlike a {@link Scorer} it knows what each fill was worth, so that costs are charged where they arise.
 */
public final class MonteCarlo {
    private static final double BASIS_POINTS = 10_000;
    /** The heavy tail of anomalous fills: multiples of Pareto(alpha 3, minimum 1), of finite variance and no more. */
    private static final double PARETO_ALPHA = 3;

    /** Points of a path that its fan shows, the first and the last among them. */
    private static final int FAN_POINTS_MAX = 201;

    /**
     * Closed trades in the order of their exits.
     *
     * @param returns profit over the equity before the trade
     * @param entryValues value of the entry over that equity
     * @param exitValues value of the exit over that equity
     */
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over and not copied
    public record Trades(double[] returns, double[] entryValues, double[] exitValues) {
        public Trades {
            if (entryValues.length != returns.length || exitValues.length != returns.length) {
                throw new IllegalArgumentException("columns of trades differ in length");
            }
        }

        int size() {
            return returns.length;
        }
    }

    /**
     * What may go wrong.
     *
     * @param slippageMean basis points that each fill pays more, on average, before negative ones are cut at 0
     * @param slippageDeviation their standard deviation
     * @param miss probability that a trade was never entered
     * @param anomaly probability that a fill pays {@code anomalyPoints} times a Pareto variable more
     */
    public record Mishaps(
            double slippageMean, double slippageDeviation, double miss, double anomaly, double anomalyPoints) {
        public static final Mishaps NONE = new Mishaps(0, 0, 0, 0, 0);

        boolean fills() {
            return slippageMean > 0 || slippageDeviation > 0 || (anomaly > 0 && anomalyPoints > 0);
        }
    }

    /**
     * How paths are drawn.
     *
     * @param block trades that stay together: 1 for the plain bootstrap, 0 for the length that the trades themselves suggest
     */
    public record Setup(int paths, long seed, int block) {
        public Setup {
            if (paths < 1 || paths > Scoring.PATHS_MAX) {
                throw new IllegalArgumentException(
                        "paths must lie between 1 and " + Scoring.PATHS_MAX + ", not " + paths);
            }
            if (block < 0) throw new IllegalArgumentException("a block cannot have " + block + " trades");
        }
    }

    private final Trades trades;
    private final Mishaps mishaps;
    private final Draws draws;
    private final long missSeed;
    private final long fillSeed;

    private MonteCarlo(Trades trades, Mishaps mishaps, Setup setup) {
        this.trades = trades;
        this.mishaps = mishaps;
        this.draws = new Draws(setup.seed, setup.paths);
        this.missSeed = Draws.mix(Draws.mix(setup.seed) ^ 1);
        this.fillSeed = Draws.mix(Draws.mix(setup.seed) ^ 2);
    }

    /** Draws all paths; of no trades all stay where they began. */
    public static MonteCarloResult run(Trades trades, Mishaps mishaps, Setup setup) {
        int n = trades.size();
        int block =
                setup.block == 0 ? new BlockLength().of(trades.returns, n) : Math.clamp(setup.block, 1, Math.max(1, n));
        return new MonteCarlo(trades, mishaps, setup).paths(setup.paths, block);
    }

    private MonteCarloResult paths(int paths, int block) {
        double[] finals = new double[paths];
        double[] drawdowns = new double[paths];
        int points = Math.min(FAN_POINTS_MAX, trades.size() + 1);
        double[][] fan = new double[points][paths];
        for (int path = 0; path < paths; path++) {
            drawdowns[path] = path(path, block, fan);
            finals[path] = fan[points - 1][path];
        }
        Arrays.sort(finals);
        Arrays.sort(drawdowns);
        for (double[] point : fan) Arrays.sort(point);
        return new MonteCarloResult(block, finals, drawdowns, fan);
    }

    /** The worst drawdown of a path, whose wealth goes into the fan. */
    private double path(int path, int block, double[][] fan) {
        int n = trades.size();
        int points = fan.length;
        double wealth = 1;
        double peak = 1;
        double trough = 1;
        int start = 0;
        int point = 0;
        fan[point++][path] = wealth;
        for (int t = 0; t < n; t++) {
            if (t % block == 0) start = Draws.below(n, draws.bits(path, t));
            int trade = (start + t % block) % n;
            wealth *= Math.max(0, 1 + outcome(trade, path, t));
            peak = Math.max(peak, wealth);
            trough = Math.min(trough, wealth / peak);
            while (point < points && (long) point * n <= (long) (t + 1) * (points - 1)) fan[point++][path] = wealth;
        }
        return 1 - trough;
    }

    private double outcome(int trade, int path, int draw) {
        if (mishaps.miss > 0 && uniform(missSeed, path, draw) < mishaps.miss) return 0;
        double outcome = trades.returns[trade];
        if (!mishaps.fills()) return outcome;
        double radius = Math.sqrt(-2 * StrictMath.log(uniform(fillSeed, path, 4 * draw)));
        double angle = 2 * Math.PI * uniform(fillSeed, path, 4 * draw + 1);
        double entry = points(radius * StrictMath.cos(angle), uniform(fillSeed, path, 4 * draw + 2));
        double exit = points(radius * StrictMath.sin(angle), uniform(fillSeed, path, 4 * draw + 3));
        return outcome - (entry * trades.entryValues[trade] + exit * trades.exitValues[trade]) / BASIS_POINTS;
    }

    /** Basis points that one fill pays more. */
    private double points(double normal, double uniform) {
        double slippage = Math.max(0, mishaps.slippageMean + mishaps.slippageDeviation * normal);
        if (uniform >= mishaps.anomaly) return slippage;
        // Given that it is below the probability, the uniform over the probability is uniform again.
        return slippage + mishaps.anomalyPoints * StrictMath.pow(uniform / mishaps.anomaly, -1 / PARETO_ALPHA);
    }

    /** Above 0 and below 1. */
    private static double uniform(long seed, int path, int draw) {
        long bits = Draws.mix(seed + 0x9E3779B97F4A7C15L * (((long) path << 32) | (draw & 0xFFFFFFFFL)));
        return ((bits >>> 12) + 0.5) * 0x1p-52;
    }
}
