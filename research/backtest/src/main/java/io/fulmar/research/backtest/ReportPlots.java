package io.fulmar.research.backtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The indicators of a report, at the bars it draws: those that move with the price lie over the candles, the others in panes of their
 * own, outputs of one indicator together.
 */
final class ReportPlots {
    static final int PANES_MAX = 4;
    static final int OVER_PRICE = -1;

    /** A line lies over the candles when nearly all of it is within this factor of the price. */
    private static final double NEAR = 2;

    private static final double NEARLY_ALL = 0.9;

    /**
     * One line.
     *
     * @param pane which one from the top, or {@link #OVER_PRICE}
     * @param coarse its values at the candles' last bars, NaN where it has none
     * @param fine its values at the bars shown in full
     */
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over and not copied
    record Line(String name, int pane, double[] coarse, double[] fine) {
        double low() {
            return Math.min(Sums.least(coarse), Sums.least(fine));
        }

        double high() {
            return Math.max(Sums.most(coarse), Sums.most(fine));
        }

        double last() {
            return coarse[coarse.length - 1];
        }
    }

    private final List<Line> lines;

    private ReportPlots(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /** Of those bars: the last of each candle, and the ones shown in full. */
    static ReportPlots of(ReportInput input, int[] ends, int[] details) {
        List<String> names = input.plots().names();
        if (names.isEmpty()) {
            return new ReportPlots(List.of());
        }
        double[][] coarse = input.plots().at(ends);
        double[][] fine = details.length == 0
                ? new double[names.size()][0]
                : input.plots().at(details);
        Map<String, Integer> panes = new LinkedHashMap<>();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (none(coarse[i])) {
                continue;
            }
            if (nearPrice(coarse[i], input.candles(), ends)) {
                lines.add(new Line(name, OVER_PRICE, coarse[i], fine[i]));
                continue;
            }
            String call = name.substring(0, name.lastIndexOf(')') + 1);
            if (panes.containsKey(call) || panes.size() < PANES_MAX) {
                panes.putIfAbsent(call, panes.size());
                lines.add(new Line(name, panes.get(call), coarse[i], fine[i]));
            }
        }
        return new ReportPlots(lines);
    }

    private static boolean none(double[] values) {
        for (double value : values) {
            if (Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean nearPrice(double[] values, ReportInput.Candles candles, int[] bars) {
        int near = 0;
        int all = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                double ratio = values[i] / candles.close(bars[i]);
                all++;
                near += ratio > 1 / NEAR && ratio < NEAR ? 1 : 0;
            }
        }
        return near >= all * NEARLY_ALL;
    }

    List<Line> lines() {
        return lines;
    }

    /** Those of one pane, or of the candles. */
    List<Line> in(int pane) {
        return lines.stream().filter(line -> line.pane() == pane).toList();
    }

    int panes() {
        return lines.stream().mapToInt(line -> line.pane() + 1).max().orElse(0);
    }
}
