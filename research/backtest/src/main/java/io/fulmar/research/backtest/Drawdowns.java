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

    /** The deepest fall from the start or a later peak of values [from, to), counted in that unit, as a positive fraction. */
    static double depth(long[] values, int from, int to, long start, double unit) {
        double least = 1;
        long peak = start;
        long low = start;
        for (int i = from; i < to; i++) {
            if (values[i] > peak) {
                // Below one peak the lowest value is the deepest: one division a peak, none a bar.
                least = Math.min(least, low / unit / (peak / unit));
                peak = values[i];
                low = peak;
            } else if (values[i] < low) {
                low = values[i];
            }
        }
        return 1 - Math.min(least, low / unit / (peak / unit));
    }
}
