package io.fulmar.app.fulmar;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Symbol;
import io.fulmar.live.CaptureImport;
import io.fulmar.live.CaptureReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code fulmar data import --format binance-lines}: captured messages of a venue, each checked, into a lake or the quarantine. */
final class DataCapture {
    private static final String BINANCE_LINES = "binance-lines";
    private static final List<String> FORMATS = List.of("table", BINANCE_LINES);

    static final Option FORMAT =
            Option.of("--format", "NAME", "binance-lines: messages as captured, one a line (default table)");
    static final Option TICK =
            Option.of("--tick", "NUMBER", "of binance-lines: what prices are multiples of (default as written)");
    static final Option LOT =
            Option.of("--lot", "NUMBER", "of binance-lines: what quantities are multiples of (default as written)");

    private static final List<String> OF_TABLES =
            List.of("--timeframe", "--columns", "--delimiter", "--time", "--replace");

    private DataCapture() {}

    static boolean isMeant(Invocation given) {
        boolean meant = given.value("--format")
                .map(format -> Values.oneOf("--format", format, FORMATS).equals(BINANCE_LINES))
                .orElse(false);
        List<String> strange = meant ? OF_TABLES : List.of("--tick", "--lot");
        for (String option : strange) {
            if (given.has(option)) {
                throw new Failure(
                                ErrorCode.WRONG_ARGUMENTS,
                                option + " says nothing about " + (meant ? BINANCE_LINES : "a table"))
                        .help(meant ? "leave it out, or --format" : "it goes with --format " + BINANCE_LINES);
            }
        }
        return meant;
    }

    static ExitCode run(Invocation given, Terminal terminal, Path file, String venue, Symbol symbol) {
        Optional<Decimal> tick = given.value("--tick").map(text -> Values.positive("--tick", text));
        Optional<Decimal> lot = given.value("--lot").map(text -> Values.positive("--lot", text));
        CaptureReport report = report(new CaptureImport(LakeOption.any(given), venue, symbol, tick, lot), file);
        terminal.out().println(terminal.json() ? json(venue, symbol, report) : text(venue, symbol, report));
        if (report.read() == 0 || (report.kept() == 0 && report.others() > 0)) {
            terminal.show(nothing(file, symbol, report));
            return ExitCode.DATA;
        }
        report.firstRefusal().ifPresent(first -> terminal.show(refused(file, first, report)));
        return report.firstRefusal().isEmpty() ? ExitCode.DONE : ExitCode.DATA;
    }

    private static CaptureReport report(CaptureImport work, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Failure(ErrorCode.DATA_CANNOT_BE_READ, "there is no such file")
                    .at(file.toString())
                    .help("give a file with a message a line; it is read twice, so a pipe will not do");
        }
        try {
            return work.take(file);
        } catch (IOException e) {
            throw new Failure(
                            ErrorCode.DATA_CANNOT_BE_READ, "the capture cannot be read, or its quarantine not written")
                    .at(String.valueOf(e.getMessage()))
                    .help("check permissions and free space, and start the import again: it goes on where it stopped");
        } catch (IllegalArgumentException e) {
            throw new Failure(ErrorCode.BAD_VALUE, "venue, symbol and steps do not make a market")
                    .help(String.valueOf(e.getMessage()));
        }
    }

    private static Failure nothing(Path file, Symbol symbol, CaptureReport report) {
        Failure failure = new Failure(ErrorCode.DATA_IS_WRONG, "no message is of " + symbol).at(file.toString());
        return report.firstOther()
                .map(other -> failure.help("the first is of " + other + ": is that what --symbol should say?"))
                .orElseGet(() -> failure.help("the file is empty"));
    }

    private static Failure refused(Path file, CaptureReport.Refusal first, CaptureReport report) {
        Failure failure = new Failure(
                        ErrorCode.DATA_IS_WRONG,
                        String.format(
                                Locale.ROOT,
                                "%,d of %,d messages were refused; the first: %s, %s",
                                report.refusals(),
                                report.read(),
                                first.reason(),
                                first.detail()))
                .at(file + ":" + first.line());
        report.quarantine().ifPresent(place -> failure.help("they lie in " + place + "; all others are in the lake"));
        return failure;
    }

    private static String json(String venue, Symbol symbol, CaptureReport report) {
        JsonValue.Fields refused = new JsonValue.Fields();
        report.refused().forEach((reason, count) -> refused.put(reason.name(), count));
        JsonValue.Fields json = new JsonValue.Fields()
                .put("venue", venue)
                .put("symbol", symbol.toString())
                .put("format", BINANCE_LINES)
                .put("read", report.read())
                .put("kept", report.kept())
                .put("rows", report.rows())
                .put("added", report.rows() - report.knownRows())
                .put("unchanged", report.knownRows())
                .put("refused", refused)
                .put("duplicates", report.duplicates())
                .put("others", report.others())
                .put("withoutBook", report.withoutBook())
                .put("gaps", report.gaps());
        JsonValue place = report.quarantine()
                .<JsonValue>map(path -> new JsonValue.Text(path.toString()))
                .orElse(JsonValue.Literal.NULL);
        return json.put("quarantine", place)
                .put("quarantineDropped", report.quarantineDropped())
                .onOneLine();
    }

    private static String text(String venue, Symbol symbol, CaptureReport report) {
        StringBuilder lines = new StringBuilder(String.format(
                Locale.ROOT,
                "%s %s: %,d messages, %,d kept, %,d rows added",
                venue,
                symbol,
                report.read(),
                report.kept(),
                report.rows() - report.knownRows()));
        line(lines, report.knownRows(), "rows were there already, or are older than what is");
        report.refused().forEach((reason, count) -> line(lines, count, "refused: " + reason));
        line(lines, report.quarantineDropped(), "refused ones found no room in the quarantine");
        line(lines, report.duplicates(), "said again what was known");
        line(lines, report.others(), "of other symbols");
        line(lines, report.withoutBook(), "changes of a book of which no snapshot had come");
        line(lines, report.gaps(), "gaps: something is missing there");
        return lines.toString();
    }

    private static void line(StringBuilder lines, long count, String what) {
        if (count > 0) lines.append(String.format(Locale.ROOT, "%n  %,d %s", count, what));
    }
}
