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
import java.util.Optional;

/** {@code fulmar data bars}: bars of any kind, made of the trades or candles that a lake holds, into the lake or a file. */
final class BarsCommand {
    private static final List<String> FROM = List.of("ticks", "trades");

    private BarsCommand() {}

    static CommandEntry command() {
        return new CommandEntry(
                "data bars",
                "make bars of any kind of the trades or candles in a lake",
                Argument.NONE,
                List.of(
                        Option.of("--lake", "DIR", "the lake's folder"),
                        DatasetOptions.SYMBOL,
                        DatasetOptions.VENUE,
                        Option.of("--from", "ticks|TIME", "of what: ticks, or candles such as 1m (default ticks)"),
                        Option.of(
                                "--kind",
                                "KIND",
                                "5m, 1M, 15m@NSE, tick:1000, volume:10, value:1e5, range:0.3%, renko:0.5%, ha:5m"),
                        Option.of(
                                "--out",
                                "FILE",
                                "the Arrow file to write, such as bars.feather (default: into the lake)")),
                List.of(
                        "fulmar data bars --lake lake --symbol BTC/USDT:USDT --from ticks --kind renko:0.5%"
                                + " --out bricks.feather",
                        "fulmar data bars --lake lake --symbol BTC/USDT:USDT --from 1m --kind ha:1h"),
                BarsCommand::run);
    }

    private static ExitCode run(Invocation given, Terminal terminal) {
        Path folder = Values.path("--lake", needed(given, "--lake", "--lake lake"));
        Symbol symbol = Values.symbol("--symbol", needed(given, "--symbol", "--symbol BTC/USDT:USDT"));
        BarKind kind = kind(needed(given, "--kind", "--kind renko:0.5%"));
        Optional<Path> out = given.value("--out").map(text -> Values.path("--out", text));
        String from = given.value("--from").orElse(FROM.getFirst());
        Kind source = FROM.contains(from) ? Kind.Events.TRADES : new Kind.Candles(Values.timeframe("--from", from));
        try {
            Lake lake = Lake.open(folder);
            DatasetState of = source(given, lake, symbol, source);
            if (out.isPresent() && source == Kind.Events.TRADES) {
                TradesToBars.Made made = TradesToBars.write(lake, of, kind, out.get());
                terminal.out().println(terminal.json() ? json(made).onOneLine() : text(made));
            } else {
                KeptBars kept = KeptBars.keep(lake, of.dataset(), kind, out);
                terminal.out().println(terminal.json() ? kept.json().onOneLine() : kept.text());
            }
            return ExitCode.DONE;
        } catch (IOException e) {
            throw OutputFolder.cannotWrite(out.orElse(folder), e);
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

    /** What the options name: the lake may have the symbol at several venues. */
    private static DatasetState source(Invocation given, Lake lake, Symbol symbol, Kind kind) {
        String what = kind == Kind.Events.TRADES ? "trades" : kind.word();
        List<DatasetState> found = DatasetOptions.chosen(given, lake).stream()
                .filter(state -> state.dataset().kind().equals(kind) && state.rows() > 0)
                .toList();
        if (found.isEmpty()) {
            String where = given.value("--venue").map(" at "::concat).orElse("");
            throw new Failure(ErrorCode.DATASET_MISSING, "the lake has no " + what + " of " + symbol + where)
                    .at(lake.folder().toString())
                    .help("see what there is: fulmar data ls --lake " + lake.folder());
        }
        if (found.size() > 1) {
            List<String> venues = found.stream()
                    .map(DatasetState::dataset)
                    .map(Dataset::venue)
                    .toList();
            throw new Failure(ErrorCode.BAD_VALUE, "several venues have " + what + " of " + symbol)
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
