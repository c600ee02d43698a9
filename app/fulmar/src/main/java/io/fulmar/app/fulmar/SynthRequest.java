package io.fulmar.app.fulmar;

import io.fulmar.domain.Timeframe;
import io.fulmar.simulation.market.OrderFlow;
import io.fulmar.store.lake.Compression;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code fulmar data synth} is to make.
 *
 * @param count bars a symbol
 * @param tradesPerBar how many trades a bar has on average
 */
record SynthRequest(
        Lake lake,
        int symbols,
        int count,
        Timeframe timeframe,
        long seed,
        long from,
        String venue,
        Set<String> kinds,
        double tradesPerBar,
        Compression compression) {
    static final String START = "2024-01-01";
    static final String CANDLES = "candles";
    static final String FUNDING = "funding";

    /** What order flow is made for. */
    static final List<String> FLOW = List.of("trades", "quotes", "books");

    static final List<Option> OPTIONS = List.of(
            LakeOption.LAKE,
            Option.of("--symbols", "N", "how many instruments (default 1)"),
            Option.of("--days", "N", "how many days of each (default 365)"),
            Option.of("--timeframe", "TIME", "length of a bar (default 1m)"),
            Option.of("--kinds", "LIST", "what to make: candles,trades,quotes,books,funding (default candles)"),
            Option.of(
                    "--trades-per-second",
                    "N",
                    "trades a second on average (default 1); alone it asks for candles, trades and quotes"),
            Option.of("--seed", "N", "the same seed gives the same lake (default 1)"),
            Option.of("--from", "TIME", "when the first bar opens (default " + START + ")"),
            Option.of("--venue", "NAME", "the venue's name (default synthetic)"),
            Option.flag("--funding", "perpetuals, with their funding rates"),
            Option.of("--compression", "HOW", "none or zstd (default none)"),
            Option.of("--threads", "N", "instruments at a time (default one a core)"));

    private static final long SECOND = 1_000_000_000L;
    private static final int SYMBOLS_MAX = 100_000;
    private static final long ROWS_MAX = 50_000_000;
    private static final double TRADES_MAX = 4e9;

    static SynthRequest read(Invocation given) {
        Timeframe timeframe =
                Values.timeframe("--timeframe", given.value("--timeframe").orElse("1m"));
        int days =
                given.value("--days").map(text -> Values.count("--days", text)).orElse(365);
        int symbols = given.value("--symbols")
                .map(text -> Values.count("--symbols", text))
                .orElse(1);
        long count = days * 86_400L * SECOND / timeframe.nanos();
        if (count < 1 || count > ROWS_MAX || symbols > SYMBOLS_MAX) {
            throw new Failure(
                            ErrorCode.BAD_VALUE,
                            symbols + " symbols of " + days + " days of " + timeframe + " cannot be made")
                    .help("1 to " + ROWS_MAX + " bars a symbol, at most " + SYMBOLS_MAX + " symbols");
        }
        Set<String> kinds = kinds(given);
        Instant from = Values.time("--from", given.value("--from").orElse(START));
        return new SynthRequest(
                LakeOption.any(given),
                symbols,
                (int) count,
                timeframe,
                given.value("--seed").map(text -> seed(text)).orElse(1L),
                Math.multiplyExact(from.getEpochSecond(), SECOND),
                given.value("--venue").orElse("synthetic"),
                kinds,
                kinds.stream().anyMatch(FLOW::contains) ? tradesPerBar(given, timeframe, count) : 0,
                given.value("--compression")
                                .map(text -> Values.oneOf("--compression", text, List.of("none", "zstd")))
                                .filter("zstd"::equals)
                                .isPresent()
                        ? Compression.ZSTD
                        : Compression.NONE);
    }

    private static Set<String> kinds(Invocation given) {
        List<String> all = new ArrayList<>(FLOW);
        all.add(CANDLES);
        all.add(FUNDING);
        String usual = given.has("--trades-per-second") ? "candles,trades,quotes" : CANDLES;
        Set<String> kinds = new TreeSet<>();
        for (String kind : given.value("--kinds").orElse(usual).split(",", -1)) {
            kinds.add(Values.oneOf("--kinds", kind.strip(), all));
        }
        if (given.has("--funding")) kinds.add(FUNDING);
        if (given.has("--trades-per-second") && kinds.stream().noneMatch(FLOW::contains)) {
            throw new Failure(ErrorCode.BAD_VALUE, "--trades-per-second means nothing for " + String.join(",", kinds))
                    .help("ask for them: --kinds candles,trades,quotes");
        }
        return kinds;
    }

    private static double tradesPerBar(Invocation given, Timeframe timeframe, long count) {
        String text = given.value("--trades-per-second").orElse("1");
        double second = Values.positive("--trades-per-second", text).doubleValue();
        double bar = second * timeframe.nanos() / SECOND;
        if (bar < OrderFlow.TRADES_MIN || bar > OrderFlow.TRADES_MEAN_MAX || bar * count > TRADES_MAX) {
            throw new Failure(
                            ErrorCode.BAD_VALUE,
                            text + " trades a second are " + bar + " a bar of " + timeframe + ", which cannot be made")
                    .help("a bar has " + OrderFlow.TRADES_MIN + " to " + OrderFlow.TRADES_MEAN_MAX
                            + " trades on average: choose another --timeframe; a symbol at most " + (long) TRADES_MAX);
        }
        return bar;
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Failure(ErrorCode.BAD_VALUE, "--seed " + text + " cannot be used").help("it is a whole number");
        }
    }

    boolean makes(String kind) {
        return kinds.contains(kind);
    }

    boolean makesFlow() {
        return tradesPerBar > 0;
    }

    Dataset dataset(SyntheticListing listing, Kind kind) {
        return new Dataset(venue, listing.symbol(), kind);
    }

    /** When the last bar is over. */
    long until() {
        return from + count * timeframe.nanos();
    }
}
