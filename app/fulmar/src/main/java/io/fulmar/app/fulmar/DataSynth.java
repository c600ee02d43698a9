package io.fulmar.app.fulmar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code fulmar data synth}: fills a lake with markets that never were, the same for the same seed on every machine. */
final class DataSynth {
    private static final int TOLD_EVERY = 50;

    private DataSynth() {}

    static CommandEntry command() {
        return new CommandEntry(
                "data synth",
                "fill a lake with markets that never were, of any size",
                Argument.NONE,
                SynthRequest.OPTIONS,
                List.of(
                        "fulmar data synth --lake lake --symbols 650 --days 365 --timeframe 1m --seed 3",
                        "fulmar data synth --lake lake --days 7 --trades-per-second 4 --seed 3"),
                DataSynth::run);
    }

    private static ExitCode run(Invocation given, Terminal terminal) {
        SynthRequest wanted = SynthRequest.read(given);
        int threads = given.value("--threads")
                .map(text -> Values.count("--threads", text))
                .orElse(Runtime.getRuntime().availableProcessors());
        WallClock clock = new WallClock();
        long started = clock.nanos();
        Map<String, Long> rows;
        try (ExecutorService crew = Executors.newFixedThreadPool(Math.min(threads, wanted.symbols()))) {
            List<Future<Map<String, Long>>> work = new ArrayList<>();
            for (int number = 1; number <= wanted.symbols(); number++) {
                SyntheticListing listing =
                        SyntheticListing.of(wanted.seed(), number, wanted.makes(SynthRequest.FUNDING));
                work.add(crew.submit(() -> SynthFill.make(wanted, listing)));
            }
            rows = await(work, crew, terminal);
        }
        double seconds = (clock.nanos() - started) / 1e9;
        long all = rows.values().stream().mapToLong(Long::longValue).sum();
        terminal.progress(String.format(Locale.ROOT, "%,d rows in %.1f s", all, seconds));
        terminal.out().println(terminal.json() ? json(wanted, rows).onOneLine() : text(wanted, rows));
        return ExitCode.DONE;
    }

    private static JsonValue.Fields json(SynthRequest wanted, Map<String, Long> rows) {
        JsonValue.Fields fields = new JsonValue.Fields()
                .put("symbols", wanted.symbols())
                .put("rows", rows.getOrDefault(SynthRequest.CANDLES, 0L))
                .put("venue", wanted.venue())
                .put("timeframe", wanted.timeframe().toString());
        rows.forEach((kind, count) -> {
            if (!kind.equals(SynthRequest.CANDLES)) fields.put(kind, count);
        });
        return fields;
    }

    private static String text(SynthRequest wanted, Map<String, Long> rows) {
        List<String> parts = new ArrayList<>();
        rows.forEach((kind, count) -> parts.add(count + " " + (kind.equals(SynthRequest.CANDLES) ? "bars" : kind)));
        return String.join(", ", parts) + " of " + wanted.symbols() + " instruments";
    }

    private static Map<String, Long> await(
            List<Future<Map<String, Long>>> work, ExecutorService crew, Terminal terminal) {
        Map<String, Long> rows = new TreeMap<>();
        int done = 0;
        try {
            for (Future<Map<String, Long>> each : work) {
                each.get().forEach((kind, count) -> rows.merge(kind, count, Long::sum));
                done++;
                if (done % TOLD_EVERY == 0) terminal.progress(done + " of " + work.size() + " instruments");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the lake was filled", e);
        } catch (ExecutionException e) {
            crew.shutdownNow();
            if (e.getCause() instanceof RuntimeException own) throw own;
            throw new IllegalStateException("the lake could not be filled", e);
        }
        return rows;
    }
}
