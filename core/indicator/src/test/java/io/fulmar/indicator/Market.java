package io.fulmar.indicator;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;

/** Random bars on a price grid, with the ways markets misbehave: gaps, still stretches, bars of one price. */
final class Market {
    final int size;
    final long divisor;
    final long[][] whole = new long[5][];
    final double[][] values = new double[5][];
    final double scale;

    private Market(int size, long divisor, double scale) {
        this.size = size;
        this.divisor = divisor;
        this.scale = scale;
        for (int f = 0; f < 5; f++) {
            whole[f] = new long[size];
            values[f] = new double[size];
        }
    }

    /** @param stillness how many bars in a hundred do not move at all */
    static Market random(SplittableRandom random, int size, double scale, int stillness) {
        long divisor = 1;
        while (scale * divisor < 1000 && divisor < 1_000_000_000L) {
            divisor *= 10;
        }
        Market market = new Market(size, divisor, scale);
        double step = scale * divisor * 0.003;
        long price = Math.round(scale * divisor);
        for (int i = 0; i < size; i++) {
            boolean still = random.nextInt(100) < stillness;
            long open = still ? price : Math.max(1, price + Math.round(step * 0.3 * gauss(random)));
            long close = still ? price : Math.max(1, open + Math.round(step * gauss(random)));
            long reach = still ? 0 : Math.round(step * random.nextDouble());
            market.bar(i, new long[] {
                open,
                Math.max(open, close) + reach,
                Math.max(1, Math.min(open, close) - reach),
                close,
                still ? random.nextInt(2) : 1 + random.nextInt(1000)
            });
            price = close;
        }
        return market;
    }

    /** Bars made of candles as patterns want them: bodies and shadows of a few sizes, opened at or near one end of the bar before. */
    static Market candles(SplittableRandom random, int size) {
        int[] bodies = {0, 1, 3, 8, 30, 40};
        int[] shadows = {0, 0, 0, 1, 4, 25, 45};
        int[] offsets = {0, 0, 1, -1, 4, -4, 12, -12};
        Market market = new Market(size, 1, 1);
        long[] last = {20_000, 20_000, 20_000, 20_000};
        for (int i = 0; i < size; i++) {
            long from = Math.clamp(last[random.nextInt(4)], 1_000, 50_000);
            long open = from + offsets[random.nextInt(offsets.length)];
            long body = bodies[random.nextInt(bodies.length)];
            long close = random.nextBoolean() ? open + body : open - body;
            long high = Math.max(open, close) + shadows[random.nextInt(shadows.length)];
            long low = Math.min(open, close) - shadows[random.nextInt(shadows.length)];
            last = new long[] {open, high, low, close};
            market.bar(i, new long[] {open, high, low, close, 1 + random.nextInt(1000)});
        }
        return market;
    }

    private void bar(int i, long[] fields) {
        for (int f = 0; f < 5; f++) {
            whole[f][i] = fields[f];
            values[f][i] = (double) fields[f] / (f == 4 ? 1 : divisor);
        }
    }

    private static double gauss(SplittableRandom random) {
        return random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble() - 2;
    }

    double[] column(Field field) {
        return values[field.column()];
    }

    /** Bars from (inclusive) to (exclusive) as whole bars; volumes are known as doubles only. */
    Block bars(int from, int to, boolean exact) {
        Block block = new Block(5).resize(to - from);
        for (Field field : Field.values()) {
            set(block, field.column(), field, from, exact);
        }
        return block;
    }

    private void set(Block block, int input, Field field, int from, boolean exact) {
        int f = field.column();
        if (exact && field != Field.VOLUME) {
            block.exact(input, whole[f], from, divisor);
        } else {
            block.inexact(input, Arrays.copyOfRange(values[f], from, from + block.size()));
        }
    }

    /** Runs a definition over everything, cut into blocks. */
    double[][] run(Definition definition, double[] arguments, boolean exact, int anchor, IntSupplier blocks) {
        Fold fold = definition.fold(arguments);
        int outputs = definition.outputs().size();
        double[][] all = new double[outputs][size - anchor];
        Block block = new Block(definition.inputs().size());
        for (int from = anchor; from < size; ) {
            int count = Math.min(size - from, blocks.getAsInt());
            block.resize(count);
            for (int i = 0; i < definition.inputs().size(); i++) {
                set(block, i, definition.inputs().get(i).field(), from, exact);
            }
            double[][] out = new double[outputs][count];
            fold.take(block, out);
            for (int o = 0; o < outputs; o++) {
                System.arraycopy(out[o], 0, all[o], from - anchor, count);
            }
            from += count;
        }
        return all;
    }

    double[][] run(Definition definition, double[] arguments, boolean exact) {
        return run(definition, arguments, exact, 0, () -> size);
    }
}
