package io.fulmar.app.fulmar;

import java.util.List;

/** Commands that the launcher script runs itself, since they need no running program. They are here for the help. */
final class LauncherCommand {
    private LauncherCommand() {}

    static CommandEntry test() {
        return of("test", "run the whole test suite, what CI runs", Argument.any("MAVEN_OPTION", "passed on to Maven"));
    }

    static CommandEntry proof() {
        return of(
                "proof",
                "run a benchmark or another proof; without a name list them",
                Argument.any("NAME", "a proof and its own arguments"));
    }

    private static CommandEntry of(String name, String summary, Argument argument) {
        return new CommandEntry(
                name, summary, argument, List.of(), List.of("fulmar " + name), (invocation, terminal) -> {
                    throw new Failure(ErrorCode.WRONG_ARGUMENTS, "fulmar " + name + " is run by the launcher script")
                            .help("in the folder of the sources: ./fulmar " + name);
                });
    }
}
