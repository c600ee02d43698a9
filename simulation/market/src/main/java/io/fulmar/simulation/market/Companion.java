package io.fulmar.simulation.market;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Exact;
import java.util.Arrays;

/**
 * A market that goes where another goes, at a distance that wanders and comes back: the two are cointegrated, which real pairs may or may
 * not be. Its logarithm is the leader's plus a constant plus an Ornstein-Uhlenbeck process.
 */
public final class Companion {
    private static final long HOUR = 3_600_000_000_000L;
    private static final double HALF_LIFE_HOURS = 12;

    /** How far it strays as a rule, as a part of the price. */
    private static final double DEVIATION = 0.012;

    private Companion() {}

    /** As many bars as the leader has, priced at that part of it, the same for the same seed. */
    public static Candles of(Candles leader, long seed, double part, Decimal tick) {
        int size = leader.size();
        Candles candles = new Candles(
                leader.timeframe(),
                tick,
                Arrays.copyOf(leader.openTimes(), size),
                new long[size],
                new long[size],
                new long[size],
                new long[size],
                new double[size]);
        Stream distances = new Stream(seed, "companion");
        Stream volumes = new Stream(seed, "companion volume");
        double hours = (double) leader.timeframe().nanos() / HOUR;
        double memory = StrictMath.pow(0.5, hours / HALF_LIFE_HOURS);
        double step = DEVIATION * Math.sqrt(1 - memory * memory);
        double scale = part * ofTick(leader.tick()) / ofTick(tick);
        double before = DEVIATION * distances.normal();
        for (int i = 0; i < size; i++) {
            double after = memory * before + step * distances.normal();
            double between = (before + after) / 2;
            candles.opens()[i] = ticks(leader.opens()[i] * scale, before);
            candles.closes()[i] = ticks(leader.closes()[i] * scale, after);
            // where in its bar the leader stood highest is not known, nor how far this one had come by then
            candles.highs()[i] = Math.max(
                    Math.max(candles.opens()[i], candles.closes()[i]), ticks(leader.highs()[i] * scale, between));
            candles.lows()[i] = Math.min(
                    Math.min(candles.opens()[i], candles.closes()[i]), ticks(leader.lows()[i] * scale, between));
            candles.volumes()[i] = Math.rint(leader.volumes()[i] / part * StrictMath.exp(0.3 * volumes.normal()));
            before = after;
        }
        return candles;
    }

    private static double ofTick(Decimal tick) {
        return tick.mantissa() / (double) Exact.powerOfTen(tick.scale());
    }

    private static long ticks(double price, double distance) {
        return Math.max(1, (long) Math.rint(price * StrictMath.exp(distance)));
    }
}
