package io.fulmar.app.fulmar;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Exact;
import io.fulmar.domain.MarketDataEvent;
import io.fulmar.domain.Timeframe;
import io.fulmar.live.Market;
import io.fulmar.market.BarKind;
import io.fulmar.market.MadeBars;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.backtest.PaperRun;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A strategy behind a replay: the hub tells it bars as they close, a desk and the simulated venue do the rest. Its trades are those of a
 * backtest over the same rows of the lake.
 */
final class ReplayedStrategy {
    static final Option OPTION =
            Option.of("--strategy", "FILE", "a strategy behind it, on paper: .java; needs --symbol");

    private static final Set<String> SHARED = Set.of(
            "--timeframe",
            "--param",
            "--cash",
            "--fee-bps",
            "--maker-bps",
            "--slippage-bps",
            "--path",
            "--leverage",
            "--tick",
            "--lot",
            "--instrument",
            "--risk",
            "--trade-from");
    private static final Set<String> OF_THE_LAKE = Set.of("--lake", "--venue", "--from", "--to", "--symbol", "--bars");

    private final BacktestRunner.Prepared prepared;
    private final Timeframe timeframe;
    private final Timeframe spacing;
    private final boolean made;
    private Optional<PaperRun> run = Optional.empty();
    private double quantityUnit;

    private ReplayedStrategy(BacktestRunner.Prepared prepared, Timeframe timeframe, Timeframe spacing, boolean made) {
        this.prepared = prepared;
        this.timeframe = timeframe;
        this.spacing = spacing;
        this.made = made;
    }

    /** Options of a backtest that mean the same here. */
    static List<Option> options() {
        List<Option> options = new ArrayList<>(List.of(OPTION));
        BacktestCommand.options().stream()
                .filter(option -> SHARED.contains(option.name()))
                .forEach(options::add);
        return options;
    }

    static Optional<ReplayedStrategy> of(Invocation given, Terminal terminal) {
        if (!given.has(OPTION.name())) {
            SHARED.stream().filter(given::has).findFirst().ifPresent(option -> {
                throw new Failure(ErrorCode.BAD_VALUE, option + " is for a strategy").help("add --strategy FILE");
            });
            return Optional.empty();
        }
        if (given.has("--step") || given.values("--symbol").size() != 1) {
            throw new Failure(ErrorCode.BAD_VALUE, "a strategy is behind the replay of one market, and of no steps")
                    .help("give one --symbol, and --speed instead of --step");
        }
        boolean made = given.has("--bars");
        Map<String, List<String>> options = new LinkedHashMap<>();
        given.options().forEach((name, values) -> {
            if (SHARED.contains(name) || OF_THE_LAKE.contains(name)) options.put(name, values);
        });
        options.put("--data", List.of(LakeOptions.DATA));
        BacktestRequest request =
                BacktestCommand.read(new Invocation(given.command(), given.values(OPTION.name()), options));
        BacktestRunner.Prepared prepared = new BacktestRunner(request, terminal, OptionalLong.empty()).prepared();
        if (prepared.seats().size() != 1) {
            throw new Failure(ErrorCode.BAD_CONFIGURATION, "a strategy behind a replay trades one market")
                    .help("backtest it: fulmar backtest FILE --data lake");
        }
        return Optional.of(made ? ofTrades(request, prepared) : ofBars(request, prepared));
    }

    private static ReplayedStrategy ofTrades(BacktestRequest request, BacktestRunner.Prepared prepared) {
        if (request.data().kind().orElseThrow() instanceof BarKind.Time(Timeframe timeframe)) {
            return new ReplayedStrategy(prepared, timeframe, timeframe, true);
        }
        throw new Failure(ErrorCode.BAD_VALUE, "a strategy behind a replay runs on bars of time")
                .help("such as --bars 5m, made of the trades; or backtest FILE --data lake --bars "
                        + request.data().kind().orElseThrow());
    }

    private static ReplayedStrategy ofBars(BacktestRequest request, BacktestRunner.Prepared prepared) {
        Timeframe wanted = request.data().timeframe();
        Dataset source = LakeData.source(request.data().lake().orElseThrow(), wanted);
        Timeframe own = source.kind() instanceof Kind.Candles(Timeframe timeframe) ? timeframe : wanted;
        return new ReplayedStrategy(prepared, wanted, own, false);
    }

    Supervisor supervisor() {
        return prepared.supervisor();
    }

    /** The markets of the replay, of which there must be one. */
    void begin(List<Market> markets) {
        if (markets.size() != 1) {
            throw new Failure(ErrorCode.BAD_VALUE, "several venues have that symbol").help("say which: --venue NAME");
        }
        Market market = markets.getFirst();
        quantityUnit = Exact.powerOfTen(market.scales().quantity());
        run = Optional.of(new PaperRun(
                prepared.setup(), timeframe, spacing, market.scales().price()));
    }

    /** The hub has made a bar of the first kind that it makes; what began before the data or did not close is none. */
    void made(int kind, MadeBars bars, int i) {
        if (made && kind == 0 && (bars.flags()[i] & (MadeBars.LATE | MadeBars.UNFINISHED)) == 0) {
            run.orElseThrow()
                    .bar(
                            bars.openTimes()[i],
                            bars.opens()[i],
                            bars.highs()[i],
                            bars.lows()[i],
                            bars.closes()[i],
                            bars.lots()[i] / quantityUnit);
        }
    }

    void told(MarketDataEvent.BarClosed bar) {
        if (!made && bar.timeframe().equals(spacing)) {
            run.orElseThrow().bar(bar.openTime(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
        }
    }

    /** What came of it. */
    record Outcome(BacktestResult result, int bars) {
        JsonValue.Fields json() {
            return new JsonValue.Fields()
                    .put("bars", bars)
                    .put("trades", result.trades().size())
                    .put("openTrades", result.openTrades())
                    .put("fills", result.fills().size())
                    .put("finalEquity", new JsonValue.Literal(equity()))
                    .put("netReturn", result.netReturn())
                    .put("hash", result.hashes().run())
                    .put("decisionHash", result.hashes().decision());
        }

        private String equity() {
            return Decimal.of(result.finalEquity(), result.currency().digits()).toString();
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "the strategy saw %,d bars and made %,d trades; %s %s, %.2f %%%nhash %s, as a backtest over the same rows",
                    bars,
                    result.trades().size(),
                    equity(),
                    result.currency().code(),
                    100 * result.netReturn(),
                    result.hashes().run());
        }
    }

    Outcome end() {
        PaperRun over = run.orElseThrow();
        BacktestResult result = over.end();
        return new Outcome(result, over.bars());
    }
}
