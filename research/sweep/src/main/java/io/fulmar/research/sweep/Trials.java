package io.fulmar.research.sweep;

import io.fulmar.research.robustness.SharpeRatio;
import io.fulmar.research.robustness.Track;
import io.fulmar.research.robustness.TrialLedger;
import io.fulmar.research.robustness.TrialSketch;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The trials of a sweep as a ledger counts them: a trial is a strategy's code with certain parameters and costs over one window of one instrument, whoever
 * tried it. What each showed is noted as workers evaluate it; of those that an earlier process evaluated only that they were tried.
 */
public final class Trials {
    private final Manifest manifest;
    private final Space space;
    private final long[] markets;
    private final long[][] values;
    private final List<TrialSketch> seen = new ArrayList<>();

    /** {@code costs} says all that trading costs and is limited by, in words. */
    public Trials(Manifest manifest, Space space, String costs) {
        this.manifest = manifest;
        this.space = space;
        this.markets = manifest.markets().stream()
                .mapToLong(market -> place(manifest.strategy().codeHash(), market, costs))
                .toArray();
        this.values = new long[space.axes().size()][];
        for (int axis = 0; axis < values.length; axis++) {
            Axis one = space.axes().get(axis);
            values[axis] = one.values().stream()
                    .mapToLong(value -> value(one.name(), String.valueOf(value)))
                    .toArray();
        }
        manifest.markets().forEach(market -> seen.add(new TrialSketch()));
    }

    /** The identity of a single backtest, the same as that of a sweep's row which it gives again. */
    public static long backtest(String codeHash, Manifest.Market market, String costs, Map<String, String> parameters) {
        long sum = place(codeHash, market, costs);
        for (Map.Entry<String, String> one : parameters.entrySet()) {
            sum += value(one.getKey(), one.getValue());
        }
        return sum;
    }

    private static long place(String codeHash, Manifest.Market market, String costs) {
        return hash(String.join("\n", codeHash, market.symbol(), market.timeframe(), market.window(), costs));
    }

    private static long value(String name, String value) {
        return hash(name + "=" + value);
    }

    private static long hash(String text) {
        return Long.parseUnsignedLong(Sha.of(text).substring(0, 16), 16);
    }

    private long id(int market, long combination) {
        long sum = markets[market];
        for (int axis = 0; axis < values.length; axis++) {
            sum += values[axis][space.index(combination, axis)];
        }
        return sum;
    }

    /** Notes what a combination showed on one market; from any thread. */
    public void see(int market, long combination, Track track) {
        long id = id(market, combination);
        TrialSketch sketch = seen.get(market);
        synchronized (sketch) {
            if (sketch.wants(id)) {
                sketch.add(id, SharpeRatio.of(track.dailyReturns()).ratio());
            }
        }
    }

    /** Notes that a combination was tried on one market, whatever it showed. */
    public void tried(int market, long combination) {
        TrialSketch sketch = seen.get(market);
        synchronized (sketch) {
            sketch.add(id(market, combination), Double.NaN);
        }
    }

    /** All that this process has noted. */
    public TrialLedger ledger() {
        TrialLedger ledger = new TrialLedger();
        for (int market = 0; market < seen.size(); market++) {
            synchronized (seen.get(market)) {
                ledger.merge(stretch(manifest.markets().get(market)), seen.get(market));
            }
        }
        return ledger;
    }

    /** All that the sweep in that folder has tried by now. */
    public TrialLedger ledger(Path folder) {
        List<TrialSketch> all = new ArrayList<>();
        for (TrialSketch sketch : seen) {
            TrialSketch copy = new TrialSketch();
            synchronized (sketch) {
                copy.merge(sketch);
            }
            all.add(copy);
        }
        SweepStatus.of(folder).scan((place, rows) -> add(rows, place.rows(), all));
        TrialLedger ledger = new TrialLedger();
        for (int market = 0; market < all.size(); market++) {
            ledger.merge(stretch(manifest.markets().get(market)), all.get(market));
        }
        return ledger;
    }

    private void add(ByteBuffer rows, int count, List<TrialSketch> all) {
        for (int i = 0; i < count; i++) {
            long combination = Row.get(rows).combination();
            for (int market = 0; market < all.size(); market++) {
                all.get(market).add(id(market, combination), Double.NaN);
            }
        }
    }

    /** How many were ever tried where a market of this sweep was, those of this sweep, of which there are so many, among them. */
    public long count(TrialLedger everything, TrialLedger own, Manifest.Market market, long ownCount) {
        TrialSketch here = own.overlapping(market.symbol(), market.from(), market.to());
        TrialSketch all = everything.overlapping(market.symbol(), market.from(), market.to());
        all.merge(here);
        return ownCount + Math.max(0, all.count() - here.count());
    }

    /** Where and when a market's trials were made. */
    public static TrialLedger.Stretch stretch(Manifest.Market market) {
        return new TrialLedger.Stretch(market.symbol(), market.from(), market.to());
    }
}
