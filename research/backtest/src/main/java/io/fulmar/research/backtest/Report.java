package io.fulmar.research.backtest;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The report of one run: a single HTML file that needs nothing but itself. */
public final class Report {
    private Report() {}

    /** Writes the report, replacing what is there. */
    public static void write(ReportInput input, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            write(input, out);
        }
    }

    /** Writes the report. */
    public static void write(ReportInput input, Appendable out) throws IOException {
        out.append(input.header().title());
    }
}
