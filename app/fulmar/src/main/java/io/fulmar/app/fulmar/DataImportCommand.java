package io.fulmar.app.fulmar;

import io.fulmar.domain.Symbol;
import io.fulmar.research.backtest.CsvHints;
import io.fulmar.research.data.DataImport;
import io.fulmar.research.data.ImportReport;
import io.fulmar.store.lake.Dataset;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code fulmar data import}: a file of candles or trades into a lake. */
final class DataImportCommand {
    private DataImportCommand() {}

    static CommandEntry command() {
        return new CommandEntry(
                "data import",
                "bring a file of candles or trades into a lake: CSV, JSON rows, Feather, Parquet, zip, gzip",
                Argument.one(
                        "FILE", "told by its content: CSV of any shape, Freqtrade's JSON and Feather, Binance's zips"),
                List.of(
                        LakeOption.LAKE,
                        DatasetOptions.VENUE,
                        DatasetOptions.SYMBOL,
                        Option.of("--timeframe", "T", "the file holds candles of it; without it, trades"),
                        Option.of(
                                "--columns",
                                "LIST",
                                "if not found: time,open,high,low,close,volume,- or time=When,...; @FILE"),
                        Option.of("--delimiter", "C", "if not found: , ; | or tab"),
                        Option.of("--time", "FORM", "if not found: s, ms, us, ns or iso"),
                        DataCapture.FORMAT,
                        DataCapture.TICK,
                        DataCapture.LOT,
                        Option.flag(
                                "--replace",
                                "rows of the file take the place of different ones (default: those stay)")),
                List.of(
                        "fulmar data import btc.csv --venue coinbase --symbol BTC/USD --timeframe 4h --lake lake",
                        "fulmar data import BTCUSDT-aggTrades-2024-01.zip --venue binance --symbol BTC/USDT --lake lake",
                        "fulmar data import captured.txt --format binance-lines --venue binance --symbol BTC/USDT:USDT --lake lake"),
                DataImportCommand::run);
    }

    private static ExitCode run(Invocation given, Terminal terminal) {
        Path file = Values.path("FILE", given.arguments().getFirst());
        Symbol symbol = Values.symbol("--symbol", DatasetOptions.required(given, DatasetOptions.SYMBOL, "BTC/USDT"));
        String venue = DatasetOptions.required(given, DatasetOptions.VENUE, "binance");
        if (DataCapture.isMeant(given)) {
            return DataCapture.run(given, terminal, file, venue, symbol);
        }
        Dataset dataset = dataset(venue, symbol, given);
        DataImport work = new DataImport(
                LakeOption.any(given),
                dataset,
                hints(given, symbol),
                given.has("--replace"),
                DataImportCommand::parquet);
        ImportReport report = work.take(file);
        terminal.out().println(terminal.json() ? json(dataset, report) : text(report));
        for (String failure : report.failures()) {
            terminal.show(new Failure(ErrorCode.DATA_IS_WRONG, failure)
                    .help("the other files of the archive are in the lake; import this one again when it is mended"));
        }
        return report.failures().isEmpty() ? ExitCode.DONE : ExitCode.DATA;
    }

    private static void parquet(Path from, Path to) {
        SqlChild.run(
                ErrorCode.DATA_IS_WRONG, OutputStream.nullOutputStream(), "feather", from.toString(), to.toString());
    }

    private static Dataset dataset(String venue, Symbol symbol, Invocation given) {
        try {
            return new Dataset(venue, symbol, DatasetOptions.kind(given));
        } catch (IllegalArgumentException e) {
            throw new Failure(ErrorCode.BAD_VALUE, "--venue " + venue + " cannot be used")
                    .help(String.valueOf(e.getMessage()));
        }
    }

    private static CsvHints hints(Invocation given, Symbol symbol) {
        String columns = given.value("--columns").orElse("");
        if (columns.startsWith("@")) {
            columns = mapping(Values.path("--columns", columns.substring(1)));
        }
        List<String> list = columns.isEmpty() ? List.of() : List.of(columns.split("[,\n]+"));
        String delimiter =
                given.value("--delimiter").map(DataImportCommand::delimiter).orElse("");
        String times = given.value("--time")
                .map(form -> Values.oneOf("--time", form, CsvHints.TIMES))
                .orElse("");
        return new CsvHints(list, delimiter, times, symbol.base(), symbol.quote());
    }

    private static String mapping(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Failure(ErrorCode.DATA_CANNOT_BE_READ, "the mapping cannot be read")
                    .at(file.toString())
                    .help("it is one line such as time,open,high,low,close,volume, or lines such as time=When");
        }
    }

    private static String delimiter(String text) {
        String meant = text.equalsIgnoreCase("tab") || text.equals("\\t") ? "\t" : text;
        return Values.oneOf("--delimiter", meant, CsvHints.DELIMITERS);
    }

    private static String json(Dataset dataset, ImportReport report) {
        return "{\"venue\":" + Json.text(dataset.venue()) + ",\"symbol\":"
                + Json.text(dataset.symbol().toString())
                + ",\"kind\":" + Json.text(dataset.kind().word())
                + ",\"rows\":" + report.rows()
                + ",\"added\":" + report.added()
                + ",\"unchanged\":" + report.unchanged()
                + ",\"duplicates\":" + report.duplicates()
                + ",\"conflicts\":" + report.conflicts()
                + ",\"corrected\":" + report.corrected()
                + ",\"snapped\":" + report.snapped()
                + ",\"rounded\":" + report.rounded()
                + ",\"gaps\":" + report.gaps()
                + ",\"misaligned\":" + report.misaligned()
                + ",\"first\":" + Json.text(IsoTime.of(report.first()))
                + ",\"last\":" + Json.text(IsoTime.of(report.last()))
                + ",\"revision\":" + report.revision()
                + ",\"failures\":" + Json.texts(report.failures()) + "}";
    }

    private static String text(ImportReport report) {
        StringBuilder lines = new StringBuilder(report.dataset());
        lines.append(": %d rows from %s to %s, %d added"
                .formatted(report.rows(), IsoTime.of(report.first()), IsoTime.of(report.last()), report.added()));
        line(lines, report.unchanged(), "were there already");
        line(lines, report.duplicates(), "refused: the file has a row of the same moment before");
        line(
                lines,
                report.conflicts(),
                "refused: the lake has another row of the same moment; --replace takes the file's");
        line(lines, report.corrected(), "took the place of others");
        line(lines, report.snapped(), "prices were off their decimal by the noise of floats and were put right");
        line(lines, report.rounded(), "prices were finer than any decimal that can be kept and lost digits");
        line(lines, report.gaps(), "bars are missing between the first and the last");
        line(lines, report.misaligned(), "bars open beside a boundary; see fulmar data check");
        return lines.toString();
    }

    private static void line(StringBuilder lines, long count, String what) {
        if (count > 0) lines.append(String.format(Locale.ROOT, "%n  %,d %s", count, what));
    }
}
