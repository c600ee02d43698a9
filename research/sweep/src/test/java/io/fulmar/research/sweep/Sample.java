package io.fulmar.research.sweep;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Size;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.robustness.Objective;
import io.fulmar.research.robustness.Scoring;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.ExchangeRules;
import io.fulmar.simulation.exchange.IntrabarPath;
import io.fulmar.strategy.Plan;
import io.fulmar.strategy.PlannedStrategy;
import io.fulmar.strategy.Range;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;

/** A small sweep, whole: a market made of a seed, a crossing of averages, and all that is needed to run it. */
record Sample(Space space, Sampler sampler, Study study, Manifest manifest) {
    static final long SEED = 7;
    private static final long START = 1_704_067_200_000_000_000L;
    private static final int PATHS = 64;

    /** Averages, the fast one faster than the slow one, with a stop. */
    public static final class Cross extends PlannedStrategy<Cross.P> {
        public record P(
                @Range("1..500 default 5") int fast,
                @Range("1..500 default 20") int slow,
                @Range("0..99 % default 0") double stop) {
            public P {
                if (fast >= slow) {
                    throw new IllegalArgumentException("fast must be below slow");
                }
            }
        }

        @Override
        public Plan plan() {
            var fast = sma(p.fast());
            var slow = sma(p.slow());
            return when(fast.crossesAbove(slow))
                    .buy(equityPercent(100))
                    .stop(percent(p.stop()))
                    .exitWhen(fast.crossesBelow(slow));
        }
    }

    static SequencedMap<String, String> grids(String... pairs) {
        SequencedMap<String, String> grids = new LinkedHashMap<>();
        for (String pair : pairs) {
            grids.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return grids;
    }

    static Space space(String... grids) {
        return Space.of(Cross.P.class, Map.of(), grids(grids));
    }

    static Bars bars(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Bars bars = new Bars(Timeframe.HOUR, count);
        long price = 100_000;
        long drift = 0;
        for (int i = 0; i < count; i++) {
            drift = i % 300 == 0 ? random.nextInt(-40, 60) : drift; // trends, so that some combinations are eligible
            long open = price;
            long close = Math.max(50_000, open + drift + random.nextInt(-150, 151));
            long high = Math.max(open, close) + random.nextInt(60);
            long low = Math.min(open, close) - random.nextInt(60);
            bars.append(START + i * Timeframe.HOUR.nanos(), open, high, low, close, 1);
            price = close;
        }
        return bars;
    }

    static BacktestSetup setup(Bars bars) {
        Instrument instrument = Instrument.of(
                1,
                "backtest",
                Symbol.parse("BTC/USDT:USDT"),
                Decimal.parse("0.01"),
                Decimal.parse("0.001"),
                Decimal.ONE);
        Rate fee = Rate.ofBasisPoints(Decimal.of(4));
        return new BacktestSetup(
                List.of(MarketData.made(instrument, bars)),
                List.of(new BacktestSetup.Contestant(Cross.class, new Cross.P(5, 20, 0), "code", 0, 0, Size.WHOLE)),
                Decimal.of(10_000),
                1_000_000,
                new ExchangeRules(fee, fee, Rate.ZERO, IntrabarPath.WORST),
                RiskLimits.backtest(),
                Long.MIN_VALUE);
    }

    static Sample of(int bars, Space space, Sampler sampler) {
        return of(bars, space, sampler, Objective.ROBUST);
    }

    static Sample of(int bars, Space space, Sampler sampler, Objective objective) {
        BacktestSetup setup = setup(bars(bars, SEED));
        Study study = new Study(setup, Window.of(Cross.class, space).firstBar(setup));
        Manifest manifest = new Manifest(
                new Manifest.Engine("test", "engine"),
                new Manifest.Strategy("Cross", "Cross.java", "code"),
                List.of(study.market()),
                new Manifest.Search(
                        space.hash(),
                        space.size(),
                        space.values(),
                        sampler.words(),
                        sampler.begin(space, SEED).units(),
                        objective.text(),
                        PATHS,
                        SEED),
                new LinkedHashMap<>(),
                List.of("Cross.java"));
        return new Sample(space, sampler, study, manifest);
    }

    Scoring scoring() {
        return study.scoring(Objective.named(manifest.search().objective()).orElseThrow(), PATHS, SEED);
    }

    WorkUnit unit(int number) {
        return manifest.unit(number, drawing().part(number));
    }

    Drawing drawing() {
        return sampler.begin(space, SEED);
    }

    UnitWorker worker() {
        return new UnitWorker(
                space,
                drawing(),
                List.of(new MarketWork(
                        new Evaluators(study).evaluator(), scoring().scorer())),
                new Gauge());
    }

    /** A worker that does each unit once and remembers it, for tests that run the same sweep many times. */
    UnitWork remembering(Map<WorkUnit, Frame> memory) {
        UnitWorker worker = worker();
        return unit -> {
            Frame known = memory.get(unit);
            if (known == null) {
                known = worker.done(unit);
                memory.put(unit, known);
            }
            return known;
        };
    }

    Closing closing() {
        return new SecondLook(space, List.of(study), List.of(new Evaluators(study)), List.of(scoring()), new Gauge());
    }

    /** A second look that is taken once and remembered. */
    Closing remembered(Map<Closing.Selection, Closing.Closed> memory) {
        Closing closing = closing();
        return (selection, threads) -> memory.computeIfAbsent(selection, again -> closing.of(again, threads));
    }

    SweepRun run(SweepFolder folder, Closing closing) {
        return new SweepRun(folder, manifest, space, drawing(), closing);
    }
}
