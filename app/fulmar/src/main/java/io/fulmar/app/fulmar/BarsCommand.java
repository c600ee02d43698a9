package io.fulmar.app.fulmar;

import io.fulmar.domain.Symbol;
import io.fulmar.market.BarKind;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetState;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code fulmar data bars}: bars of any kind, made of the trades that a lake holds. */
final class BarsCommand {
    private static final List<String> FROM = List.of("ticks", "trades");

    private BarsCommand() {}

    static CommandEntry command() {
        return new CommandEntry(
                "data bars",
                "make bars of any kind of the trades in a lake",
                Argument.NONE,
                List.of(
                        Option.of("--lake", "DIR", "the lake's folder"),
                        DatasetOptions.SYMBOL,
                        DatasetOptions.VENUE,
                        Option.of("--from", "ticks", "what the bars are made of (default ticks)"),
                        Option.of(
                                "--kind",
                                "KIND",
                                "5m, 1M, 15m@NSE, tick:1000, volume:10, value:1e5, range:0.3%, renko:0.5%, ha:5m"),
                        Option.of("--out", "FILE", "the Arrow file to write, such as bars.feather")),
                List.of("fulmar data bars --lake lake --symbol BTC/USDT:USDT --from ticks --kind renko:0.5%"
                        + " --out bricks.feather"),
                BarsCommand::run);
    }

    private static ExitCode run(Invocation given, Terminal terminal) {
        Path folder = Values.path("--lake", needed(given, "--lake", "--lake lake"));
        Symbol symbol = Values.symbol("--symbol", needed(given, "--symbol", "--symbol BTC/USDT:USDT"));
        BarKind kind = kind(needed(given, "--kind", "--kind renko:0.5%"));
        Path out = Values.path("--out", needed(given, "--out", "--out bricks.feather"));
        Values.oneOf("--from", given.value("--from").orElse("ticks"), FROM);
        try {
            Lake lake = Lake.open(folder);
            DatasetState trades = trades(given, lake, symbol);
            TradesToBars.Made made = TradesToBars.write(lake, trades, kind, out);
            terminal.out().println(terminal.json() ? json(made).onOneLine() : text(made));
            return ExitCode.DONE;
        } catch (IOException e) {
            throw OutputFolder.cannotWrite(out, e);
        }
    }

    /** A kind that is not known is answered with all that are. */
    static BarKind kind(String text) {
        try {
            return BarKind.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Failure(ErrorCode.BAD_VALUE, String.valueOf(e.getMessage())).help("all kinds: docs/bars.md");
        }
    }

    /** The trades that the options name: the lake may have the symbol at several venues. */
    private static DatasetState trades(Invocation given, Lake lake, Symbol symbol) {
        List<DatasetState> found = DatasetOptions.chosen(given, lake).stream()
                .filter(state -> state.dataset().kind() == Kind.Events.TRADES)
                .toList();
        if (found.isEmpty()) {
            String where = given.value("--venue").map(" at "::concat).orElse("");
            throw new Failure(ErrorCode.DATASET_MISSING, "the lake has no trades of " + symbol + where)
                    .at(lake.folder().toString())
                    .help("see what there is: fulmar data ls --lake " + lake.folder());
        }
        if (found.size() > 1) {
            List<String> venues = found.stream()
                    .map(DatasetState::dataset)
                    .map(Dataset::venue)
                    .toList();
            throw new Failure(ErrorCode.BAD_VALUE, "several venues have trades of " + symbol)
                    .help("say which: --venue " + String.join(" or --venue ", venues));
        }
        return found.getFirst();
    }

    private static JsonValue json(TradesToBars.Made made) {
        JsonValue.Fields fields = new JsonValue.Fields()
                .put("venue", made.dataset().venue())
                .put("symbol", made.dataset().symbol().toString())
                .put("kind", made.kind().toString())
                .put("trades", made.trades())
                .put("outside", made.outside())
                .put("bars", made.bars())
                .put("incomplete", made.incomplete());
        if (made.bars() > 0) {
            fields.put("from", IsoTime.of(made.from())).put("to", IsoTime.of(made.to()));
        }
        return fields.put("out", made.out().toString());
    }

    private static String text(TradesToBars.Made made) {
        String range = made.bars() == 0 ? "" : ", " + IsoTime.of(made.from()) + " to " + IsoTime.of(made.to());
        return made.bars() + " bars of " + made.kind() + " from " + made.trades() + " trades of "
                + made.dataset().symbol() + range
                + (made.incomplete() == 0 ? "" : "\n" + made.incomplete() + " of them are not complete: see flags")
                + (made.outside() == 0 ? "" : "\n" + made.outside() + " trades belong to no bar")
                + "\n" + made.out();
    }

    private static String needed(Invocation given, String option, String example) {
        return given.value(option)
                .orElseThrow(() -> new Failure(ErrorCode.MISSING_OPTION, "fulmar data bars needs " + option)
                        .help("such as: " + example));
    }
}
