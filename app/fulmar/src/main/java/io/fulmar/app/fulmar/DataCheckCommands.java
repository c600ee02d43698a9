package io.fulmar.app.fulmar;

import io.fulmar.research.data.CheckReport;
import io.fulmar.research.data.DataCheck;
import io.fulmar.research.data.DataRepair;
import io.fulmar.research.data.Finding;
import io.fulmar.research.data.RepairRules;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetState;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** {@code fulmar data check} says what is wrong with data and what repair would do; {@code data repair} says it and does it, with candles. */
final class DataCheckCommands {
    private static final int GAP_MOST = 1_000_000;
    private static final int SHOWN = 20;

    private static final Option GAP =
            Option.of("--gap-max", "BARS", "fill so many missing bars in a row, not more (default 10)");
    private static final Option NO_FILL = Option.flag("--no-fill", "fill no gap");
    private static final Option OUTLIERS = Option.flag("--outliers", "make outliers flat too (default: leave them)");

    private DataCheckCommands() {}

    static CommandEntry check() {
        return new CommandEntry(
                "data check",
                "look for what is missing, doubled, impossible, crossed or out of proportion in a lake",
                Argument.NONE,
                List.of(
                        LakeOption.LAKE,
                        DatasetOptions.VENUE,
                        DatasetOptions.SYMBOL,
                        DatasetOptions.TIMEFRAME,
                        DatasetOptions.KIND,
                        GAP,
                        NO_FILL,
                        OUTLIERS),
                List.of("fulmar data check --lake lake", "fulmar data check --lake lake --symbol BTC/USDT --json"),
                DataCheckCommands::check);
    }

    static CommandEntry repair() {
        return new CommandEntry(
                "data repair",
                "say what is to be repaired in a lake, then do it, as a new revision",
                Argument.NONE,
                List.of(
                        LakeOption.LAKE,
                        DatasetOptions.VENUE,
                        DatasetOptions.SYMBOL,
                        DatasetOptions.TIMEFRAME,
                        GAP,
                        NO_FILL,
                        OUTLIERS,
                        Option.flag("--dry-run", "only say it")),
                List.of("fulmar data repair --lake lake --dry-run", "fulmar data repair --lake lake --symbol BTC/USDT"),
                DataCheckCommands::repair);
    }

    private static ExitCode check(Invocation given, Terminal terminal) {
        RepairRules rules = rules(given);
        List<JsonValue> all = new ArrayList<>();
        for (Dataset dataset : datasets(given, DataCheck::canCheck)) {
            CheckReport report = DataCheck.of(LakeOption.existing(given), dataset, rules);
            if (terminal.json()) all.add(json(dataset, report));
            else terminal.out().println(text(dataset, report));
        }
        if (terminal.json()) {
            terminal.out()
                    .println(new JsonValue.Fields()
                            .put("datasets", new JsonValue.Items(all))
                            .onOneLine());
        }
        return ExitCode.DONE;
    }

    private static ExitCode repair(Invocation given, Terminal terminal) {
        RepairRules rules = rules(given);
        Lake lake = LakeOption.existing(given);
        List<JsonValue> all = new ArrayList<>();
        for (Dataset dataset : datasets(given, DataRepair::canRepair)) {
            CheckReport report = DataCheck.of(lake, dataset, rules);
            JsonValue.Fields told = json(dataset, report);
            if (!terminal.json()) terminal.out().println(text(dataset, report));
            if (!given.has("--dry-run")) {
                DataRepair.Done done = DataRepair.of(lake, dataset, rules);
                told.put("filled", done.filled())
                        .put("removed", done.removed())
                        .put("flattened", done.flattened())
                        .put("revision", done.revision());
                if (!terminal.json()) {
                    terminal.out()
                            .println(String.format(
                                    Locale.ROOT,
                                    "  done: %,d filled, %,d taken out, %,d made flat; revision %d",
                                    done.filled(),
                                    done.removed(),
                                    done.flattened(),
                                    done.revision()));
                }
            }
            all.add(told);
        }
        if (terminal.json()) {
            terminal.out()
                    .println(new JsonValue.Fields()
                            .put("datasets", new JsonValue.Items(all))
                            .onOneLine());
        }
        return ExitCode.DONE;
    }

    private static RepairRules rules(Invocation given) {
        int most = given.has("--no-fill")
                ? 0
                : given.value("--gap-max")
                        .map(text -> Values.count("--gap-max", text))
                        .orElse(RepairRules.USUAL.gapMost());
        if (most > GAP_MOST) {
            throw new Failure(ErrorCode.BAD_VALUE, "--gap-max " + most + " cannot be used")
                    .help("at most " + GAP_MOST + ": what is missing for longer is imported, not made up");
        }
        return new RepairRules(most, true, given.has("--outliers"));
    }

    private static List<Dataset> datasets(Invocation given, Predicate<Dataset> possible) {
        Lake lake = LakeOption.existing(given);
        List<Dataset> chosen = DatasetOptions.chosen(given, lake).stream()
                .map(DatasetState::dataset)
                .filter(possible)
                .toList();
        if (chosen.isEmpty()) {
            throw new Failure(ErrorCode.DATASET_MISSING, "the lake has nothing of the kind that can be looked through")
                    .at(lake.folder().toString())
                    .help("see what there is: fulmar data ls --lake " + lake.folder());
        }
        return chosen;
    }

    private static JsonValue.Fields json(Dataset dataset, CheckReport report) {
        List<JsonValue> findings = new ArrayList<>();
        for (Finding finding : report.findings()) {
            findings.add(new JsonValue.Fields()
                    .put("type", finding.type().name().toLowerCase(Locale.ROOT))
                    .put("first", IsoTime.of(finding.first()))
                    .put("last", IsoTime.of(finding.last()))
                    .put("count", finding.count())
                    .put("what", finding.what())
                    .put("repair", finding.repair().isEmpty() ? "leave it" : finding.repair()));
        }
        return new JsonValue.Fields()
                .put("venue", dataset.venue())
                .put("symbol", dataset.symbol().toString())
                .put("kind", dataset.kind().word())
                .put("rows", report.rows())
                .put("gaps", report.gaps())
                .put("missing", report.missing())
                .put("duplicates", report.duplicates())
                .put("misaligned", report.misaligned())
                .put("outliers", report.outliers())
                .put("impossible", report.impossible())
                .put("crossed", report.crossed())
                .put("sound", report.isSound())
                .put("findings", new JsonValue.Items(findings));
    }

    private static String text(Dataset dataset, CheckReport report) {
        boolean events = dataset.kind() instanceof Kind.Events;
        StringBuilder out = new StringBuilder(report.dataset());
        out.append(String.format(
                Locale.ROOT,
                ": %,d %s, %,d gaps (%,d missing), %,d duplicates, %,d %s, %,d outliers, %,d impossible",
                report.rows(),
                events ? "rows" : "bars",
                report.gaps(),
                report.missing(),
                report.duplicates(),
                events ? report.crossed() : report.misaligned(),
                events ? "crossed" : "misaligned",
                report.outliers(),
                report.impossible()));
        report.findings().stream()
                .limit(SHOWN)
                .forEach(finding -> out.append("\n  ")
                        .append(IsoTime.of(finding.first()))
                        .append("  ")
                        .append(finding.what())
                        .append(events ? "" : "; repair would ")
                        .append(finding.repair().isEmpty() && !events ? "leave it" : finding.repair()));
        int more = report.findings().size() - SHOWN;
        return more > 0
                ? out.append("\n  and ")
                        .append(more)
                        .append(" more: see --json")
                        .toString()
                : out.toString();
    }
}
