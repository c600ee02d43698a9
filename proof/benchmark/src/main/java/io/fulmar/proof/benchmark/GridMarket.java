package io.fulmar.proof.benchmark;

import io.fulmar.indicator.Block;
import io.fulmar.indicator.Field;
import java.util.SplittableRandom;

/** Random bars on a price grid with what makes indicators err: gaps, still stretches, bars of one price. */
final class GridMarket {
    private static final double STEP = 0.003;

    private final long divisor;
    private final long[][] whole;
    private final double[][] values;

    private GridMarket(int size, long divisor) {
        this.divisor = divisor;
        whole = new long[Field.values().length][size];
        values = new double[Field.values().length][size];
    }

    /** So many bars around that price, of which {@code stillness} in a hundred do not move at all. */
    static GridMarket random(SplittableRandom random, int size, double price, int stillness) {
        long divisor = 1;
        while (price * divisor < 1000) {
            divisor *= 10;
        }
        GridMarket market = new GridMarket(size, divisor);
        double step = price * divisor * STEP;
        long last = Math.round(price * divisor);
        for (int i = 0; i < size; i++) {
            boolean still = random.nextInt(100) < stillness;
            long open = still ? last : Math.max(1, last + Math.round(step * 0.3 * bell(random)));
            long close = still ? last : Math.max(1, open + Math.round(step * bell(random)));
            long reach = still ? 0 : Math.round(step * random.nextDouble());
            market.set(Field.OPEN, i, open);
            market.set(Field.HIGH, i, Math.max(open, close) + reach);
            market.set(Field.LOW, i, Math.max(1, Math.min(open, close) - reach));
            market.set(Field.CLOSE, i, close);
            market.set(Field.VOLUME, i, still ? random.nextInt(2) : 1 + random.nextInt(1000));
            last = close;
        }
        return market;
    }

    /** Bars made of candles as patterns want them: bodies and shadows of a few sizes, opened at or near one end of the bar before. */
    static GridMarket candles(SplittableRandom random, int size) {
        int[] bodies = {0, 1, 3, 8, 30, 40};
        int[] shadows = {0, 0, 0, 1, 4, 25, 45};
        int[] offsets = {0, 0, 1, -1, 4, -4, 12, -12};
        GridMarket market = new GridMarket(size, 1);
        long[] last = {20_000, 20_000, 20_000, 20_000};
        for (int i = 0; i < size; i++) {
            long from = Math.clamp(last[random.nextInt(4)], 1_000, 50_000);
            long open = from + offsets[random.nextInt(offsets.length)];
            long body = bodies[random.nextInt(bodies.length)];
            long close = random.nextBoolean() ? open + body : open - body;
            long high = Math.max(open, close) + shadows[random.nextInt(shadows.length)];
            long low = Math.min(open, close) - shadows[random.nextInt(shadows.length)];
            last = new long[] {open, high, low, close};
            market.set(Field.OPEN, i, open);
            market.set(Field.HIGH, i, high);
            market.set(Field.LOW, i, low);
            market.set(Field.CLOSE, i, close);
            market.set(Field.VOLUME, i, 1 + random.nextInt(1000));
        }
        return market;
    }

    private void set(Field field, int bar, long number) {
        whole[field.column()][bar] = number;
        values[field.column()][bar] = (double) number / (field == Field.VOLUME ? 1 : divisor);
    }

    private static double bell(SplittableRandom random) {
        return random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble() - 2;
    }

    double[] values(Field field) {
        return values[field.column()];
    }

    /** All bars; prices as whole numbers or as doubles, volumes as doubles. */
    Block bars(boolean exact) {
        Block block = new Block(Field.values().length).resize(values(Field.OPEN).length);
        for (Field field : Field.values()) {
            if (exact && field != Field.VOLUME) {
                block.exact(field.column(), whole[field.column()], 0, divisor);
            } else {
                block.inexact(field.column(), values(field));
            }
        }
        return block;
    }
}
