package io.fulmar.research.robustness;

/**
 * How many neighbours must stay together so that a bootstrap keeps what binds them: the block length of Politis and White (2004) for the
 * circular block bootstrap, with the correction of Patton, Politis and White (2009).
 *
 * <p>With R(k) the autocovariances and m twice the first lag from which on {@code K} correlations in a row are insignificant, and the
 * flat-top window w: G = sum w(k/m) |k| R(k), D = 4/3 (sum w(k/m) R(k))^2, b = (2 G^2 / D)^(1/3) n^(1/3).
 */
final class BlockLength {
    /** Insignificant correlations in a row that end the search; ceil(sqrt(log10 n)) is smaller for every n a computer can hold. */
    private static final int IN_A_ROW = 5;

    private static final int FEWEST = 10;

    private double[] covariances = new double[0];

    /** Whole, between 1 and min(3 sqrt n, n/3). */
    int of(double[] values, int n) {
        double optimal = optimal(values, n);
        double most = Math.floor(Math.min(3 * Math.sqrt(n), n / 3.0));
        return (int) Math.max(1, Math.min(Math.rint(optimal), most));
    }

    /** Before it is made whole and held within its limits; 1 where nothing can be said. */
    double optimal(double[] values, int n) {
        if (n < FEWEST) return 1;
        int most = (int) Math.ceil(Math.sqrt(n)) + IN_A_ROW;
        int lags = Math.min(most, n - 1);
        if (covariances.length <= lags) covariances = new double[2 * lags + 1];
        double mean = Sums.mean(values, n);
        for (int lag = 0; lag <= lags; lag++) {
            covariances[lag] = Sums.products(values, n, mean, lag) / n;
        }
        if (!(covariances[0] > 0)) return 1;
        int m = Math.min(2 * firstInsignificant(n, lags), lags);
        double weighted = 0;
        double total = covariances[0];
        for (int k = 1; k <= m; k++) {
            double window = 2 * k <= m ? 1 : 2 * (1 - (double) k / m);
            weighted += 2 * window * k * covariances[k];
            total += 2 * window * covariances[k];
        }
        double spread = 4.0 / 3 * total * total;
        return spread > 0 ? StrictMath.cbrt(2 * weighted * weighted / spread * n) : 1;
    }

    /** The first lag, from 1, that starts a row of insignificant correlations; half of all lags if there is none. */
    private int firstInsignificant(int n, int lags) {
        double least = 2 * Math.sqrt(StrictMath.log10(n) / n) * covariances[0];
        int row = 0;
        for (int lag = 1; lag <= lags; lag++) {
            row = Math.abs(covariances[lag]) < least ? row + 1 : 0;
            if (row == IN_A_ROW) return lag - IN_A_ROW + 1;
        }
        return Math.ceilDiv(lags, 2);
    }
}
