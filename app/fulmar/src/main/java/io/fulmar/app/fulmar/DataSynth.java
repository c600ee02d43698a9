package io.fulmar.app.fulmar;

import io.fulmar.domain.Timeframe;
import io.fulmar.simulation.market.Candles;
import io.fulmar.simulation.market.SyntheticFunding;
import io.fulmar.simulation.market.SyntheticMarket;
import io.fulmar.store.lake.Compression;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.InstrumentFact;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code fulmar data synth}: fills a lake with markets that never were, the same for the same seed on every machine. */
final class DataSynth {
    private static final String START = "2024-01-01";
    private static final long SECOND = 1_000_000_000L;
    private static final int SYMBOLS_MAX = 100_000;
    private static final long ROWS_MAX = 50_000_000;

    private DataSynth() {}

    static CommandEntry command() {
        return new CommandEntry(
                "data synth",
                "fill a lake with markets that never were, of any size",
                Argument.NONE,
                List.of(
                        LakeOption.LAKE,
                        Option.of("--symbols", "N", "how many instruments (default 1)"),
                        Option.of("--days", "N", "how many days of each (default 365)"),
                        Option.of("--timeframe", "TIME", "length of a bar (default 1m)"),
                        Option.of("--seed", "N", "the same seed gives the same lake (default 1)"),
                        Option.of("--from", "TIME", "when the first bar opens (default " + START + ")"),
                        Option.of("--venue", "NAME", "the venue's name (default synthetic)"),
                        Option.flag("--funding", "perpetuals, with their funding rates"),
                        Option.of("--compression", "HOW", "none or zstd (default none)"),
                        Option.of("--threads", "N", "instruments at a time (default one a core)")),
                List.of("fulmar data synth --lake lake --symbols 650 --days 365 --timeframe 1m --seed 3"),
                DataSynth::run);
    }

    /** What to make. */
    private record Wanted(
            Lake lake,
            int symbols,
            int count,
            Timeframe timeframe,
            long seed,
            long from,
            String venue,
            boolean funding,
            Compression compression) {
        Dataset dataset(SyntheticListing listing, Kind kind) {
            return new Dataset(venue, listing.symbol(), kind);
        }
    }

    private static Wanted wanted(Invocation given) {
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
        Instant from = Values.time("--from", given.value("--from").orElse(START));
        return new Wanted(
                LakeOption.any(given),
                symbols,
                (int) count,
                timeframe,
                given.value("--seed").map(text -> seed(text)).orElse(1L),
                Math.multiplyExact(from.getEpochSecond(), SECOND),
                given.value("--venue").orElse("synthetic"),
                given.has("--funding"),
                given.value("--compression")
                                .map(text -> Values.oneOf("--compression", text, List.of("none", "zstd")))
                                .filter("zstd"::equals)
                                .isPresent()
                        ? Compression.ZSTD
                        : Compression.NONE);
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Failure(ErrorCode.BAD_VALUE, "--seed " + text + " cannot be used").help("it is a whole number");
        }
    }

    private static ExitCode run(Invocation given, Terminal terminal) {
        Wanted wanted = wanted(given);
        int threads = given.value("--threads")
                .map(text -> Values.count("--threads", text))
                .orElse(Runtime.getRuntime().availableProcessors());
        WallClock clock = new WallClock();
        long started = clock.nanos();
        try (ExecutorService crew = Executors.newFixedThreadPool(Math.min(threads, wanted.symbols))) {
            List<Future<?>> work = new ArrayList<>();
            for (int number = 1; number <= wanted.symbols; number++) {
                SyntheticListing listing = SyntheticListing.of(wanted.seed, number, wanted.funding);
                work.add(crew.submit(() -> make(wanted, listing)));
            }
            await(work, crew, terminal);
        }
        long rows = (long) wanted.symbols * wanted.count;
        double seconds = (clock.nanos() - started) / 1e9;
        terminal.progress(String.format(java.util.Locale.ROOT, "%,d bars in %.1f s", rows, seconds));
        if (terminal.json()) {
            terminal.out()
                    .println(new JsonValue.Fields()
                            .put("symbols", wanted.symbols)
                            .put("rows", rows)
                            .put("venue", wanted.venue)
                            .put("timeframe", wanted.timeframe.toString())
                            .onOneLine());
        } else {
            terminal.out().println(rows + " bars of " + wanted.symbols + " instruments");
        }
        return ExitCode.DONE;
    }

    private static void await(List<Future<?>> work, ExecutorService crew, Terminal terminal) {
        int done = 0;
        try {
            for (Future<?> each : work) {
                each.get();
                done++;
                if (done % 50 == 0) terminal.progress(done + " of " + work.size() + " instruments");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the lake was filled", e);
        } catch (ExecutionException e) {
            crew.shutdownNow();
            if (e.getCause() instanceof RuntimeException own) throw own;
            throw new IllegalStateException("the lake could not be filled", e);
        }
    }

    private static void make(Wanted wanted, SyntheticListing listing) {
        Dataset candles = wanted.dataset(listing, new Kind.Candles(wanted.timeframe));
        Scales scales = Scales.of(listing.model().tick(), listing.lot());
        try (DatasetWriter writer = wanted.lake.write(candles, scales, wanted.compression)) {
            Candles made = SyntheticMarket.of(listing.seed(), listing.model())
                    .bars(wanted.timeframe, wanted.from, wanted.count);
            write(writer, made, scales.price());
            writer.tell(new InstrumentFact.Steps(wanted.from, listing.model().tick(), listing.lot()));
            writer.commit();
        }
        if (wanted.funding) {
            try (DatasetWriter writer =
                    wanted.lake.write(wanted.dataset(listing, Kind.Events.FUNDING), scales, wanted.compression)) {
                funding(writer, wanted, listing);
                writer.commit();
            }
        }
    }

    private static void write(DatasetWriter writer, Candles made, int scale) {
        double power = Math.pow(10, scale);
        Rows rows = new Rows(writer.dataset().kind());
        for (int i = 0; i < made.size(); i++) {
            double close = made.closes()[i] / power;
            double volume = made.volumes()[i];
            rows.candle(
                    made.openTimes()[i],
                    made.opens()[i] / power,
                    made.highs()[i] / power,
                    made.lows()[i] / power,
                    close,
                    volume,
                    volume * close);
            if (rows.isFull()) {
                writer.append(rows);
                rows.clear();
            }
        }
        writer.append(rows);
    }

    private static void funding(DatasetWriter writer, Wanted wanted, SyntheticListing listing) {
        long until = wanted.from + wanted.count * wanted.timeframe.nanos();
        Rows rows = new Rows(Kind.Events.FUNDING);
        for (SyntheticFunding.Settlement each : SyntheticFunding.of(listing.seed(), wanted.from, until)) {
            rows.funding(each.timeNanos(), (double) each.rate() / SyntheticFunding.DENOMINATOR, Double.NaN);
            if (rows.isFull()) {
                writer.append(rows);
                rows.clear();
            }
        }
        writer.append(rows);
    }
}
