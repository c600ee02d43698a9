package io.fulmar.indicator;

/** TRANGE, ATR and NATR: Wilder's average of the true range, seeded with the plain mean of the first ones. */
final class Atr implements Fold {
    private final TrueRange range = new TrueRange();
    private final Ema average;
    private final boolean percent;
    private boolean begun;

    private Atr(int window, boolean percent) {
        average = Ema.wilder(window);
        this.percent = percent;
    }

    static Fold of(int window) {
        return new Choice(() -> new TickAtr(window), () -> new Atr(window, false));
    }

    /** As a percentage of the close. */
    static Atr percent(int window) {
        return new Atr(window, true);
    }

    @Override
    public void take(Block in, double[][] out) {
        int size = in.size();
        if (size == 0) {
            return;
        }
        double[] column = out[0];
        range.run(in, column);
        average.run(column, begun ? 0 : 1, size, column);
        begun = true;
        if (percent) {
            double[] close = in.values(2);
            for (int i = 0; i < size; i++) {
                column[i] = close[i] == 0 ? 0 : column[i] / close[i] * 100;
            }
        }
    }
}
