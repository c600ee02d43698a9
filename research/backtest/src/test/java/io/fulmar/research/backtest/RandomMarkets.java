package io.fulmar.research.backtest;

import io.fulmar.research.backtest.Engine.Candle;
import io.fulmar.research.backtest.Engine.Costs;
import io.fulmar.research.backtest.Engine.Market;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** Small markets made to hurt: tiny and whole-number prices, float noise, still stretches, gaps, limit-up runs, wide bars. */
final class RandomMarkets {
    private static final long START = 1_704_067_200L;
    private static final double TICKS_MAX = 3e8;
    private static final double PRICE_MAX = 30_000;

    private enum Mood {
        STILL,
        TICKS,
        CALM,
        WILD,
        GAPS,
        LIMIT_UP,
        LIMIT_DOWN
    }

    private static final List<Mood> MOODS = List.of(Mood.values());

    private final SplittableRandom random;
    private final int decimals;
    private final long ticksMin;
    private final long ticksMax;
    private long last;

    private RandomMarkets(SplittableRandom random) {
        this.random = random;
        this.decimals = random.nextInt(6);
        double highest = Math.min(TICKS_MAX, PRICE_MAX * StrictMath.pow(10, decimals));
        double start = StrictMath.exp(random.nextDouble() * StrictMath.log(highest / 4));
        this.last = Math.max(1, Math.round(start));
        this.ticksMin = Math.max(1, last / 5);
        this.ticksMax = last * 4 + 3;
    }

    static Market market(SplittableRandom random) {
        return new RandomMarkets(random).make();
    }

    private Market make() {
        int size = random.nextInt(4) == 0 ? random.nextInt(100, 401) : random.nextInt(20, 100);
        int seconds = new int[] {60, 900, 3600, 86_400}[random.nextInt(4)];
        UnaryOperator<BigDecimal> noise = noise();
        boolean gapsInTime = random.nextInt(5) == 0;
        List<Candle> bars = new ArrayList<>();
        long time = START;
        Mood mood = Mood.CALM;
        for (int i = 0; i < size; i++) {
            if (random.nextInt(8) == 0) mood = MOODS.get(random.nextInt(MOODS.size()));
            bars.add(candle(time, ticks(mood), noise));
            time += seconds;
            if (gapsInTime && random.nextInt(10) == 0) time += (long) seconds * random.nextInt(1, 5);
        }
        return Market.derived(seconds, bars);
    }

    /** Open, high, low, close in ticks. */
    private long[] ticks(Mood mood) {
        long before = last;
        long open = switch (mood) {
            case STILL, TICKS, CALM -> before;
            case WILD -> moved(before, 0.01);
            case GAPS -> moved(before, 0.06);
            case LIMIT_UP -> bounded(before + Math.max(1, before / 20));
            case LIMIT_DOWN -> bounded(before - Math.max(1, before / 20));
        };
        long close = switch (mood) {
            case STILL, LIMIT_UP, LIMIT_DOWN -> open;
            case TICKS -> bounded(open + random.nextInt(-2, 3));
            case CALM, GAPS -> moved(open, 0.01);
            case WILD -> moved(open, 0.08);
        };
        double reach = switch (mood) {
            case STILL, TICKS, LIMIT_UP, LIMIT_DOWN -> 0;
            case CALM, GAPS -> 0.01;
            case WILD -> 0.08;
        };
        long high = Math.max(Math.max(open, close), moved(open, reach));
        long low = Math.min(Math.min(open, close), moved(open, reach));
        last = close;
        return new long[] {open, high, low, close};
    }

    private long moved(long ticks, double share) {
        return bounded(Math.round(ticks * (1 + share * (2 * random.nextDouble() - 1))));
    }

    private long bounded(long ticks) {
        return Math.clamp(ticks, ticksMin, ticksMax);
    }

    private Candle candle(long time, long[] ticks, UnaryOperator<BigDecimal> noise) {
        BigDecimal[] p = new BigDecimal[4];
        for (int i = 0; i < 4; i++) p[i] = noise.apply(BigDecimal.valueOf(ticks[i], decimals));
        BigDecimal volume = random.nextInt(10) == 0 ? BigDecimal.ZERO : new BigDecimal(random.nextInt(1, 1000));
        return new Candle(time, p[0], p[1], p[2], p[3], volume);
    }

    /** What a file's prices may have gone through; each keeps their order. */
    private UnaryOperator<BigDecimal> noise() {
        return switch (random.nextInt(6)) {
            case 0 -> price -> new BigDecimal(Double.toString(Math.nextUp(price.doubleValue())));
            case 1 -> price -> new BigDecimal(Double.toString(price.doubleValue() * 1.1));
            case 2 -> price -> new BigDecimal(Double.toString(price.doubleValue() / 3)).max(new BigDecimal("0.00001"));
            default -> price -> price;
        };
    }

    static Costs costs(SplittableRandom random) {
        BigDecimal cash = new BigDecimal(new String[] {"10000", "1000", "12345.67", "100"}[random.nextInt(4)]);
        BigDecimal taker = bps(random);
        BigDecimal maker = random.nextInt(3) == 0 ? bps(random) : taker;
        if (random.nextInt(20) == 0) maker = new BigDecimal("-0.5");
        return new Costs(cash, taker, maker, random.nextBoolean() ? BigDecimal.ZERO : bps(random));
    }

    /** 0 to 10 basis points, often a round figure. */
    private static BigDecimal bps(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> BigDecimal.ZERO;
            case 1 -> new BigDecimal(new String[] {"1", "2.5", "4", "5", "10"}[random.nextInt(5)]);
            default -> new BigDecimal(random.nextDouble() * 10).setScale(random.nextInt(3), RoundingMode.DOWN);
        };
    }
}
