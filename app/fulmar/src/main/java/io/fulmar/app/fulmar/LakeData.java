package io.fulmar.app.fulmar;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.research.backtest.Funding;
import io.fulmar.research.backtest.InstrumentSteps;
import io.fulmar.research.backtest.LakeBars;
import io.fulmar.research.backtest.LakeFunding;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetState;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the bars of a run in a lake and reads them. */
final class LakeData {
    private final LakeRequest wanted;
    private final Timeframe timeframe;
    private final Lake lake;
    private final List<Dataset> bars;

    private LakeData(LakeRequest wanted, Timeframe timeframe) {
        this.wanted = wanted;
        this.timeframe = timeframe;
        this.lake = LakeOption.open(wanted.folder());
        this.bars = lake.catalogue().stream()
                .filter(state -> state.rows() > 0)
                .map(DatasetState::dataset)
                .filter(dataset -> dataset.kind() instanceof Kind.Candles)
                .filter(dataset -> wanted.venue().map(dataset.venue()::equals).orElse(true))
                .toList();
    }

    static List<MarketData> read(LakeRequest wanted, BacktestRequest.Steps steps, Timeframe timeframe) {
        LakeData data = new LakeData(wanted, timeframe);
        List<MarketData> markets = new ArrayList<>();
        for (Dataset dataset : data.datasets()) {
            LakeBars bars = new LakeBars(data.lake, dataset, wanted.from(), wanted.to());
            long id = markets.size() + 1L;
            markets.add(
                    steps.instrument().isPresent()
                            ? bars.read(InstrumentFile.read(steps.instrument().get(), id, dataset.symbol()), timeframe)
                            : bars.read(
                                    id,
                                    timeframe,
                                    new InstrumentSteps(
                                            steps.tick().orElse(Decimal.ZERO),
                                            steps.lot().orElse(Decimal.ZERO))));
        }
        return markets;
    }

    /** Funding that the lake has for a market of the run. */
    static Optional<Funding> funding(LakeRequest wanted, MarketData market, Timeframe timeframe) {
        LakeData data = new LakeData(wanted, timeframe);
        return LakeFunding.read(
                data.lake, data.dataset(market.instrument().symbol()).venue(), market);
    }

    /** What the lake knows of the bars of a symbol, and of its funding if that may count. */
    static List<DatasetState> states(LakeRequest wanted, Symbol symbol, Timeframe timeframe, boolean funding) {
        LakeData data = new LakeData(wanted, timeframe);
        Dataset bars = data.dataset(symbol);
        Stream<Dataset> all =
                funding ? Stream.of(bars, new Dataset(bars.venue(), symbol, Kind.Events.FUNDING)) : Stream.of(bars);
        return all.flatMap(dataset -> data.lake.state(dataset).stream()).toList();
    }

    private List<Dataset> datasets() {
        Stream<Symbol> symbols = wanted.symbols().isEmpty()
                ? bars.stream().filter(this::fits).map(Dataset::symbol).distinct()
                : wanted.symbols().stream();
        List<Dataset> found = symbols.map(this::dataset).toList();
        if (found.isEmpty()) {
            throw new Failure(ErrorCode.DATASET_MISSING, "the lake " + wanted.folder() + " has no bars of " + timeframe)
                    .help("see what it has: " + Called.as() + " data ls --lake " + wanted.folder());
        }
        return found;
    }

    private boolean fits(Dataset dataset) {
        return dataset.kind() instanceof Kind.Candles candles
                && candles.timeframe().divides(timeframe);
    }

    private static Timeframe timeframe(Dataset dataset) {
        return dataset.kind() instanceof Kind.Candles candles ? candles.timeframe() : Timeframe.WEEK;
    }

    /** The bars of the timeframe themselves, else the coarsest that can be folded into them. */
    private Dataset dataset(Symbol symbol) {
        List<Dataset> fitting = bars.stream()
                .filter(dataset -> dataset.symbol().equals(symbol))
                .filter(this::fits)
                .sorted(Comparator.comparing(LakeData::timeframe).reversed())
                .toList();
        List<String> venues =
                fitting.stream().map(Dataset::venue).distinct().sorted().toList();
        if (venues.size() > 1) {
            throw new Failure(ErrorCode.BAD_CONFIGURATION, symbol + " is there of several venues: " + venues)
                    .help("choose one: --venue " + venues.getFirst());
        }
        if (fitting.isEmpty()) {
            throw new Failure(
                            ErrorCode.DATASET_MISSING,
                            "the lake " + wanted.folder() + " has no bars of " + symbol + " that make " + timeframe)
                    .help("see what it has: " + Called.as() + " data ls --lake " + wanted.folder());
        }
        return fitting.getFirst();
    }
}
