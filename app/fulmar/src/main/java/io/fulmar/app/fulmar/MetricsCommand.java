package io.fulmar.app.fulmar;

import io.fulmar.research.backtest.Metrics;
import io.fulmar.research.backtest.ReturnSeries;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** {@code fulmar metrics}: what a file of returns amounts to. */
final class MetricsCommand {
    private static final String PERIODS = "365";

    private MetricsCommand() {}

    static CommandEntry command() {
        return new CommandEntry(
                "metrics",
                "compute the statistics of a series of returns",
                Argument.NONE,
                List.of(
                        Option.of("--csv", "FILE", "returns with the columns time and return; 0.01 is one percent"),
                        Option.of("--periods", "NUMBER", "returns a year (default 365)")),
                List.of("fulmar metrics --csv returns.csv --periods 365 --json"),
                MetricsCommand::run);
    }

    private static ExitCode run(Invocation given, Terminal terminal) {
        Path file = Values.path("--csv", given.value("--csv").orElseThrow(() -> {
            return new Failure(ErrorCode.MISSING_OPTION, "fulmar metrics needs --csv")
                    .help("such as: --csv returns.csv");
        }));
        int periods = Values.count("--periods", given.value("--periods").orElse(PERIODS));
        Metrics metrics = Metrics.of(ReturnSeries.read(file), periods);
        terminal.out().println(terminal.json() ? metrics.toJson() : table(metrics.values()));
        return ExitCode.DONE;
    }

    private static String table(SequencedMap<String, OptionalDouble> values) {
        int width = values.keySet().stream().mapToInt(String::length).max().orElse(0);
        return values.entrySet().stream()
                .map(entry -> entry.getKey()
                        + " ".repeat(width - entry.getKey().length() + 2)
                        + entry.getValue().stream()
                                .mapToObj(Double::toString)
                                .findFirst()
                                .orElse("-"))
                .collect(Collectors.joining("\n"));
    }
}
