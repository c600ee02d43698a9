package io.fulmar.indicator;

/** OBV: volume added while the series rises and taken away while it falls. */
final class OnBalance implements Fold {
    private double total;
    private double last = Double.NEGATIVE_INFINITY;

    @Override
    public void take(Block in, double[][] out) {
        double[] values = in.values(0);
        double[] volume = in.values(1);
        double[] column = out[0];
        double sum = total;
        double before = last;
        for (int i = 0; i < in.size(); i++) {
            double now = values[i];
            int way = (now > before ? 1 : 0) - (now < before ? 1 : 0);
            sum += way * volume[i];
            before = now;
            column[i] = sum;
        }
        total = sum;
        last = before;
    }
}
