package io.fulmar.app.fulmar;

import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetState;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.s3.RemoteLake;
import io.fulmar.store.s3.Retention;
import io.fulmar.store.s3.RetentionStep;
import io.fulmar.store.s3.S3Place;
import io.fulmar.store.s3.S3Server;
import io.fulmar.store.s3.S3Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code fulmar data retain}: young files plain, older ones packed, the oldest on S3, as a file of rules says. */
final class DataRetainCommand {
    private DataRetainCommand() {}

    static CommandEntry command() {
        return new CommandEntry(
                "data retain",
                "keep a lake by rules: young files plain, older ones packed, the oldest on S3",
                Argument.NONE,
                List.of(
                        LakeOption.LAKE,
                        Option.of("--rules", "FILE", "the rules in YAML: docs/s3.md"),
                        Option.flag("--dry-run", "say what would be done, and do nothing"),
                        Option.of("--as-of", "TIME", "as if it were that time (default now)"),
                        RemoteOptions.ENDPOINT,
                        RemoteOptions.REGION,
                        DatasetWork.THREADS),
                List.of(
                        "fulmar data retain --lake lake --rules retention.yaml --dry-run",
                        "fulmar data retain --lake lake --rules retention.yaml"),
                DataRetainCommand::run);
    }

    private static ExitCode run(Invocation given, Terminal terminal) {
        Path rules = given.value("--rules")
                .map(text -> Values.path("--rules", text))
                .orElseThrow(() -> new Failure(ErrorCode.MISSING_OPTION, "fulmar data retain needs --rules")
                        .help("such as: --rules retention.yaml; docs/s3.md shows one"));
        Instant now =
                given.value("--as-of").map(text -> Values.time("--as-of", text)).orElseGet(() -> new WallClock().now());
        Retention retention = new Retention(RetentionFile.read(rules), now);
        Lake lake = LakeOption.local(given);
        List<Dataset> all = lake.catalogue().stream().map(DatasetState::dataset).toList();
        List<RetentionStep> steps = all.stream()
                .flatMap(dataset -> retention.plan(lake, dataset).stream())
                .toList();
        // What is to be done is said before anything is.
        for (RetentionStep step : steps) terminal.progress(words(step));
        if (given.has("--dry-run")) {
            return end(steps, 0, List.of(), "would be done; nothing was", terminal);
        }
        return apply(given, terminal, retention, lake, all, steps);
    }

    private static ExitCode apply(
            Invocation given,
            Terminal terminal,
            Retention retention,
            Lake lake,
            List<Dataset> all,
            List<RetentionStep> steps) {
        try (Remotes remotes = new Remotes(RemoteOptions.server(given))) {
            DatasetWork.Done<Long> done = DatasetWork.of(
                    all, DatasetWork.threads(given), terminal, dataset -> retention.apply(lake, dataset, remotes::at));
            long freed = done.results().stream().mapToLong(Long::longValue).sum();
            end(steps, freed, done.failures(), done.failures().isEmpty() ? "done" : "planned, not all done", terminal);
            return done.exit();
        }
    }

    private static String words(RetentionStep step) {
        String what = switch (step) {
            case RetentionStep.Pack _ -> "pack";
            case RetentionStep.SendAway away -> "send to " + away.to();
        };
        return String.format(Locale.ROOT, "%s: %s %s (%.1f MB)", step.dataset(), what, step.file(), step.bytes() / 1e6);
    }

    private static ExitCode end(
            List<RetentionStep> steps, long freed, List<Failure> failures, String word, Terminal terminal) {
        long packed = steps.stream()
                .filter(step -> step instanceof RetentionStep.Pack)
                .count();
        if (terminal.json()) {
            terminal.out()
                    .println(new JsonValue.Fields()
                            .put("pack", packed)
                            .put("sendAway", steps.size() - packed)
                            .put("bytesFreed", freed)
                            .put("failed", failures.size())
                            .put(
                                    "steps",
                                    new JsonValue.Items(steps.stream()
                                            .map(DataRetainCommand::item)
                                            .toList()))
                            .onOneLine());
        } else {
            terminal.out()
                    .println(String.format(
                            Locale.ROOT,
                            "%,d files to pack, %,d to send away: %s; %.1f MB left this disk, %d datasets failed",
                            packed,
                            steps.size() - packed,
                            word,
                            freed / 1e6,
                            failures.size()));
        }
        return ExitCode.DONE;
    }

    private static JsonValue item(RetentionStep step) {
        JsonValue.Fields fields = new JsonValue.Fields()
                .put("dataset", step.dataset().toString())
                .put("file", step.file())
                .put("bytes", step.bytes());
        return switch (step) {
            case RetentionStep.Pack _ -> fields.put("do", "pack");
            case RetentionStep.SendAway away ->
                fields.put("do", "send away").put("to", away.to().toString());
        };
    }

    /** Places on S3, each opened once and when it is needed. */
    private static final class Remotes implements AutoCloseable {
        private final S3Server server;
        private final Map<S3Place, S3Store> stores = new LinkedHashMap<>();

        Remotes(S3Server server) {
            this.server = server;
        }

        synchronized RemoteLake at(S3Place place) {
            return new RemoteLake(stores.computeIfAbsent(place, wanted -> S3Store.open(wanted, server)));
        }

        @Override
        public synchronized void close() {
            stores.values().forEach(S3Store::close);
        }
    }
}
