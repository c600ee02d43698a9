package io.fulmar.indicator;

import java.util.Arrays;

/** ROC: change over n bars, %; 0 from nothing. */
final class RateOfChange implements Fold {
    private final int bars;
    private final DoubleHistory history;
    private double[] past = {};
    private int missing;

    RateOfChange(int bars) {
        this.bars = bars;
        history = new DoubleHistory(bars);
        missing = bars;
    }

    @Override
    public void take(Block in, double[][] out) {
        int size = in.size();
        if (past.length < size) {
            past = new double[size];
        }
        double[] now = in.values(0);
        double[] before = past;
        double[] column = out[0];
        int start = history.append(now, 0, size) - bars;
        System.arraycopy(history.data(), start, before, 0, size);
        for (int i = 0; i < size; i++) {
            column[i] = (now[i] / before[i] - 1) * 100;
        }
        for (int i = 0; i < size; i++) {
            if (before[i] == 0) {
                column[i] = 0;
            }
        }
        int lead = Math.min(missing, size);
        missing -= lead;
        Arrays.fill(column, 0, lead, Double.NaN);
    }
}
