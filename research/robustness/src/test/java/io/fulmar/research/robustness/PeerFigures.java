package io.fulmar.research.robustness;

/** Our figures for series that others can make too; {@code ./fulmar proof robustness-peers} compares them with arch and scipy. */
final class PeerFigures {
    private static final double[] POINTS = {-8, -3, -1, 0.3, 2.5, 3.7};
    private static final double[] PROBABILITIES = {1e-12, 0.001, 0.3, 0.975, 0.99};

    private PeerFigures() {}

    public static void main(String[] arguments) {
        for (int n : new int[] {60, 200, 769, 2_157}) {
            for (double phi : new double[] {0, 0.3, 0.7, -0.4}) {
                double optimal = new BlockLength().optimal(series(n, phi, 7_919), n);
                System.out.println("block " + n + " " + phi + " "
                        + Math.min(optimal, Math.ceil(Math.min(3 * Math.sqrt(n), n / 3.0))));
            }
        }
        for (double x : POINTS) System.out.println("below " + x + " " + Normal.below(x));
        for (double p : PROBABILITIES) System.out.println("quantile " + p + " " + Normal.quantile(p));
        for (int block : new int[] {1, 5, 10}) {
            double[][] returns = new double[30][];
            for (int k = 0; k < returns.length; k++) {
                returns[k] = series(250, 0.2, 101 + 2 * k);
                for (int t = 0; t < 250; t++) returns[k][t] = 0.01 * returns[k][t] + 0.0001 * (k % 5) - 0.0002;
            }
            System.out.println("check " + block + " "
                    + SuperiorAbility.of(returns, 5_000, block, 3).realityCheck());
        }
        double[] returns = series(250, 0.2, 7_919);
        for (int t = 0; t < returns.length; t++) returns[t] = 0.01 * returns[t] + 0.0005;
        SharpeRatio sharpe = SharpeRatio.of(returns);
        System.out.println("sharpe ratio " + sharpe.ratio());
        System.out.println("sharpe skewness " + sharpe.skewness());
        System.out.println("sharpe kurtosis " + sharpe.kurtosis());
        System.out.println("sharpe probability " + sharpe.probabilityAbove(0));
    }

    /** The same numbers on every machine, in every language: x = phi x + ((7919 t (t mod 13 + 1)) mod 1000) / 1000 - 0.5. */
    static double[] series(int n, double phi, int step) {
        double[] series = new double[n];
        double last = 0;
        for (int t = 0; t < n; t++) {
            last = phi * last + (long) t * step * (t % 13 + 1) % 1_000 / 1_000.0 - 0.5;
            series[t] = last;
        }
        return series;
    }
}
