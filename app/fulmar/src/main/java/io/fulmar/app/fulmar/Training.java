package io.fulmar.app.fulmar;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Run once after a build, so that Java notes which classes a start needs (see train in the launcher). What it runs here is
 * what starts fast later.
 */
public final class Training {
    private static final int BARS = 2_000;
    private static final long HOUR_SECONDS = 3_600;

    private Training() {}

    public static void main(String[] words) throws IOException {
        Path home = Path.of(System.getProperty("fulmar.home", "")).toAbsolutePath();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(nowhere, nowhere, false, true, false, home);
        Path folder = Files.createTempDirectory("fulmar-training");
        try {
            for (List<String> command : commands(Files.writeString(folder.resolve("bars.csv"), bars()))) {
                Main.frontDoor(home).enter(command, terminal);
            }
        } finally {
            Folders.remove(folder);
        }
    }

    private static List<List<String>> commands(Path bars) {
        return List.of(
                List.of("--help"),
                List.of("version"),
                List.of("explain", "FUL-U001"),
                List.of("unknown"),
                List.of("indicator", "eval", "--csv", bars.toString(), "--expr", "sma(14)", "--expr", "rsi(14)"));
    }

    /** A wave, hour by hour: enough to make every part move. */
    private static String bars() {
        StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
        for (int i = 0; i < BARS; i++) {
            long open = 10_000 + i % 97 * 10L;
            text.append(i * HOUR_SECONDS)
                    .append(',')
                    .append(open)
                    .append(',')
                    .append(open + 9)
                    .append(',');
            text.append(open - 9).append(',').append(open + i % 7).append(",1.5\n");
        }
        return text.toString();
    }
}
