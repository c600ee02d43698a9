package io.fulmar.research.sweep;

import io.fulmar.engine.SeriesSheet;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.strategy.Frame;
import io.fulmar.strategy.Strategies;
import io.fulmar.strategy.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/**
 * Where signals begin to count: the first bar at which every series of every combination has a value, and had one at the bar before, so
 * that no cross is cut off. One window for all, or those with long series would be judged on other bars than those with short ones.
 */
public final class Window {
    private static final int SERIES_AT_ONCE = 500;

    /** So many series are remembered; where there are more, the combinations are looked through again. */
    private static final int SERIES_KEPT_MAX = 200_000;

    private static final long COMBINATIONS_AT_ONCE = 1 << 16;

    private final Class<?> strategy;
    private final Space space;
    private final int keptMax;

    /** The combinations to look at; empty for all. */
    private final Optional<long[]> corners;

    /** Every series that one of them declares; none where these are too many. */
    private final Set<Value> kept;

    private Window(Class<?> strategy, Space space, Optional<long[]> corners, int keptMax) {
        this.strategy = strategy;
        this.space = space;
        this.corners = corners;
        this.keptMax = keptMax;
        Set<Value> all = new LinkedHashSet<>();
        for (long from = 0; from < size() && all.size() <= keptMax; from += COMBINATIONS_AT_ONCE) {
            all.addAll(declared(from));
        }
        this.kept = all.size() <= keptMax ? all : Set.of();
    }

    /** Of all combinations of a space. */
    public static Window of(Class<?> strategy, Space space) {
        return of(strategy, space, Corners.ALL_MAX, SERIES_KEPT_MAX);
    }

    static Window of(Class<?> strategy, Space space, long combinationsMax, int keptMax) {
        return new Window(strategy, space, Corners.of(strategy, space, combinationsMax), keptMax);
    }

    private long size() {
        return corners.map(numbers -> (long) numbers.length).orElse(space.size());
    }

    /** What a stretch of combinations declares. */
    private Set<Value> declared(long from) {
        Set<Value> found = ConcurrentHashMap.newKeySet();
        LongStream.range(from, Math.min(size(), from + COMBINATIONS_AT_ONCE))
                .parallel()
                .map(place -> corners.map(numbers -> numbers[(int) place]).orElse(place))
                .forEach(number -> space.parameters(number)
                        .ifPresent(parameters -> found.addAll(
                                Strategies.sketch(strategy, parameters).declared())));
        return found;
    }

    /** The symbols of markets that some combination names. */
    public Set<String> named() {
        Set<String> named = new TreeSet<>();
        for (long from = 0; from < (kept.isEmpty() ? size() : 1); from += COMBINATIONS_AT_ONCE) {
            (kept.isEmpty() ? declared(from) : kept).forEach(value -> NamedMarkets.in(value, named));
        }
        return named;
    }

    /** The first bar of the window in the market of a study; as many as there are bars when there is none. */
    public int firstBar(BacktestSetup template) {
        int bar = 1;
        int before = 0;
        while (before != bar) {
            before = bar;
            bar = kept.isEmpty() ? firstOfMany(template, bar) : firstOf(kept, template, bar);
        }
        return Math.min(bar, Study.data(template).bars().size());
    }

    private int firstOfMany(BacktestSetup template, int least) {
        int bar = least;
        Set<Value> waiting = new LinkedHashSet<>();
        for (long from = 0; from < size(); from += COMBINATIONS_AT_ONCE) {
            waiting.addAll(declared(from));
            if (waiting.size() > keptMax) {
                bar = firstOf(waiting, template, bar);
                waiting.clear();
            }
        }
        return firstOf(waiting, template, bar);
    }

    /** The same of one combination alone. */
    static int firstBar(BacktestSetup template, Record parameters) {
        Set<Value> values = new LinkedHashSet<>(
                Strategies.sketch(template.strategies().get(0).type(), parameters)
                        .declared());
        int bar = firstOf(values, template, 1);
        return Math.min(bar, Study.data(template).bars().size());
    }

    /** The first bar from there on at which each of these has a value and had one before, as far as one look over them tells. */
    private static int firstOf(Set<Value> values, BacktestSetup template, int least) {
        List<Value> all = List.copyOf(values);
        int bar = least;
        for (int from = 0; from < all.size(); from += SERIES_AT_ONCE) {
            bar = firstFrom(template, all.subList(from, Math.min(all.size(), from + SERIES_AT_ONCE)), bar);
        }
        return bar;
    }

    /** The first bar from there on at which all of these have a value, and had one at the bar before. */
    private static int firstFrom(BacktestSetup template, List<Value> values, int least) {
        SeriesSheet sheet = Study.sheet(template);
        List<double[]> columns = new ArrayList<>();
        for (Value value : values) {
            columns.add(sheet.column(value).values());
        }
        int size = Study.data(template).bars().size();
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

    private static boolean known(List<double[]> columns, int at) {
        for (int i = 0; i < columns.size(); i++) {
            if (Double.isNaN(columns.get(i)[at])) {
                return false;
            }
        }
        return true;
    }
}
