package io.fulmar.app.fulmar;

import io.fulmar.domain.Symbol;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetState;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The options that say what of a lake is meant. */
final class DatasetOptions {
    static final Option VENUE = Option.of("--venue", "NAME", "where it is traded; any name");
    static final Option SYMBOL = Option.of("--symbol", "SYMBOL", "such as BTC/USDT or BTC/USDT:USDT");
    static final Option TIMEFRAME = Option.of("--timeframe", "T", "of candles, such as 1m, 4h, 1d");

    static final Option KIND = Option.of("--kind", "KIND", "trades, quotes, books, funding or mark, or candles-T");

    private DatasetOptions() {}

    static String required(Invocation given, Option option, String example) {
        return given.value(option.name())
                .orElseThrow(() -> new Failure(
                                ErrorCode.MISSING_OPTION,
                                "fulmar " + given.command().name() + " needs " + option.name())
                        .help("such as: " + option.name() + " " + example));
    }

    /** Candles of the timeframe that is given, or trades where none is. */
    static Kind kind(Invocation given) {
        Optional<Kind> candles =
                given.value("--timeframe").map(text -> new Kind.Candles(Values.timeframe("--timeframe", text)));
        return candles.orElse(Kind.Events.TRADES);
    }

    /** The datasets that the options name; all if they name none. */
    static List<DatasetState> chosen(Invocation given, Lake lake) {
        Optional<Symbol> symbol = given.value("--symbol").map(text -> Values.symbol("--symbol", text));
        Optional<String> venue = given.value("--venue");
        Optional<String> kind =
                given.value("--timeframe").map(text -> kindNamed(text).word()).or(() -> kindOfData(given));
        return lake.catalogue().stream()
                .filter(state ->
                        symbol.isEmpty() || symbol.get().equals(state.dataset().symbol()))
                .filter(state ->
                        venue.isEmpty() || venue.get().equals(state.dataset().venue()))
                .filter(state -> kind.isEmpty()
                        || kind.get().equals(state.dataset().kind().word()))
                .toList();
    }

    /** Where the command has that option: to others {@code --kind} is a kind of bars to make. */
    private static Optional<String> kindOfData(Invocation given) {
        return given.command().options().contains(KIND)
                ? given.value("--kind").map(text -> {
                    try {
                        return Kind.parse(text).word();
                    } catch (IllegalArgumentException e) {
                        throw new Failure(ErrorCode.BAD_VALUE, "--kind " + text + " cannot be used")
                                .help(String.valueOf(e.getMessage()));
                    }
                })
                : Optional.empty();
    }

    /** A timeframe, or another kind of bars by its name. */
    private static Kind kindNamed(String text) {
        try {
            return Kind.parse(Kind.CANDLES + text);
        } catch (IllegalArgumentException e) {
            throw new Failure(ErrorCode.BAD_VALUE, "--timeframe " + text + " cannot be used")
                    .help(String.valueOf(e.getMessage()));
        }
    }

    /** The one dataset of these; the lake may have the symbol at several venues. */
    static Dataset one(Invocation given, Lake lake) {
        List<DatasetState> found = chosen(given, lake);
        if (found.size() == 1) return found.getFirst().dataset();
        String wanted = given.values("--venue").stream()
                        .findFirst()
                        .map(name -> name + " ")
                        .orElse("")
                + given.value("--symbol").orElse("any symbol") + " "
                + given.value("--timeframe").orElse("any timeframe");
        if (found.isEmpty()) {
            throw new Failure(ErrorCode.DATASET_MISSING, "the lake has no " + wanted)
                    .at(lake.folder().toString())
                    .help("see what there is: fulmar data ls --lake " + lake.folder());
        }
        throw new Failure(ErrorCode.WRONG_ARGUMENTS, "several datasets are " + wanted)
                .at(found.stream().map(state -> state.dataset().toString()).collect(Collectors.joining("\n")))
                .help("say which: --venue, --symbol, --timeframe"
                        + (given.command().options().contains(KIND) ? " or --kind" : ""));
    }
}
