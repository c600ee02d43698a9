package io.fulmar.research.sweep;

import io.fulmar.research.robustness.Objective;
import io.fulmar.research.robustness.Score;
import io.fulmar.research.robustness.Track;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does units by evaluating every combination of them on every market. */
public final class UnitWorker implements UnitWork {
    private final Space space;
    private final Drawing drawing;
    private final List<MarketWork> markets;
    private final Gauge gauge;
    private final Watcher watcher;
    private final Score score = new Score();

    /** Shown what every combination did on every market, by each worker from its own thread. */
    public interface Watcher {
        /** The track is filled again for the next one. */
        void see(int market, long combination, Track track);
    }

    /** {@code gauge} counts what all workers do, for whoever watches. */
    public UnitWorker(Space space, Drawing drawing, List<MarketWork> markets, Gauge gauge) {
        this(space, drawing, markets, gauge, (market, combination, track) -> {});
    }

    /** One that somebody watches. */
    public UnitWorker(Space space, Drawing drawing, List<MarketWork> markets, Gauge gauge, Watcher watcher) {
        this.space = space;
        this.drawing = drawing;
        this.markets = List.copyOf(markets);
        this.gauge = gauge;
        this.watcher = watcher;
    }

    /**
     * One that has the space and the data here, and takes all else from a unit that came from elsewhere: units of the same sweep may follow.
     *
     * @param studies on every market of the sweep, in its order
     */
    public static UnitWorker of(WorkUnit unit, Space space, Drawing drawing, List<Study> studies) {
        if (!unit.spaceHash().equals(space.hash())) {
            throw foreign("its space of parameters is another");
        }
        List<String> there =
                unit.markets().stream().map(Manifest.Market::identity).toList();
        List<String> here =
                studies.stream().map(study -> study.market().identity()).toList();
        if (!there.equals(here)) {
            throw foreign("it is of " + there + ", here are " + here);
        }
        WorkUnit.Measure measure = unit.measure();
        Objective objective = Objective.named(measure.objective())
                .orElseThrow(() -> foreign("its objective is not known here: " + measure.objective()));
        List<MarketWork> works = studies.stream()
                .map(study -> new MarketWork(
                        new Evaluators(study).evaluator(),
                        study.scoring(objective, measure.paths(), measure.seed())
                                .scorer()))
                .toList();
        return new UnitWorker(space, drawing, works, new Gauge());
    }

    private static SweepException foreign(String why) {
        return new SweepException(
                SweepException.Fault.CHANGED,
                "this unit cannot be done here: " + why,
                "do it where engine, data and strategy are those of its sweep");
    }

    @Override
    public Frame done(WorkUnit unit) {
        long[] all = drawing.numbers(unit);
        long[] numbers = new long[all.length];
        List<Record> records = new ArrayList<>(all.length);
        for (long number : all) {
            Optional<Record> parameters = space.parameters(number);
            if (parameters.isPresent()) {
                numbers[records.size()] = number;
                records.add(parameters.get());
            }
        }
        Row[][] rows = new Row[markets.size()][records.size()];
        for (int market = 0; market < rows.length && !records.isEmpty(); market++) {
            evaluate(market, records, numbers, rows[market]);
        }
        byte[] bytes = new byte[records.size() * Row.BYTES];
        ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < records.size(); i++) {
            Together.of(rows, i).put(out);
        }
        return new Frame(unit.number(), all.length - records.size(), bytes);
    }

    private void evaluate(int market, List<Record> records, long[] numbers, Row[] rows) {
        MarketWork work = markets.get(market);
        work.evaluator().evaluate(records, (index, track, tier, reason) -> {
            work.scorer().score(track, score);
            watcher.see(market, numbers[index], track);
            rows[index] = new Row(
                    numbers[index],
                    score.reasons,
                    tier,
                    track.trades,
                    track.openTrades,
                    (double) (track.finalEquity - track.cash) / track.cash,
                    track.maxDrawdown,
                    track.fees,
                    score.score,
                    score.growthBound);
            gauge.evaluated(reason);
        });
    }
}
