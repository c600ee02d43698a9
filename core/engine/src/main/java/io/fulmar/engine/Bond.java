package io.fulmar.engine;

import io.fulmar.domain.Side;
import io.fulmar.market.Bars;

/**
 * How two markets have moved together: by the correlation of their bars' returns over the last {@link #BARS} closes that both have. From
 * {@link #CLOSE} on, either way, what is held in the one counts as held in the other; where there is too little to tell, so it does.
 */
enum Bond {
    NONE,
    ALONG,
    AGAINST,
    UNKNOWN;

    private static final int BARS = 240;
    private static final int BARS_MIN = 60;
    private static final double CLOSE = 0.7;

    /** Whether something held on that side adds to what an order of the other does. */
    boolean adds(Side held, Side order) {
        return switch (this) {
            case NONE -> false;
            case ALONG -> held == order;
            case AGAINST -> held != order;
            case UNKNOWN -> true;
        };
    }

    /** As of the bars at which the two tapes stand. */
    static Bond of(Tape one, Tape other) {
        if (one == other) {
            return ALONG;
        }
        double[] first = new double[BARS];
        double[] second = new double[BARS];
        int common = common(one, other, first, second);
        if (common < BARS_MIN) {
            return UNKNOWN;
        }
        double correlation = correlation(first, second, common);
        if (Double.isNaN(correlation)) {
            return UNKNOWN;
        }
        return Math.abs(correlation) < CLOSE ? NONE : correlation > 0 ? ALONG : AGAINST;
    }

    /** Both markets' prices at the closes that both have, the newest first; how many there are. */
    private static int common(Tape one, Tape other, double[] first, double[] second) {
        Bars a = one.bars;
        Bars b = other.bars;
        int i = one.at();
        int j = other.at();
        int found = 0;
        while (found < BARS && i >= 0 && j >= 0) {
            long ours = a.closeTime(i);
            long theirs = b.closeTime(j);
            if (ours == theirs) {
                first[found] = a.closes()[i];
                second[found] = b.closes()[j];
                found++;
            }
            if (ours >= theirs) {
                i--;
            }
            if (theirs >= ours) {
                j--;
            }
        }
        return found;
    }

    /** Of the returns from each price to the newer one before it in the list; NaN where a market stood still. */
    private static double correlation(double[] first, double[] second, int prices) {
        int n = prices - 1;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < n; i++) {
            meanX += back(first, i) / n;
            meanY += back(second, i) / n;
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            double x = back(first, i) - meanX;
            double y = back(second, i) - meanY;
            xx += x * x;
            yy += y * y;
            xy += x * y;
        }
        return xx == 0 || yy == 0 ? Double.NaN : xy / Math.sqrt(xx * yy);
    }

    private static double back(double[] prices, int i) {
        return prices[i] / prices[i + 1] - 1;
    }
}
