package io.fulmar.app.fulmar;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** {@code fulmar doctor}: whether this machine has what the program needs, and what to do where it has not. */
final class Doctor {
    private static final int JAVA_LEAST = 25;
    private static final long HEAP_MIB_ENOUGH = 512;

    /** One thing looked at. */
    private record Finding(String name, boolean good, String seen, String fix) {}

    private Doctor() {}

    static CommandEntry command() {
        return new CommandEntry(
                "doctor",
                "check that this machine has what is needed",
                Argument.NONE,
                List.of(),
                List.of("fulmar doctor"),
                (invocation, terminal) -> {
                    List<Finding> findings = look(terminal.home());
                    terminal.out().println(terminal.json() ? json(findings) : text(findings));
                    return findings.stream().allMatch(Finding::good) ? ExitCode.DONE : ExitCode.CONFIGURATION;
                });
    }

    private static List<Finding> look(Path home) {
        int java = Runtime.version().feature();
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        Path state = home.resolve(".fulmar");
        return List.of(
                new Finding("java", java >= JAVA_LEAST, Runtime.version().toString(), "install a JDK 25"),
                new Finding(
                        "compiler",
                        ToolProvider.getSystemJavaCompiler() != null,
                        "strategies are compiled with it",
                        "use a JDK, not a JRE"),
                new Finding(
                        "memory",
                        heap >= HEAP_MIB_ENOUGH,
                        heap + " MiB for the program",
                        "FULMAR_JAVA_OPTS=-Xmx2g ./fulmar ..."),
                new Finding(
                        "state",
                        Files.isWritable(Files.exists(state) ? state : home),
                        state.toString(),
                        "make it writable: chmod u+w " + state),
                new Finding(
                        "examples",
                        Files.isDirectory(home.resolve("examples")),
                        home.resolve("examples").toString(),
                        "start the program with the launcher ./fulmar of a whole checkout"),
                new Finding("maven", onPath("mvn"), "builds from sources", "apt-get install maven"));
    }

    private static boolean onPath(String program) {
        String path = System.getenv("PATH");
        return path != null
                && Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String text(List<Finding> findings) {
        return findings.stream()
                .map(f -> (f.good() ? "ok    " : "BAD   ")
                        + f.name()
                        + ": "
                        + f.seen()
                        + (f.good() ? "" : "\n        fix: " + f.fix()))
                .collect(Collectors.joining("\n"));
    }

    private static String json(List<Finding> findings) {
        return findings.stream()
                .map(f -> "{\"name\":" + Json.text(f.name()) + ",\"ok\":" + f.good() + ",\"seen\":"
                        + Json.text(f.seen()) + ",\"fix\":" + Json.text(f.good() ? "" : f.fix()) + "}")
                .collect(Collectors.joining(",", "{\"findings\":[", "]}"));
    }
}
