package io.fulmar.app.fulmar;

import io.fulmar.store.lake.DatasetState;
import io.fulmar.store.lake.InstrumentFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code fulmar data ls} and {@code data stat}: what a lake holds, from its catalogue. */
final class DataListing {
    private DataListing() {}

    static CommandEntry ls() {
        return new CommandEntry(
                "data ls",
                "list the datasets of a lake",
                Argument.NONE,
                List.of(LakeOption.LAKE),
                List.of("fulmar data ls --lake lake", "fulmar data ls --lake lake --json"),
                DataListing::list);
    }

    static CommandEntry stat() {
        return new CommandEntry(
                "data stat",
                "say how much a lake holds, and from when to when",
                Argument.NONE,
                List.of(LakeOption.LAKE),
                List.of("fulmar data stat --lake lake", "fulmar data stat --lake lake --json"),
                DataListing::stat);
    }

    private static ExitCode list(Invocation given, Terminal terminal) {
        List<DatasetState> all = LakeOption.existing(given).catalogue();
        if (terminal.json()) {
            terminal.out()
                    .println(new JsonValue.Fields().put("datasets", items(all)).onOneLine());
            return ExitCode.DONE;
        }
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("venue", "symbol", "kind", "rows", "first", "last", "missing", "MB", "revision"));
        for (DatasetState state : all) {
            table.add(List.of(
                    state.dataset().venue(),
                    state.dataset().symbol().toString(),
                    state.dataset().kind().word(),
                    String.format(Locale.ROOT, "%,d", state.rows()),
                    state.rows() == 0 ? "-" : IsoTime.of(state.first()),
                    state.rows() == 0 ? "-" : IsoTime.of(state.last()),
                    Long.toString(state.gaps()),
                    String.format(Locale.ROOT, "%.1f", state.bytes() / 1e6),
                    Long.toString(state.revision())));
        }
        terminal.out().println(all.isEmpty() ? "the lake is empty" : SweepView.table(table));
        return ExitCode.DONE;
    }

    private static ExitCode stat(Invocation given, Terminal terminal) {
        List<DatasetState> all = LakeOption.existing(given).catalogue();
        JsonValue.Fields sums = sums(all, LakeOption.folder(given));
        if (terminal.json()) {
            terminal.out().println(sums.put("list", items(all)).onOneLine());
            return ExitCode.DONE;
        }
        long rows = all.stream().mapToLong(DatasetState::rows).sum();
        long bytes = all.stream().mapToLong(DatasetState::bytes).sum();
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "%,d rows in %,d datasets, %,d symbols; %.3f GB, %.1f bytes a row, %,d files; %,d bars missing",
                        rows,
                        all.size(),
                        symbols(all),
                        bytes / 1e9,
                        rows == 0 ? 0.0 : (double) bytes / rows,
                        files(LakeOption.folder(given)),
                        all.stream().mapToLong(DatasetState::gaps).sum()));
        return ExitCode.DONE;
    }

    private static long symbols(List<DatasetState> all) {
        return all.stream().map(state -> state.dataset().symbol()).distinct().count();
    }

    private static JsonValue.Fields sums(List<DatasetState> all, Path folder) {
        long rows = all.stream().mapToLong(DatasetState::rows).sum();
        long bytes = all.stream().mapToLong(DatasetState::bytes).sum();
        List<DatasetState> filled =
                all.stream().filter(state -> state.rows() > 0).toList();
        return new JsonValue.Fields()
                .put("datasets", all.size())
                .put("symbols", symbols(all))
                .put("rows", rows)
                .put("bytes", bytes)
                .put("bytesPerRow", rows == 0 ? Double.NaN : (double) bytes / rows)
                .put("files", files(folder))
                .put("gaps", all.stream().mapToLong(DatasetState::gaps).sum())
                .put(
                        "first",
                        time(
                                filled.stream()
                                        .mapToLong(DatasetState::first)
                                        .min()
                                        .orElse(0),
                                !filled.isEmpty()))
                .put(
                        "last",
                        time(filled.stream().mapToLong(DatasetState::last).max().orElse(0), !filled.isEmpty()));
    }

    private static JsonValue time(long nanos, boolean known) {
        return known ? new JsonValue.Text(IsoTime.of(nanos)) : JsonValue.Literal.NULL;
    }

    /** Everything that lies in the folder, manifests and what was replaced today too. */
    private static long files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new Failure(ErrorCode.DATA_CANNOT_BE_READ, folder + " cannot be read: " + e.getMessage())
                    .help("check its permissions");
        }
    }

    private static JsonValue items(List<DatasetState> all) {
        return new JsonValue.Items(all.stream().map(DataListing::item).toList());
    }

    private static JsonValue.Fields item(DatasetState state) {
        String kind = state.dataset().kind().word();
        boolean any = state.rows() > 0;
        return new JsonValue.Fields()
                .put("venue", state.dataset().venue())
                .put("symbol", state.dataset().symbol().toString())
                .put("kind", kind)
                .put(
                        "timeframe",
                        kind.startsWith("candles-")
                                ? new JsonValue.Text(kind.substring("candles-".length()))
                                : JsonValue.Literal.NULL)
                .put("rows", state.rows())
                .put("first", time(state.first(), any))
                .put("last", time(state.last(), any))
                .put("gaps", state.gaps())
                .put("low", state.low())
                .put("high", state.high())
                .put("priceDecimals", state.scales().price())
                .put("bytes", state.bytes())
                .put("files", state.files())
                .put("revision", state.revision())
                .put(
                        "facts",
                        JsonValue.texts(
                                state.facts().stream().map(DataListing::fact).toList()));
    }

    private static String fact(InstrumentFact fact) {
        String at = IsoTime.of(fact.timeNanos());
        return switch (fact) {
            case InstrumentFact.Steps steps -> at + " tick " + steps.tick() + " lot " + steps.lot();
            case InstrumentFact.Split split -> at + " split " + split.before() + " into " + split.after();
            case InstrumentFact.Renamed renamed -> at + " renamed from " + renamed.from();
            case InstrumentFact.Delisted _ -> at + " delisted";
        };
    }
}
