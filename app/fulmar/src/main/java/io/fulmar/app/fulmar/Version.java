package io.fulmar.app.fulmar;

import java.util.List;

/** {@code fulmar version}. */
final class Version {
    private Version() {}

    /** The version of the jar; there is none when classes run from a folder. */
    static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    static CommandEntry command() {
        return new CommandEntry(
                "version",
                "say which version this is, and of which Java",
                Argument.NONE,
                List.of(),
                List.of("fulmar version"),
                (invocation, terminal) -> {
                    String java = Runtime.version().toString();
                    terminal.out()
                            .println(
                                    terminal.json()
                                            ? "{\"fulmar\":" + Json.text(number()) + ",\"java\":" + Json.text(java)
                                                    + "}"
                                            : "fulmar " + number() + " (java " + java + ")");
                    return ExitCode.DONE;
                });
    }
}
