package io.fulmar.app.fulmar;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the process in which DuckDB works, and hands on what it answers. Its class path comes from the launcher: the 77 MB of DuckDB are
 * on no other.
 */
final class SqlChild {
    private static final String MAIN = "io.fulmar.store.sql.SqlProcess";
    private static final int REFUSED = 3;
    private static final int SHOWN_MAX = 4000;

    private SqlChild() {}

    /** Runs it to its end; what DuckDB refuses is a {@link Failure} of that code. */
    static void run(ErrorCode refused, OutputStream out, String... words) {
        try {
            Path errors = Files.createTempFile("fulmar-sql-", ".txt");
            try {
                Process process = new ProcessBuilder(command(words))
                        .redirectError(errors.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                        .start();
                int code = finished(process, out);
                if (code != 0) {
                    throw failure(refused, code, Files.readString(errors).strip());
                }
            } finally {
                Files.deleteIfExists(errors);
            }
        } catch (IOException e) {
            throw new Failure(
                            ErrorCode.OUTPUT_CANNOT_BE_WRITTEN,
                            "the process for SQL cannot be started: " + e.getMessage())
                    .help("check that there is memory, and room in the folder for temporary files");
        }
    }

    private static int finished(Process process, OutputStream out) throws IOException {
        try (InputStream answer = process.getInputStream()) {
            answer.transferTo(out);
            out.flush();
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED.number();
        } finally {
            process.destroy();
        }
    }

    private static List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("fulmar.sql", System.getProperty("java.class.path")),
                MAIN));
        command.addAll(List.of(words));
        return command;
    }

    private static Failure failure(ErrorCode refused, int code, String errors) {
        String shown = errors.isEmpty() ? "the process for SQL ended with " + code : errors;
        String[] lines = shown.substring(0, Math.min(SHOWN_MAX, shown.length())).split("\n", 2);
        Failure failure = new Failure(code == REFUSED ? refused : ErrorCode.INTERNAL, lines[0]);
        if (lines.length > 1) failure.at("SQL\n" + lines[1].strip());
        return failure;
    }
}
