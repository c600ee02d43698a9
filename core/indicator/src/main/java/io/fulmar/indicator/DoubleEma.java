package io.fulmar.indicator;

import java.util.Arrays;

/** DEMA as a column: an EMA and the EMA of it, stretch by stretch. */
final class DoubleEma implements Fold {
    private final Ema first;
    private final Ema second;
    private double[] inner = {};
    private int missing;

    DoubleEma(int window) {
        first = Ema.of(window);
        second = Ema.of(window);
        missing = window - 1;
    }

    @Override
    public void take(Block in, double[][] out) {
        int size = in.size();
        if (inner.length < size) {
            inner = new double[size];
        }
        double[] once = inner;
        double[] twice = out[0];
        first.run(in.values(0), 0, size, once);
        int from = Math.min(missing, size);
        missing -= from;
        Arrays.fill(twice, 0, from, Double.NaN);
        second.run(once, from, size, twice);
        for (int i = from; i < size; i++) {
            twice[i] = 2 * once[i] - twice[i];
        }
    }
}
