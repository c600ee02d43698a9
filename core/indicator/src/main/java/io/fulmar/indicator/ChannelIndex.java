package io.fulmar.indicator;

/** CCI: how far the typical price is from its mean, in mean distances. */
final class ChannelIndex implements Fold {
    private final Slide slide;
    private double[] typical = {};
    private double[] above = {};
    private double[] distances = {};

    ChannelIndex(int window) {
        slide = new Slide(window);
    }

    @Override
    public void take(Block in, double[][] out) {
        int size = in.size();
        if (typical.length < size) {
            typical = new double[size];
            above = new double[size];
            distances = new double[size];
        }
        double[] high = in.values(0);
        double[] low = in.values(1);
        double[] close = in.values(2);
        for (int i = 0; i < size; i++) {
            typical[i] = (high[i] + low[i] + close[i]) / 3;
        }
        slide.take(typical, 0, size);
        slide.meansAbove(above);
        slide.distances(above, distances);
        double[] column = out[0];
        for (int i = 0; i < size; i++) {
            double oldest = slide.oldest(i);
            boolean still = Sums.same(typical[i], oldest + above[i]);
            column[i] = still ? 0 : (typical[i] - oldest - above[i]) / (0.015 * distances[i]);
        }
        slide.blank(column);
    }
}
