package io.fulmar.app.fulmar;

import io.fulmar.research.data.DataExport;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code fulmar data export}: one dataset of a lake as a file for other programs. */
final class DataExportCommand {
    private static final long SECOND = 1_000_000_000L;
    private static final long MICRO = 1_000;

    private DataExportCommand() {}

    static CommandEntry command() {
        return new CommandEntry(
                "data export",
                "take a dataset out of a lake: Feather, CSV or Parquet",
                Argument.NONE,
                List.of(
                        LakeOption.LAKE,
                        DatasetOptions.SYMBOL,
                        Option.of("--timeframe", "T", "candles of it; without it the symbol's only dataset"),
                        DatasetOptions.KIND,
                        DatasetOptions.VENUE,
                        Option.of("--from", "TIME", "the first moment (default all)"),
                        Option.of("--to", "TIME", "the moment behind the last (default all)"),
                        Option.of("--out", "FILE", "ends in .feather, .csv or .parquet; what is there is replaced")),
                List.of("fulmar data export --lake lake --symbol BTC/USDT --timeframe 1m --out btc.feather"),
                DataExportCommand::run);
    }

    private static ExitCode run(Invocation given, Terminal terminal) {
        Lake lake = LakeOption.existing(given);
        DatasetOptions.required(given, DatasetOptions.SYMBOL, "BTC/USDT");
        Path out = Values.path("--out", DatasetOptions.required(given, Option.of("--out", "FILE", ""), "btc.feather"));
        Dataset dataset = DatasetOptions.one(given, lake);
        long from = nanos(given, "--from").orElse(Long.MIN_VALUE);
        long to = nanos(given, "--to").orElse(Long.MAX_VALUE);
        requireFolder(out);
        String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
        DataExport export = new DataExport(lake, dataset, from, to);
        Optional<Long> rows = Optional.empty();
        try {
            if (name.endsWith(".feather") || name.endsWith(".arrow")) rows = Optional.of(export.feather(out));
            else if (name.endsWith(".csv")) rows = Optional.of(export.csv(out));
            else if (name.endsWith(".parquet")) parquet(lake, dataset, from, to, out);
            else
                throw new Failure(ErrorCode.BAD_VALUE, "--out " + out + " is of no kind that can be written")
                        .help("let its name end in .feather, .csv or .parquet");
        } catch (IOException e) {
            throw new Failure(ErrorCode.OUTPUT_CANNOT_BE_WRITTEN, "the file cannot be written: " + e.getMessage())
                    .at(out.toString())
                    .help("choose a folder with room that you may write to");
        }
        JsonValue.Fields told = new JsonValue.Fields()
                .put("venue", dataset.venue())
                .put("symbol", dataset.symbol().toString())
                .put("kind", dataset.kind().word())
                .put("file", out.toString());
        rows.ifPresent(count -> told.put("rows", count));
        String text = dataset + (rows.isPresent() ? ": " + rows.get() + " rows" : "") + " -> " + out;
        terminal.out().println(terminal.json() ? told.onOneLine() : text);
        return ExitCode.DONE;
    }

    private static void requireFolder(Path out) {
        Path folder = out.toAbsolutePath().getParent();
        if (out.getFileName() == null || folder == null || !Files.isDirectory(folder) || Files.isDirectory(out)) {
            throw new Failure(
                            ErrorCode.OUTPUT_CANNOT_BE_WRITTEN,
                            "--out " + out + " is no file in a folder that is there")
                    .help("make the folder first, or choose another");
        }
    }

    private static Optional<Long> nanos(Invocation given, String option) {
        return given.value(option).map(text -> {
            Instant time = Values.time(option, text);
            return Math.addExact(Math.multiplyExact(time.getEpochSecond(), SECOND), time.getNano());
        });
    }

    private static void parquet(Lake lake, Dataset dataset, long from, long to, Path out) {
        boolean events = dataset.kind() instanceof Kind.Events;
        String moment = events ? "make_timestamp_ns(" : "make_timestamp(";
        long unit = events ? 1 : MICRO;
        String columns = events
                ? dataset.kind().fields().stream()
                        .map(field -> '"' + field.name() + '"')
                        .collect(Collectors.joining(", "))
                : "time at time zone 'UTC' as time, open, high, low, close, volume, quote_volume, trades, flags";
        String query = "select " + columns + " from " + (events ? dataset.kind().word() : "candles")
                + " where venue = " + quoted(dataset.venue())
                + " and symbol = " + quoted(dataset.symbol().toString())
                + (events
                        ? ""
                        : " and timeframe = " + quoted(dataset.kind().word().substring(Kind.CANDLES.length())))
                + (from == Long.MIN_VALUE ? "" : " and time >= " + moment + from / unit + ")")
                + (to == Long.MAX_VALUE ? "" : " and time < " + moment + to / unit + ")")
                + (events ? "" : " order by time");
        SqlChild.run(
                ErrorCode.OUTPUT_CANNOT_BE_WRITTEN,
                OutputStream.nullOutputStream(),
                "write",
                lake.folder().toString(),
                query,
                out.toString());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
