package io.fulmar.app.fulmar;

import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.BarKind;
import io.fulmar.market.BarsOfCandles;
import io.fulmar.research.backtest.KindBars;
import io.fulmar.research.backtest.KindDataset;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetState;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Bars of any kind for a run, of what a lake has: the bars themselves, else trades, else its finest candles where those say enough. */
final class LakeKinds {
    /** Such bars themselves, then trades; reversed, for a timeframe that was asked for, the coarsest candles that make it. */
    private static final Comparator<Dataset> FINEST = Comparator.comparing(
                    (Dataset dataset) -> !(dataset.kind() instanceof Kind.NamedBars))
            .thenComparing(LakeKinds::timeframe);

    private final LakeRequest wanted;
    private final BarKind kind;
    private final Optional<Timeframe> candles;
    private final Lake lake;
    private final List<Dataset> sources;

    private LakeKinds(LakeRequest wanted, Timeframe timeframe, BarKind kind) {
        this.wanted = wanted;
        this.kind = kind;
        this.candles = timeframe.equals(KindOption.WHATEVER) ? Optional.empty() : Optional.of(timeframe);
        this.lake = LakeOption.open(wanted.folder());
        this.sources = lake.catalogue().stream()
                .filter(state -> state.rows() > 0)
                .map(DatasetState::dataset)
                .filter(dataset -> wanted.venue().map(dataset.venue()::equals).orElse(true))
                .filter(this::serves)
                .toList();
    }

    static List<MarketData> read(LakeRequest wanted, BacktestRequest.Steps steps, Timeframe timeframe, BarKind kind) {
        LakeKinds kinds = new LakeKinds(wanted, timeframe, kind);
        List<MarketData> markets = new ArrayList<>();
        for (Symbol symbol : kinds.symbols()) {
            markets.add(kinds.market(kinds.source(symbol), steps, markets.size() + 1L));
        }
        return markets;
    }

    /** What the bars of a market of the run are made of. */
    static Dataset source(LakeRequest wanted, Timeframe timeframe, BarKind kind, Symbol symbol) {
        return new LakeKinds(wanted, timeframe, kind).source(symbol);
    }

    private boolean serves(Dataset dataset) {
        return switch (dataset.kind()) {
            case Kind.Candles(var own) ->
                candles.map(own::divides).orElse(BarsOfCandles.can(kind))
                        && (!(kind instanceof BarKind.Time(var length)) || own.divides(length));
            case Kind.NamedBars bars ->
                candles.isEmpty()
                        && KindDataset.named(kind).filter(bars::equals).isPresent();
            case Kind.Events events -> events == Kind.Events.TRADES && candles.isEmpty();
        };
    }

    private List<Symbol> symbols() {
        if (!wanted.symbols().isEmpty()) return wanted.symbols();
        List<Symbol> all = sources.stream().map(Dataset::symbol).distinct().toList();
        if (all.isEmpty()) throw nothing("any symbol");
        return all;
    }

    private Dataset source(Symbol symbol) {
        List<Dataset> fitting = sources.stream()
                .filter(dataset -> dataset.symbol().equals(symbol))
                .sorted(candles.isPresent() ? FINEST.reversed() : FINEST)
                .toList();
        List<String> venues =
                fitting.stream().map(Dataset::venue).distinct().sorted().toList();
        if (venues.size() > 1) {
            throw new Failure(ErrorCode.BAD_CONFIGURATION, symbol + " is there of several venues: " + venues)
                    .help("choose one: --venue " + venues.getFirst());
        }
        if (fitting.isEmpty()) throw nothing(symbol.toString());
        return fitting.getFirst();
    }

    private static Timeframe timeframe(Dataset dataset) {
        return dataset.kind() instanceof Kind.Candles(var timeframe) ? timeframe : KindOption.WHATEVER;
    }

    private Failure nothing(String symbol) {
        String what = candles.map(timeframe -> "candles that make " + timeframe)
                .orElse(BarsOfCandles.can(kind) ? "trades or candles" : "trades");
        return new Failure(
                        ErrorCode.DATASET_MISSING,
                        "the lake " + wanted.folder() + " has no " + what + " of " + symbol + " to make bars of "
                                + kind)
                .help("see what it has: " + Called.as() + " data ls --lake " + wanted.folder());
    }

    private MarketData market(Dataset source, BacktestRequest.Steps steps, long id) {
        if (!(source.kind() instanceof Kind.Candles(var own))) {
            KindBars bars = new KindBars(lake, source, kind, wanted.from(), wanted.to());
            return steps.instrument().isPresent()
                    ? bars.read(InstrumentFile.read(steps.instrument().get(), id, source.symbol()))
                    : bars.read(id, LakeData.steps(steps));
        }
        if (kind instanceof BarKind.Time(var length)) {
            return LakeData.candles(lake, source, wanted, steps, length, id);
        }
        return KindBars.of(LakeData.candles(lake, source, wanted, steps, candles.orElse(own), id), kind);
    }
}
