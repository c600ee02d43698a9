package io.fulmar.app.fulmar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** {@code fulmar report}: what a run of earlier came to, and its page. */
final class ReportCommand {
    private static final List<String> FIGURES = List.of(
            "strategy",
            "symbol",
            "timeframe",
            "from",
            "to",
            "netReturn",
            "maxDrawdown",
            "cagr",
            "sharpe",
            "sortino",
            "trades",
            "openTrades",
            "fees",
            "hash",
            "reproduce");

    private ReportCommand() {}

    static CommandEntry command() {
        return new CommandEntry(
                "report",
                "say what a finished run came to, and show its report",
                Argument.one("DIR", "the folder that a backtest wrote"),
                List.of(Option.flag("--open", "show the report in a browser")),
                List.of("fulmar report out/SmaCross --open", "fulmar report out/SmaCross --json"),
                ReportCommand::run);
    }

    private static ExitCode run(Invocation given, Terminal terminal) {
        Path folder = Values.path("DIR", given.arguments().getFirst());
        Path run = folder.resolve("run.json");
        Path page = folder.resolve("report.html");
        if (!Files.isRegularFile(run) || !Files.isRegularFile(page)) {
            throw new Failure(
                            ErrorCode.BAD_CONFIGURATION,
                            folder + " holds no finished run: run.json or report.html is missing")
                    .help("name the folder given to --out: fulmar backtest ... --out " + folder);
        }
        JsonFile.Fields fields = JsonFile.of(run, "run the backtest again: its run.json was changed")
                .readAny();
        if (!(fields.find("engine").orElse(null) instanceof JsonFile.Text(int ignored, String engine))
                || !engine.equals("fulmar")) {
            throw new Failure(ErrorCode.BAD_CONFIGURATION, run + " is no result of fulmar's")
                    .help("name a folder that a backtest wrote");
        }
        if (terminal.json()) {
            terminal.out().println(oneLine(run));
        } else {
            FIGURES.forEach(name -> fields.find(name)
                    .ifPresent(node -> terminal.out()
                            .println(" ".repeat(2) + name + " ".repeat(14 - name.length()) + word(node))));
            terminal.out().println("  report        " + page);
        }
        if (given.has("--open") && !Browser.open(page)) {
            terminal.progress("there is no browser to show it with; open " + page);
        }
        return ExitCode.DONE;
    }

    /** No text in JSON holds a line break, so its lines can be joined. */
    private static String oneLine(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new Failure(ErrorCode.BAD_CONFIGURATION, "the file can no longer be read")
                    .at(file.toString())
                    .help("is something else writing to that folder?");
        }
    }

    private static String word(JsonFile.Node node) {
        return switch (node) {
            case JsonFile.Text(int ignored, String text) -> text;
            case JsonFile.Numeral(int ignored, String text) -> text;
            case JsonFile.Flag(int ignored, boolean on) -> Boolean.toString(on);
            case JsonFile.Nothing ignored -> "-";
            case JsonFile.Items ignored -> "...";
            case JsonFile.Fields ignored -> "...";
        };
    }
}
