package io.fulmar.simulation.market;

import java.util.ArrayList;
import java.util.List;

/**
 * Made-up funding rates: a base of 0.01 % every eight hours, and a premium that wanders and is forgotten within days, kept within
 * 0.75 %. A rate depends on seed and time alone, so that any stretch of time gives the same rates.
 */
public final class SyntheticFunding {
    /** Eight hours. */
    public static final long SPACING_NANOS = 8L * 3_600 * 1_000_000_000;

    /** Rates are whole multiples of this fraction. */
    public static final long DENOMINATOR = 100_000_000;

    private static final long BASE = 10_000;
    private static final long MOST = 750_000;
    private static final int REMEMBERED = 24;
    private static final double KEPT = 0.85;
    private static final double SPREAD = 9_000;

    private SyntheticFunding() {}

    /** The rate of one settlement, in {@link #DENOMINATOR}ths of the notional. */
    public record Settlement(long timeNanos, long rate) {}

    /** All after the one moment and up to the other. */
    public static List<Settlement> of(long seed, long fromNanos, long untilNanos) {
        List<Settlement> settlements = new ArrayList<>();
        for (long i = Math.floorDiv(fromNanos, SPACING_NANOS) + 1; i * SPACING_NANOS <= untilNanos; i++) {
            settlements.add(new Settlement(i * SPACING_NANOS, rate(seed, i)));
        }
        return settlements;
    }

    private static long rate(long seed, long index) {
        double premium = 0;
        double weight = 1;
        for (int back = 0; back < REMEMBERED; back++) {
            premium += weight * new Stream(seed, "funding " + (index - back)).normal();
            weight *= KEPT;
        }
        return Math.clamp(BASE + Math.round(SPREAD * premium), -MOST, MOST);
    }
}
