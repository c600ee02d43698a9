package io.fulmar.research.robustness;

import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import java.util.SplittableRandom;

/** Hours of markets in which nothing can be known, and of one in which something can. */
final class NoiseMarkets {
    static final int HOURS_PER_YEAR = 8_766;
    /** 60 % a year. */
    private static final double VOLATILITY = 0.6 / Math.sqrt(HOURS_PER_YEAR);

    private static final long START = 1_000_000;
    /** Hours in each of which a price is watched. */
    private static final int STEPS = 4;

    private NoiseMarkets() {}

    /** One hour's mean and deviation of the logarithm of the price. */
    interface Hours {
        double mean(SplittableRandom random);

        double deviation(SplittableRandom random, double lastMove);
    }

    static Bars walk(long seed, int size, double driftPerYear) {
        return bars(seed, size, new Hours() {
            @Override
            public double mean(SplittableRandom random) {
                return driftPerYear / HOURS_PER_YEAR - VOLATILITY * VOLATILITY / 2;
            }

            @Override
            public double deviation(SplittableRandom random, double lastMove) {
                return VOLATILITY;
            }
        });
    }

    /** Volatility that clusters, and some thirty jumps of about 4 % a year. */
    static Bars garch(long seed, int size) {
        return bars(seed, size, new Hours() {
            private double variance = VOLATILITY * VOLATILITY;

            @Override
            public double mean(SplittableRandom random) {
                boolean jumps = random.nextDouble() < 30.0 / HOURS_PER_YEAR;
                return -variance / 2 + (jumps ? 0.04 * random.nextGaussian() : 0);
            }

            @Override
            public double deviation(SplittableRandom random, double lastMove) {
                double shock = Math.min(lastMove * lastMove, 25 * variance);
                variance = 0.03 * VOLATILITY * VOLATILITY + 0.07 * shock + 0.90 * variance;
                return Math.sqrt(variance);
            }
        });
    }

    /** Trends up and down that last five days on average: something that moving averages can see. */
    static Bars trends(long seed, int size) {
        return bars(seed, size, new Hours() {
            private int direction = 1;

            @Override
            public double mean(SplittableRandom random) {
                if (random.nextDouble() < 1.0 / 120) direction = -direction;
                return direction * 0.14 * VOLATILITY;
            }

            @Override
            public double deviation(SplittableRandom random, double lastMove) {
                return VOLATILITY;
            }
        });
    }

    private static Bars bars(long seed, int size, Hours hours) {
        SplittableRandom random = new SplittableRandom(seed);
        Bars bars = new Bars(Timeframe.HOUR, size);
        double logarithm = Math.log(START);
        double move = 0;
        long last = START;
        for (int hour = 0; hour < size; hour++) {
            double mean = hours.mean(random);
            double deviation = hours.deviation(random, move);
            long high = last;
            long low = last;
            double before = logarithm;
            long close = last;
            for (int step = 0; step < STEPS; step++) {
                logarithm += mean / STEPS + deviation / Math.sqrt(STEPS) * random.nextGaussian();
                close = Math.max(1, Math.round(Math.exp(logarithm)));
                high = Math.max(high, close);
                low = Math.min(low, close);
            }
            move = logarithm - before;
            bars.append(hour * Timeframe.HOUR.nanos(), last, high, low, close, 1);
            last = close;
        }
        return bars;
    }
}
