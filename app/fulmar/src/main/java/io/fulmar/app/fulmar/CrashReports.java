package io.fulmar.app.fulmar;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes what we need to mend a mistake of ours into a file, so that the screen shows one sentence. */
final class CrashReports {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final WallClock clock;

    CrashReports(Path folder, WallClock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The error to show: internal, with the file that holds the details. */
    Failure write(List<String> words, Throwable error) {
        Failure failure = new Failure(
                ErrorCode.INTERNAL,
                "a mistake inside fulmar: " + error.getClass().getSimpleName());
        Instant now = clock.now();
        Path file = folder.resolve("crash-" + NAME.format(now) + ".txt");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, details(words, error, now));
            return failure.help("the details were written to " + file)
                    .help("please report it with that file; it holds the command line, so look for secrets first");
        } catch (IOException e) {
            return failure.help("the details could not be written to " + file)
                    .help("please report it with the command line you used");
        }
    }

    private static String details(List<String> words, Throwable error, Instant now) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        out.println("fulmar " + Version.number() + ", " + now);
        out.println("java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch"));
        out.println("command: fulmar " + String.join(" ", words));
        error.printStackTrace(out);
        out.flush();
        return text.toString();
    }
}
