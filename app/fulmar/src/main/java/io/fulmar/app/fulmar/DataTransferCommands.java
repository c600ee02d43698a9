package io.fulmar.app.fulmar;

import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetState;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.s3.RemoteLake;
import io.fulmar.store.s3.S3Place;
import io.fulmar.store.s3.S3Store;
import io.fulmar.store.s3.Transfer;
import java.util.List;
import java.util.Locale;

/** {@code fulmar data push} and {@code data pull}: a lake and its copy on S3. */
final class DataTransferCommands {
    private static final Option VENUE = Option.of("--venue", "NAME", "only of this venue");
    private static final Option SYMBOL = Option.of("--symbol", "SYMBOL", "only of this symbol");
    private static final Option KIND = Option.of("--kind", "KIND", "only of this kind, such as candles-1m or trades");

    private DataTransferCommands() {}

    static CommandEntry push() {
        return new CommandEntry(
                "data push",
                "send a lake's files to S3: what is there already is not sent again",
                Argument.NONE,
                List.of(
                        LakeOption.LAKE,
                        Option.of("--to", "PLACE", "where to: s3://bucket or s3://bucket/prefix"),
                        VENUE,
                        SYMBOL,
                        KIND,
                        RemoteOptions.ENDPOINT,
                        RemoteOptions.REGION,
                        DatasetWork.THREADS),
                List.of(
                        "fulmar data push --lake lake --to s3://bucket/lake",
                        "fulmar data push --lake lake --to s3://bucket/lake --s3-endpoint http://127.0.0.1:9000"),
                DataTransferCommands::push);
    }

    static CommandEntry pull() {
        return new CommandEntry(
                "data pull",
                "bring datasets from S3 into a lake, or only notes of where they lie",
                Argument.NONE,
                List.of(
                        LakeOption.LAKE,
                        Option.of("--from", "PLACE", "where from: s3://bucket or s3://bucket/prefix"),
                        Option.flag("--lazy", "only notes: a file is fetched into the cache when it is read"),
                        VENUE,
                        SYMBOL,
                        KIND,
                        RemoteOptions.ENDPOINT,
                        RemoteOptions.REGION,
                        DatasetWork.THREADS),
                List.of(
                        "fulmar data pull --from s3://bucket/lake --lake lake",
                        "fulmar data pull --from s3://bucket/lake --lake lake --lazy"),
                DataTransferCommands::pull);
    }

    private static boolean wanted(Invocation given, Dataset dataset) {
        return given.values("--venue").stream().allMatch(dataset.venue()::equals)
                && given.values("--symbol").stream()
                        .allMatch(text -> Values.symbol("--symbol", text).equals(dataset.symbol()))
                && given.values("--kind").stream().allMatch(dataset.kind().word()::equals);
    }

    private static ExitCode push(Invocation given, Terminal terminal) {
        S3Place place = RemoteOptions.place(given, "--to");
        Lake lake = LakeOption.local(given);
        List<Dataset> all = lake.catalogue().stream()
                .map(DatasetState::dataset)
                .filter(dataset -> wanted(given, dataset))
                .toList();
        try (S3Store store = S3Store.open(place, RemoteOptions.server(given))) {
            RemoteLake remote = new RemoteLake(store);
            return end(
                    DatasetWork.of(all, DatasetWork.threads(given), terminal, dataset -> remote.push(lake, dataset)),
                    place,
                    "sent",
                    terminal);
        }
    }

    private static ExitCode pull(Invocation given, Terminal terminal) {
        S3Place place = RemoteOptions.place(given, "--from");
        Lake lake = LakeOption.any(given);
        try (S3Store store = S3Store.open(place, RemoteOptions.server(given))) {
            RemoteLake remote = new RemoteLake(store);
            List<String> folders = remote.folders().stream()
                    .filter(folder -> remote.dataset(folder)
                            .filter(dataset -> wanted(given, dataset))
                            .isPresent())
                    .toList();
            if (folders.isEmpty()) {
                throw new Failure(ErrorCode.REMOTE_MISSING, "no such dataset lies there")
                        .at(place.toString())
                        .help("check the prefix, and --venue, --symbol, --kind; fulmar data push sends a lake");
            }
            boolean lazily = given.has("--lazy");
            return end(
                    DatasetWork.of(
                            folders, DatasetWork.threads(given), terminal, folder -> remote.pull(lake, folder, lazily)),
                    place,
                    lazily ? "noted" : "brought",
                    terminal);
        }
    }

    private static ExitCode end(DatasetWork.Done<Transfer> done, S3Place place, String word, Terminal terminal) {
        long files = done.results().stream().mapToLong(Transfer::files).sum();
        long bytes = done.results().stream().mapToLong(Transfer::bytes).sum();
        if (terminal.json()) {
            terminal.out()
                    .println(new JsonValue.Fields()
                            .put("place", place.toString())
                            .put("files", files)
                            .put("bytes", bytes)
                            .put("failed", done.failures().size())
                            .put("notTried", done.notTried())
                            .put(
                                    "datasets",
                                    new JsonValue.Items(done.results().stream()
                                            .map(DataTransferCommands::item)
                                            .toList()))
                            .onOneLine());
            return done.exit();
        }
        for (Transfer each : done.results()) {
            String said = switch (each.outcome()) {
                case MOVED -> each.files() + " files " + word;
                case SAME -> "nothing to do";
                case AHEAD -> "left alone: what is here has gone on since it was pushed or pulled";
                case BEHIND -> "left alone: what is there has gone on; pull it first";
            };
            terminal.progress(each.dataset() + ": " + said);
        }
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "%,d datasets, %,d files %s, %.1f MB; %d failed, %d not tried",
                        done.results().size(),
                        files,
                        word,
                        bytes / 1e6,
                        done.failures().size(),
                        done.notTried()));
        return done.exit();
    }

    private static JsonValue item(Transfer each) {
        return new JsonValue.Fields()
                .put("venue", each.dataset().venue())
                .put("symbol", each.dataset().symbol().toString())
                .put("kind", each.dataset().kind().word())
                .put("outcome", each.outcome().name().toLowerCase(Locale.ROOT))
                .put("rows", each.rows())
                .put("files", each.files())
                .put("bytes", each.bytes())
                .put("bytesThere", each.bytesThere());
    }
}
