package io.fulmar.indicator;

/** MFI: the rising bars' share of price times volume. */
final class MoneyFlow implements Fold {
    /** Added to the divisor: nothing beside any flow, and turns 0/0 into TA-Lib's 0. */
    private static final double NOTHING = Double.MIN_NORMAL;

    private final Slide rises;
    private final Slide falls;
    private double[] up = {};
    private double[] down = {};
    private double[] upSums = {};
    private double[] downSums = {};
    private double last = Double.NaN;

    MoneyFlow(int window) {
        rises = new Slide(window);
        falls = new Slide(window, rises);
    }

    @Override
    public void take(Block in, double[][] out) {
        int size = in.size();
        if (size == 0) {
            return;
        }
        if (up.length < size) {
            up = new double[size];
            down = new double[size];
            upSums = new double[size];
            downSums = new double[size];
        }
        int first = Double.isNaN(last) ? 1 : 0;
        split(in, size);
        rises.take(up, first, size - first);
        falls.take(down, first, size - first);
        rises.sums(upSums);
        falls.sums(downSums);
        rises.blank(upSums);
        double[] rose = upSums;
        double[] fell = downSums;
        double[] column = out[0];
        column[0] = Double.NaN;
        for (int i = first; i < size; i++) {
            column[i] = 100 * (rose[i - first] / (rose[i - first] + fell[i - first] + NOTHING));
        }
    }

    private void split(Block in, int size) {
        double[] high = in.values(0);
        double[] low = in.values(1);
        double[] close = in.values(2);
        double[] volume = in.values(3);
        double[] price = upSums;
        for (int i = 0; i < size; i++) {
            price[i] = (high[i] + low[i] + close[i]) / 3;
        }
        double before = last;
        for (int i = 0; i < size; i++) {
            double typical = price[i];
            double flow = typical * volume[i];
            // Counted, not branched on: which way a bar goes cannot be foreseen.
            int moved = Sums.same(typical, before) ? 0 : 1;
            up[i] = flow * (typical > before ? moved : 0);
            down[i] = flow * (typical < before ? moved : 0);
            before = typical;
        }
        last = before;
    }
}
