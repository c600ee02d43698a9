package io.fulmar.app.fulmar;

import io.fulmar.domain.Symbol;
import io.fulmar.live.Pace;
import io.fulmar.market.BarKind;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetState;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is to be replayed, and how; {@code from} and {@code to} are nanoseconds. */
record ReplayRequest(
        Lake lake, List<Dataset> streams, long from, long to, Pace pace, boolean stepped, List<BarKind> bars) {
    private static final int STREAMS_MAX = 10_000;

    static ReplayRequest of(Invocation given) {
        Lake lake = LakeOption.existing(given);
        if (given.has("--step") && given.has("--speed")) {
            throw new Failure(ErrorCode.BAD_VALUE, "--step and --speed cannot be given together")
                    .help("--step waits before each event for you");
        }
        return new ReplayRequest(
                lake,
                streams(given, lake),
                time(given, "--from").orElse(Long.MIN_VALUE),
                time(given, "--to").orElse(Long.MAX_VALUE),
                given.value("--speed").map(ReplayRequest::pace).orElseGet(Pace.Full::new),
                given.has("--step"),
                given.values("--bars").stream().map(BarsCommand::kind).toList());
    }

    private static Optional<Long> time(Invocation given, String option) {
        return given.value(option).map(text -> {
            Instant at = Values.time(option, text);
            return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
        });
    }

    private static Pace pace(String text) {
        if (text.equals("max")) {
            return new Pace.Full();
        }
        try {
            return new Pace.Times(Double.parseDouble(text));
        } catch (IllegalArgumentException _) {
            throw new Failure(ErrorCode.BAD_VALUE, "--speed " + text + " cannot be used")
                    .help("max, or how many times as fast as it happened: 1 is real time, 60 a minute a second");
        }
    }

    /** As the catalogue has them: by venue, kind and symbol. */
    private static List<Dataset> streams(Invocation given, Lake lake) {
        Set<Symbol> symbols = new HashSet<>();
        given.values("--symbol").forEach(text -> symbols.add(Values.symbol("--symbol", text)));
        Optional<Set<Kind>> kinds = given.value("--kinds").map(ReplayRequest::kinds);
        Optional<String> venue = given.value("--venue");
        List<Dataset> streams = new ArrayList<>();
        for (DatasetState state : lake.catalogue()) {
            Dataset dataset = state.dataset();
            boolean wanted = (symbols.isEmpty() || symbols.contains(dataset.symbol()))
                    && venue.map(dataset.venue()::equals).orElse(true)
                    && kinds.map(some -> some.contains(dataset.kind()))
                            .orElse(!(dataset.kind() instanceof Kind.NamedBars));
            if (wanted) {
                streams.add(dataset);
            }
        }
        requireAll(symbols, streams, lake);
        if (streams.size() > STREAMS_MAX) {
            throw new Failure(ErrorCode.BAD_VALUE, streams.size() + " streams are more than " + STREAMS_MAX)
                    .help("choose some: --symbol, --kinds, --venue");
        }
        return streams;
    }

    private static void requireAll(Set<Symbol> symbols, List<Dataset> streams, Lake lake) {
        List<String> missing = symbols.stream()
                .filter(symbol ->
                        streams.stream().noneMatch(each -> each.symbol().equals(symbol)))
                .map(Symbol::toString)
                .sorted()
                .toList();
        if (!missing.isEmpty() || streams.isEmpty()) {
            throw new Failure(
                            ErrorCode.DATA_CANNOT_BE_READ,
                            "the lake has nothing of these kinds to replay"
                                    + (missing.isEmpty() ? "" : " of " + String.join(", ", missing)))
                    .at(lake.folder().toString())
                    .help("see what there is: fulmar data ls --lake " + lake.folder());
        }
    }

    private static Set<Kind> kinds(String text) {
        Set<Kind> kinds = new HashSet<>();
        for (String word : Arrays.asList(text.split(",", -1))) {
            kinds.add(kind(word.strip()));
        }
        return kinds;
    }

    private static Kind kind(String word) {
        try {
            Kind kind = Kind.parse(word);
            if (kind instanceof Kind.NamedBars) {
                throw new IllegalArgumentException(
                        word + " cannot be replayed: such bars do not say when they were known; replay the trades");
            }
            return kind;
        } catch (IllegalArgumentException e) {
            throw new Failure(ErrorCode.BAD_VALUE, "--kinds: " + e.getMessage())
                    .help("such as: --kinds trades,quotes,books,candles-1m");
        }
    }
}
