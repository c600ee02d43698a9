package io.fulmar.research.robustness;

/** Growth of the real equity over windows of 90 days, a new one every 7: a static curve hides how long it stood still. */
final class Rolling {
    static final int WINDOW_DAYS = 90;
    static final int STEP_DAYS = 7;
    private static final double PER_YEAR = 365.0 / WINDOW_DAYS;

    private Rolling() {}

    /** Share of windows that end higher than they began; NaN where no window fits. */
    static double share(long[] equity, int days) {
        int windows = 0;
        int grown = 0;
        for (int from = 0; from + WINDOW_DAYS < days; from += STEP_DAYS) {
            windows++;
            if (equity[from + WINDOW_DAYS] > equity[from]) grown++;
        }
        return (double) grown / windows;
    }

    /** The worst window's yearly growth, log(E(t+90d)/E(t)) x 365/90; NaN where no window fits. */
    static double worst(long[] equity, int days) {
        double worst = Double.NaN;
        for (int from = 0; from + WINDOW_DAYS < days; from += STEP_DAYS) {
            double ratio = Math.max(Double.MIN_VALUE, (double) equity[from + WINDOW_DAYS] / equity[from]);
            worst = Double.isNaN(worst) ? ratio : Math.min(worst, ratio);
        }
        return StrictMath.log(worst) * PER_YEAR;
    }

    /** Yearly growth of each window, as {@link #worst} counts it. */
    static double[] growths(long[] equity, int days) {
        int windows = days <= WINDOW_DAYS ? 0 : (days - WINDOW_DAYS - 1) / STEP_DAYS + 1;
        double[] growths = new double[windows];
        for (int i = 0; i < windows; i++) {
            int from = i * STEP_DAYS;
            double ratio = Math.max(Double.MIN_VALUE, (double) equity[from + WINDOW_DAYS] / equity[from]);
            growths[i] = StrictMath.log(ratio) * PER_YEAR;
        }
        return growths;
    }
}
