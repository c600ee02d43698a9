package io.fulmar.simulation.market;

import io.fulmar.domain.Exact;
import io.fulmar.domain.Timeframe;

/**
 * A market that never was, the same for the same seed on every machine: regimes that switch, volatility that clusters, jumps, busy
 * hours, and weekends if the model has them.
 */
public final class SyntheticMarket {
    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3600 * SECOND;
    private static final long DAY = 24 * HOUR;
    private static final long WEEK = 7 * DAY;

    /** Friday and Sunday 22:00 UTC, counted from Monday. */
    private static final long WEEKEND_START = 4 * DAY + 22 * HOUR;

    private static final long WEEKEND_END = 6 * DAY + 22 * HOUR;

    private static final double VOLUME_DECIMALS = 1000;

    /** How much volume varies by chance alone: the deviation of its logarithm, and the mean this brings, taken out again. */
    private static final double VOLUME_SPREAD = 0.5;

    private static final double VOLUME_SPREAD_MEAN = StrictMath.exp(VOLUME_SPREAD * VOLUME_SPREAD / 2);

    private final long seed;
    private final MarketModel model;
    private final double tickDivisor;
    private final double tickMantissa;

    private SyntheticMarket(long seed, MarketModel model) {
        this.seed = seed;
        this.model = model;
        tickDivisor = Exact.powerOfTen(model.tick().scale());
        tickMantissa = model.tick().mantissa();
    }

    /** The default market, {@link MarketModel#CRYPTO}. */
    public static SyntheticMarket of(long seed) {
        return of(seed, MarketModel.CRYPTO);
    }

    public static SyntheticMarket of(long seed, MarketModel model) {
        return new SyntheticMarket(seed, model);
    }

    /** So many bars from the first boundary at or after {@code start} on, in nanoseconds since 1970 UTC. */
    public Candles bars(Timeframe timeframe, long start, int count) {
        var candles = new Candles(
                timeframe,
                model.tick(),
                new long[count],
                new long[count],
                new long[count],
                new long[count],
                new long[count],
                new double[count]);
        var path = new PricePath(seed, model, (double) timeframe.nanos() / HOUR);
        var volumes = new Stream(seed, "volume");
        long floor = timeframe.floor(start);
        long time = floor == start ? start : Math.addExact(floor, timeframe.nanos());
        for (int bar = 0; bar < count; bar++) {
            boolean gap = false;
            while (model.weekends() && isWeekend(time)) {
                time = Math.addExact(time, timeframe.nanos());
                gap = bar > 0;
            }
            candles.openTimes()[bar] = time;
            double relative = prices(path, candles, bar, gap);
            candles.volumes()[bar] = volume(volumes, timeframe, time, relative);
            time = Math.addExact(time, timeframe.nanos());
        }
        return candles;
    }

    private double prices(PricePath path, Candles candles, int bar, boolean afterWeekend) {
        path.beginBar(afterWeekend);
        double high = path.price();
        double low = high;
        candles.opens()[bar] = ticks(high);
        for (int step = 0; step < PricePath.STEPS_PER_BAR; step++) {
            double price = path.step();
            high = Math.max(high, price);
            low = Math.min(low, price);
        }
        candles.highs()[bar] = ticks(high);
        candles.lows()[bar] = ticks(low);
        candles.closes()[bar] = ticks(path.price());
        return path.endBar();
    }

    /** Nearest tick, at least one. Monotone, so that rounding never puts a high below an open. */
    private long ticks(double price) {
        return Math.max(1, (long) Math.rint(price * tickDivisor / tickMantissa));
    }

    /** Busy at the ends of the day (a parabola with mean 1), busier when prices move, and some chance. */
    private double volume(Stream chance, Timeframe timeframe, long time, double relative) {
        double u = 2.0 * Math.floorMod(time, DAY) / DAY - 1;
        double ofDay = timeframe.nanos() < DAY ? 0.6 + 1.2 * u * u : 1;
        double noise = StrictMath.exp(VOLUME_SPREAD * chance.normal()) / VOLUME_SPREAD_MEAN;
        double mean = model.volumePerDay() * timeframe.nanos() / DAY;
        double volume = mean * ofDay * noise * (0.5 + 0.6 * relative);
        return Math.max(1, Math.rint(volume * VOLUME_DECIMALS)) / VOLUME_DECIMALS;
    }

    private static boolean isWeekend(long time) {
        // 1970-01-05 was a Monday.
        long ofWeek = Math.floorMod(time - 4 * DAY, WEEK);
        return ofWeek >= WEEKEND_START && ofWeek < WEEKEND_END;
    }
}
