package io.fulmar.research.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Falls of equity from a peak until that peak is seen again. */
final class Drawdowns {
    /**
     * One fall. A bar of -1 is the starting cash.
     *
     * @param depth positive fraction of the peak
     * @param recovery bar that reached the peak again, or -1 if none did
     */
    record Fall(int peak, int trough, int recovery, double depth) {}

    private Drawdowns() {}

    /** The deepest falls, deepest first. */
    static List<Fall> deepest(double[] equity, double cash, int limit) {
        List<Fall> falls = new ArrayList<>();
        double peak = cash;
        int peakBar = -1;
        int troughBar = -1;
        double deepest = 0;
        for (int bar = 0; bar < equity.length; bar++) {
            double value = equity[bar];
            if (value >= peak) {
                if (deepest > 0) {
                    falls.add(new Fall(peakBar, troughBar, bar, deepest));
                }
                peak = value;
                peakBar = bar;
                deepest = 0;
            } else if (1 - value / peak > deepest) {
                deepest = 1 - value / peak;
                troughBar = bar;
            }
        }
        if (deepest > 0) {
            falls.add(new Fall(peakBar, troughBar, -1, deepest));
        }
        falls.sort(Comparator.comparingDouble(Fall::depth).reversed());
        return List.copyOf(falls.subList(0, Math.min(limit, falls.size())));
    }

    /** Depth of every bar below the highest equity so far, the starting cash included; 0 or below. */
    static double[] series(double[] equity, double cash) {
        double[] depths = new double[equity.length];
        double peak = cash;
        for (int bar = 0; bar < equity.length; bar++) {
            peak = Math.max(peak, equity[bar]);
            depths[bar] = equity[bar] / peak - 1;
        }
        return depths;
    }
}
