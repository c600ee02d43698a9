package io.fulmar.research.robustness;

import java.util.Arrays;

/**
 * Whether the best of many is better than nothing, although it is the best of many: White's reality check (2000) and Hansen's test for superior
 * predictive ability (2005). Days are drawn anew by a stationary bootstrap, for all candidates the same, and the best of the drawn histories, each
 * centred on its own mean, shows what luck can do.
 *
 * @param realityCheck p-value of White's test: not studentised, every candidate at the edge of the null
 * @param lower p-value of Hansen's that leaves losing candidates where they are: liberal
 * @param consistent p-value of Hansen's that puts clear losers aside
 * @param upper p-value of Hansen's that takes every candidate as at the edge: conservative
 */
public record SuperiorAbility(double realityCheck, double lower, double consistent, double upper, int candidates) {
    public static final int DRAWS_USUAL = 1_000;
    private static final int DRAWS_MAX = 100_000;

    /**
     * Of daily returns over the benchmark, one row a candidate.
     *
     * @param block mean length of the blocks that stay together
     */
    public static SuperiorAbility of(double[][] returns, int draws, double block, long seed) {
        if (returns.length == 0 || returns[0].length < 2) throw new IllegalArgumentException("nothing to compare");
        if (draws < 1 || draws > DRAWS_MAX || !(block >= 1)) {
            throw new IllegalArgumentException(draws + " draws in blocks of " + block + " cannot be made");
        }
        return new Test(returns, block).run(draws, seed);
    }

    private static final class Test {
        private final double[][] returns;
        private final int days;
        private final double restart;
        private final double[] means;
        private final double[] deviations;
        private final double[][] centres;

        Test(double[][] returns, double block) {
            this.returns = returns;
            this.days = returns[0].length;
            this.restart = 1 / block;
            this.means = new double[returns.length];
            this.deviations = new double[returns.length];
            this.centres = new double[3][returns.length];
            double edge = Math.sqrt(2 * StrictMath.log(StrictMath.log(Math.max(3, days))));
            for (int i = 0; i < returns.length; i++) {
                means[i] = Sums.mean(returns[i], days);
                deviations[i] = Math.sqrt(variance(returns[i], means[i]));
                boolean clearLoser = Math.sqrt(days) * means[i] <= -edge * deviations[i];
                centres[0][i] = Math.max(0, means[i]);
                centres[1][i] = clearLoser ? 0 : means[i];
                centres[2][i] = means[i];
            }
        }

        /** Of sqrt(T) x mean under the stationary bootstrap, in closed form (Politis and Romano 1994). */
        private double variance(double[] row, double mean) {
            double variance = Sums.products(row, days, mean, 0) / days;
            for (int lag = 1; lag < days; lag++) {
                double stay = StrictMath.pow(1 - restart, lag);
                double back = StrictMath.pow(1 - restart, days - lag);
                double weight = (double) (days - lag) / days * stay + (double) lag / days * back;
                if (weight < 1e-12) break;
                variance += 2 * weight * Sums.products(row, days, mean, lag) / days;
            }
            return Math.max(variance, 0);
        }

        SuperiorAbility run(int draws, long seed) {
            double best = 0;
            double plain = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < means.length; i++) {
                plain = Math.max(plain, Math.sqrt(days) * means[i]);
                if (deviations[i] > 0) best = Math.max(best, Math.sqrt(days) * means[i] / deviations[i]);
            }
            int[] beaten = new int[4];
            int[] times = new int[days];
            for (int draw = 0; draw < draws; draw++) {
                draw(seed, draw, times);
                double[] most = most(times);
                for (int kind = 0; kind < 3; kind++) {
                    if (Math.max(0, most[kind]) > best) beaten[kind]++;
                }
                if (most[3] > plain) beaten[3]++;
            }
            double all = draws;
            return new SuperiorAbility(
                    beaten[3] / all, beaten[0] / all, beaten[1] / all, beaten[2] / all, returns.length);
        }

        /** How often each day comes in one drawn history. */
        private void draw(long seed, int draw, int[] times) {
            Arrays.fill(times, 0);
            long base = Draws.mix(Draws.mix(seed) + draw);
            int day = 0;
            for (int t = 0; t < days; t++) {
                long bits = Draws.mix(base + 0x9E3779B97F4A7C15L * (t + 1));
                boolean starts = t == 0 || (bits >>> 32) * 0x1p-32 < restart;
                day = starts ? Draws.below(days, (int) bits) : day + 1 == days ? 0 : day + 1;
                times[day]++;
            }
        }

        /** The largest statistic of a drawn history: Hansen's three centres, then White's. */
        private double[] most(int[] times) {
            double[] most = {
                Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
            };
            for (int i = 0; i < returns.length; i++) {
                double mean = weighted(returns[i], times) / days;
                if (deviations[i] > 0) {
                    for (int kind = 0; kind < 3; kind++) {
                        most[kind] = Math.max(most[kind], Math.sqrt(days) * (mean - centres[kind][i]) / deviations[i]);
                    }
                }
                most[3] = Math.max(most[3], Math.sqrt(days) * (mean - means[i]));
            }
            return most;
        }

        private static double weighted(double[] row, int[] times) {
            double a = 0, b = 0, c = 0, d = 0;
            int i = 0;
            for (; i + 3 < row.length; i += 4) {
                a += row[i] * times[i];
                b += row[i + 1] * times[i + 1];
                c += row[i + 2] * times[i + 2];
                d += row[i + 3] * times[i + 3];
            }
            for (; i < row.length; i++) a += row[i] * times[i];
            return (a + b) + (c + d);
        }
    }
}
