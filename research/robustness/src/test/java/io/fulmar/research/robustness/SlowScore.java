package io.fulmar.research.robustness;

import java.util.Arrays;

/** The formulas of docs/robustness.md once more, slowly and one path at a time: what {@link Scorer} must agree with. */
final class SlowScore {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    final double[] growth;
    final double[] drawdowns;
    final double meanConsistency;
    final double rolling;
    final double growthBound;

    SlowScore(Track track, int paths, long seed, double years, int block) {
        int n = track.trades;
        double[] stressed = new double[n];
        double[] logarithms = new double[n];
        for (int i = 0; i < n; i++) {
            double r = (double) track.pnl[i] / track.equityBefore[i];
            double c = (double) track.costs[i] / track.equityBefore[i];
            stressed[i] = r - 0.5 * c;
            logarithms[i] = StrictMath.log1p(stressed[i]);
        }
        double mean = Arrays.stream(logarithms).sum() / n;
        double squares =
                Arrays.stream(logarithms).map(l -> (l - mean) * (l - mean)).sum();
        growthBound = n / years * (mean - Math.sqrt(squares / (n - 1)) / Math.sqrt(n));
        growth = new double[paths];
        drawdowns = new double[paths];
        double consistency = 0;
        for (int p = 0; p < paths; p++) {
            double[] curve = new double[n + 1];
            curve[0] = 1;
            for (int t = 0; t < n; t++) {
                int first = t / block * block;
                long bits = hash(hash(seed) + GOLDEN * ((long) p * (1L << 32) + first)) >>> 32;
                int start = (int) (bits * n / (1L << 32));
                curve[t + 1] = curve[t] * (1 + stressed[(start + t - first) % n]);
            }
            growth[p] = StrictMath.log(curve[n]) / years;
            drawdowns[p] = drawdown(curve);
            consistency += windowsGrown(curve, n) / 10.0;
        }
        Arrays.sort(growth);
        Arrays.sort(drawdowns);
        meanConsistency = consistency / paths;
        rolling = rolling(track);
    }

    private static double drawdown(double[] curve) {
        double worst = 0;
        for (int i = 0; i < curve.length; i++) {
            double peak = 0;
            for (int j = 0; j <= i; j++) peak = Math.max(peak, curve[j]);
            worst = Math.max(worst, 1 - curve[i] / peak);
        }
        return worst;
    }

    private static int windowsGrown(double[] curve, int n) {
        int grown = 0;
        for (int w = 0; w < 10; w++) {
            if (curve[(w + 1) * n / 10] > curve[w * n / 10]) grown++;
        }
        return grown;
    }

    private static double rolling(Track track) {
        int windows = 0;
        int grown = 0;
        for (int day = 0; day + 90 < track.days; day += 7) {
            windows++;
            double c = StrictMath.log((double) track.dailyEquity[day + 90] / track.dailyEquity[day]) * 365 / 90;
            if (c > 0) grown++;
        }
        return (double) grown / windows;
    }

    /** Nearest rank: value number ceil(q x n). */
    static double quantile(double[] sorted, int hundredths) {
        int rank = (hundredths * sorted.length + 99) / 100;
        return sorted[Math.max(rank, 1) - 1];
    }

    double score() {
        return growthBound
                - 0.25 * (quantile(growth, 99) - quantile(growth, 1))
                - 0.5 * quantile(drawdowns, 95)
                - 0.5 * (1 - meanConsistency)
                - 0.5 * (1 - rolling);
    }

    private static long hash(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
