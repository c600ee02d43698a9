package io.fulmar.research.sweep;

/**
 * CMA-ES: a cloud of points that moves to where the better ones lie and takes the shape of the landscape there. Ask for a generation,
 * tell which were best, ask again. The formulas and constants are those of Hansen's tutorial (arXiv 1604.00772, 2016), with weights
 * above zero only. Only ranks are told, so that what is undefined may rank last.
 */
final class Evolution {
    private final int n;
    private final int lambda;
    private final long seed;
    private final double[] weights;
    private final double muEff;
    private final double cSigma;
    private final double dSigma;
    private final double cc;
    private final double c1;
    private final double cMu;
    private final double chi;

    private final double[] mean;
    private final double[] pathSigma;
    private final double[] pathC;
    private final double[][] covariance;
    private final double[][] asked;
    private double[][] axes;
    private double[] lengths;
    private double sigma;
    private int generation;

    Evolution(double[] start, double sigma, int lambda, long seed) {
        this.n = start.length;
        this.lambda = lambda;
        this.seed = seed;
        this.sigma = sigma;
        this.mean = start.clone();
        int mu = lambda / 2;
        weights = new double[mu];
        double sum = 0;
        for (int i = 0; i < mu; i++) {
            weights[i] = StrictMath.log((lambda + 1) / 2.0) - StrictMath.log(i + 1.0);
            sum += weights[i];
        }
        double squares = 0;
        for (int i = 0; i < mu; i++) {
            weights[i] /= sum;
            squares += weights[i] * weights[i];
        }
        muEff = 1 / squares;
        cSigma = (muEff + 2) / (n + muEff + 5);
        dSigma = 1 + 2 * Math.max(0, StrictMath.sqrt((muEff - 1) / (n + 1)) - 1) + cSigma;
        cc = (4 + muEff / n) / (n + 4 + 2 * muEff / n);
        c1 = 2 / ((n + 1.3) * (n + 1.3) + muEff);
        cMu = Math.min(1 - c1, 2 * (0.25 + muEff + 1 / muEff - 2) / ((n + 2.0) * (n + 2.0) + muEff));
        chi = StrictMath.sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n));
        pathSigma = new double[n];
        pathC = new double[n];
        covariance = new double[n][n];
        axes = new double[n][n];
        lengths = new double[n];
        for (int i = 0; i < n; i++) {
            covariance[i][i] = 1;
            axes[i][i] = 1;
            lengths[i] = 1;
        }
        asked = new double[lambda][n];
    }

    /** The points of the next generation. */
    double[][] ask() {
        double[][] points = new double[lambda][n];
        for (int k = 0; k < lambda; k++) {
            double[] z = new double[n];
            for (int i = 0; i < n; i++) {
                z[i] = lengths[i] * Noise.normal(seed, generation, (long) k * n + i);
            }
            for (int i = 0; i < n; i++) {
                asked[k][i] = dot(axes[i], z);
                points[k][i] = mean[i] + sigma * asked[k][i];
            }
        }
        return points;
    }

    /** The points that were asked for, by place, best first. */
    void tell(int[] bestFirst) {
        double[] step = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < weights.length; k++) {
                step[i] += weights[k] * asked[bestFirst[k]][i];
            }
            mean[i] += sigma * step[i];
        }
        double norm = lengthen(step);
        generation++;
        double settled = StrictMath.sqrt(1 - StrictMath.pow(1 - cSigma, 2.0 * generation));
        boolean calm = norm / settled < (1.4 + 2 / (n + 1.0)) * chi;
        double pull = StrictMath.sqrt(cc * (2 - cc) * muEff);
        for (int i = 0; i < n; i++) {
            pathC[i] = (1 - cc) * pathC[i] + (calm ? pull * step[i] : 0);
        }
        shape(bestFirst, calm);
        sigma *= StrictMath.exp(Math.min(1, cSigma / dSigma * (norm / chi - 1)));
        Symmetric parts = new Symmetric(covariance);
        axes = parts.vectors;
        lengths = parts.values;
        for (int i = 0; i < n; i++) {
            lengths[i] = StrictMath.sqrt(Math.max(lengths[i], 1e-30));
        }
    }

    /** Adds the step, seen as if the cloud were round, to the path that sets the cloud's size; returns the path's length. */
    private double lengthen(double[] step) {
        double[] turned = new double[n];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                turned[k] += axes[i][k] * step[i];
            }
            turned[k] /= lengths[k];
        }
        double pull = StrictMath.sqrt(cSigma * (2 - cSigma) * muEff);
        double squares = 0;
        for (int i = 0; i < n; i++) {
            pathSigma[i] = (1 - cSigma) * pathSigma[i] + pull * dot(axes[i], turned);
            squares += pathSigma[i] * pathSigma[i];
        }
        return StrictMath.sqrt(squares);
    }

    private void shape(int[] bestFirst, boolean calm) {
        double keep = 1 - c1 - cMu + (calm ? 0 : c1 * cc * (2 - cc));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double best = 0;
                for (int k = 0; k < weights.length; k++) {
                    best += weights[k] * asked[bestFirst[k]][i] * asked[bestFirst[k]][j];
                }
                covariance[i][j] = keep * covariance[i][j] + c1 * pathC[i] * pathC[j] + cMu * best;
                covariance[j][i] = covariance[i][j];
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** How far the cloud reaches along a coordinate: one standard deviation. */
    double reach(int coordinate) {
        return sigma * StrictMath.sqrt(Math.max(0, covariance[coordinate][coordinate]));
    }

    double sigma() {
        return sigma;
    }
}
