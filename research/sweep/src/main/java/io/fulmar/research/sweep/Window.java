package io.fulmar.research.sweep;

import io.fulmar.engine.SeriesSheet;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.strategy.Frame;
import io.fulmar.strategy.Strategies;
import io.fulmar.strategy.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where signals begin to count: the first bar at which every series of every combination has a value, and had one at the bar before, so
 * that no cross is cut off. One window for all, or those with long series would be judged on other bars than those with short ones.
 */
public final class Window {
    private static final int SERIES_AT_ONCE = 2_000;

    private Window() {}

    /**
     * The first bar of the window; as many as there are bars when there is none.
     *
     * @param template the one strategy and its market
     * @param combinations all of them, or enough to hold the longest warm-up
     */
    public static int firstBar(BacktestSetup template, Iterable<? extends Record> combinations) {
        Class<?> strategy = template.strategies().get(0).type();
        Set<Value> values = new LinkedHashSet<>();
        for (Record parameters : combinations) {
            values.addAll(Strategies.sketch(strategy, parameters).declared());
        }
        MarketData data = template.markets().get(template.strategies().get(0).market());
        List<Value> all = new ArrayList<>(values);
        int bar = 1;
        int before = 0;
        while (before != bar) {
            before = bar;
            for (int from = 0; from < all.size(); from += SERIES_AT_ONCE) {
                bar = firstFrom(data, all.subList(from, Math.min(all.size(), from + SERIES_AT_ONCE)), bar);
            }
        }
        return Math.min(bar, data.bars().size());
    }

    /** The first bar from there on at which all of these have a value, and had one at the bar before. */
    private static int firstFrom(MarketData data, List<Value> values, int least) {
        SeriesSheet sheet = new SeriesSheet(data.instrument(), data.bars());
        List<double[]> columns = new ArrayList<>();
        for (Value value : values) {
            columns.add(sheet.column(value).values());
        }
        int size = data.bars().size();
        boolean before = false;
        for (int from = 0; from < size; ) {
            int to = sheet.advance(from);
            for (int bar = Math.max(from, least - 1); bar < to; bar++) {
                boolean now = known(columns, Frame.HISTORY + bar - from);
                if (now && before && bar >= least) {
                    return bar;
                }
                before = now;
            }
            from = to;
        }
        return size;
    }

    static boolean known(List<double[]> columns, int at) {
        for (int i = 0; i < columns.size(); i++) {
            if (Double.isNaN(columns.get(i)[at])) {
                return false;
            }
        }
        return true;
    }
}
