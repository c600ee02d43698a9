package io.fulmar.app.fulmar;

import java.nio.file.Path;
import java.util.List;

/** {@code fulmar demo}: see it work, with nothing prepared. */
final class DemoCommand {
    private DemoCommand() {}

    /** What was asked for. */
    record Request(Path folder, boolean open) {}

    /** What runs the demonstration. */
    interface Demos {
        ExitCode run(Request request, Terminal terminal);
    }

    static CommandEntry command(Demos demos) {
        return new CommandEntry(
                "demo",
                "make a year of synthetic minutes, run two examples on it, show the report",
                Argument.NONE,
                List.of(
                        Option.of("--out", "DIR", "folder for the results (default out/demo)"),
                        Option.flag("--no-open", "do not show the report in a browser")),
                List.of("fulmar demo"),
                (given, terminal) -> demos.run(
                        new Request(
                                Values.path("--out", given.value("--out").orElse("out/demo")),
                                !given.has("--no-open") && !given.has("--json")),
                        terminal));
    }
}
