package io.fulmar.app.fulmar;

import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.robustness.Objective;
import io.fulmar.research.robustness.Scoring;
import io.fulmar.research.robustness.Shortlist;
import io.fulmar.research.sweep.Closing;
import io.fulmar.research.sweep.Drawing;
import io.fulmar.research.sweep.Evaluators;
import io.fulmar.research.sweep.Gauge;
import io.fulmar.research.sweep.Manifest;
import io.fulmar.research.sweep.MarketWork;
import io.fulmar.research.sweep.SecondLook;
import io.fulmar.research.sweep.Space;
import io.fulmar.research.sweep.Study;
import io.fulmar.research.sweep.SweepException;
import io.fulmar.research.sweep.Trials;
import io.fulmar.research.sweep.UnitWorker;
import io.fulmar.research.sweep.Window;
import io.fulmar.strategy.Strategies;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Everything a sweep is made of: read, compiled and checked.
 *
 * @param studies the strategy on each market and timeframe
 */
record SweepInputs(
        SweepRequest request,
        CompiledStrategies compiled,
        Space space,
        Drawing drawing,
        List<Study> studies,
        List<Evaluators> evaluators,
        List<Scoring> scorings,
        Manifest manifest,
        Trials trials,
        SweptMarkets swept) {
    static SweepInputs of(SweepRequest request, Terminal terminal) {
        Objective objective = ObjectiveOption.read(request.objective());
        CompiledStrategies compiled =
                StrategyCompiler.compile(request.first().strategies().files(), terminal);
        if (compiled.strategies().size() != 1) {
            throw new Failure(ErrorCode.WRONG_ARGUMENTS, "a sweep is of one strategy").help("give one .java file");
        }
        CompiledStrategies.One one = compiled.strategies().getFirst();
        Supervisor supervisor =
                new Supervisor(compiled, request.first().strategies().timeout());
        Space space = supervisor.call(
                () -> Space.of(
                        Strategies.parametersOf(one.type()),
                        request.first().strategies().parameters(),
                        request.grids()),
                () -> 0,
                (done, taken) -> {});
        Record any = space.any()
                .orElseThrow(() -> new SweepException(
                        SweepException.Fault.SPACE,
                        "the strategy refuses every combination that was tried",
                        "look at what its record of parameters demands: " + compiled.files()));
        Window window = Window.of(one.type(), space);
        SweptMarkets swept = new SweptMarkets(one, any, window.named());
        List<Study> studies = new ArrayList<>();
        for (BacktestRequest backtest : request.backtests()) {
            for (List<MarketData> markets :
                    swept.of(Feed.read(backtest, OptionalLong.empty()).markets())) {
                studies.add(study(swept.setup(backtest, markets, terminal), window));
            }
        }
        oneCurrency(studies);
        Drawing drawing = request.sampler().begin(space, request.seed());
        Manifest manifest = manifest(request, one, space, drawing, studies);
        List<Evaluators> evaluators = studies.stream().map(Evaluators::new).toList();
        List<Scoring> scorings = studies.stream()
                .map(study -> study.scoring(objective, request.paths(), request.seed()))
                .toList();
        Trials trials = new Trials(manifest, space, TrialFile.costs(request.first()));
        return new SweepInputs(
                request, compiled, space, drawing, List.copyOf(studies), evaluators, scorings, manifest, trials, swept);
    }

    private static Study study(BacktestSetup setup, Window window) {
        MarketData market = setup.markets().getFirst();
        int first = window.firstBar(setup);
        while (first < market.bars().size() && market.bars().openTime(first) < setup.tradeFrom()) first++;
        if (first >= market.bars().size()) {
            throw new Failure(
                            ErrorCode.DATA_IS_WRONG,
                            market.instrument().symbol() + " has "
                                    + market.bars().size() + " bars of "
                                    + market.bars().kind() + ", too few for the longest series of the space")
                    .help("take more data, or narrower --grid ranges");
        }
        return new Study(setup, first);
    }

    private static void oneCurrency(List<Study> studies) {
        var currency = studies.getFirst().data().instrument().settlement();
        for (Study study : studies) {
            if (!study.data().instrument().settlement().equals(currency)) {
                throw new Failure(
                                ErrorCode.BAD_CONFIGURATION,
                                "the markets of a sweep settle in one currency, not in " + currency + " and "
                                        + study.data().instrument().settlement())
                        .help("sweep them apart");
            }
        }
    }

    private static Manifest manifest(
            SweepRequest request, CompiledStrategies.One one, Space space, Drawing drawing, List<Study> studies) {
        return new Manifest(
                new Manifest.Engine(Version.number(), EngineHash.here()),
                new Manifest.Strategy(
                        one.name(),
                        one.source().file().toAbsolutePath().normalize().toString(),
                        one.source().codeHash()),
                studies.stream()
                        .map(study -> study.market().from(source(request, study)))
                        .toList(),
                new Manifest.Search(
                        space.hash(),
                        space.size(),
                        space.values(),
                        request.sampler().words(),
                        drawing.units(),
                        ObjectiveOption.read(request.objective()).text(),
                        request.paths(),
                        request.seed()),
                request.settings(),
                request.words());
    }

    /** The datasets of the lake; the requests are the same but for the timeframe. */
    private static String source(SweepRequest request, Study study) {
        return request.backtests().stream()
                .filter(each ->
                        each.data().timeframe().equals(study.data().bars().timeframe()))
                .findFirst()
                .map(each -> LakeSources.words(each, study.template().markets()))
                .orElse("");
    }

    /** A worker for one thread. */
    UnitWorker worker(Gauge gauge) {
        int paths = request.prune() ? Shortlist.roughPaths(request.paths()) : request.paths();
        List<MarketWork> works = new ArrayList<>();
        for (int i = 0; i < studies.size(); i++) {
            Scoring scoring = scorings.get(i).with(paths);
            works.add(new MarketWork(evaluators.get(i).evaluator(), scoring.scorer()));
        }
        return new UnitWorker(space, drawing, works, gauge, trials::see);
    }

    /** The second look at the end. */
    Closing closing(Gauge gauge) {
        return new SecondLook(space, studies, evaluators, scorings, gauge, request.prune());
    }

    /** How many combinations the sampler tries at most. */
    long planned() {
        return switch (request.sampler()) {
            case io.fulmar.research.sweep.Sampler.Grid() -> space.size();
            case io.fulmar.research.sweep.Sampler.Random(long samples) -> Math.min(samples, space.size());
            case io.fulmar.research.sweep.Sampler.Sobol(long samples) -> Math.min(samples, space.size());
            case io.fulmar.research.sweep.Sampler.Cma(long samples, int _) -> samples;
        };
    }
}
