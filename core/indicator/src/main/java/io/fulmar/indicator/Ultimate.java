package io.fulmar.indicator;

import java.util.Arrays;

/** The ultimate oscillator: buying pressure as a share of the true range over three windows, the shortest counting most. */
final class Ultimate implements PerBar {
    private static final double[] WEIGHTS = {4, 2, 1};

    private final Cell[] pressures = new Cell[3];
    private final Cell[] ranges = new Cell[3];
    private double close = Double.NaN;

    Ultimate(double[] windows) {
        double[] sorted = windows.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < 3; i++) {
            pressures[i] = WindowSum.sum((int) sorted[i]);
            ranges[i] = WindowSum.sum((int) sorted[i]);
        }
    }

    @Override
    public void next(double[][] in, int i, double[][] out) {
        double range = TrueRange.next(in[0][i], in[1][i], close);
        double pressure = in[2][i] - Math.min(in[1][i], close);
        close = in[2][i];
        double total = 0;
        for (int w = 0; w < 3; w++) {
            double reach = ranges[w].after(range);
            double share = pressures[w].after(pressure) / reach;
            total += reach == 0 ? 0 : WEIGHTS[w] * share;
        }
        out[0][i] = 100 * (total / 7);
    }
}
