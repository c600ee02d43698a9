package io.fulmar.app.fulmar;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Run once after a build, so that Java notes which classes a start needs (see train in the launcher). What it runs here is
 * what starts fast later.
 */
public final class Training {
    private static final List<List<String>> COMMANDS =
            List.of(List.of("--help"), List.of("version"), List.of("explain", "FUL-U001"), List.of("unknown"));

    private Training() {}

    public static void main(String[] words) {
        Path home = Path.of(System.getProperty("fulmar.home", "")).toAbsolutePath();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(nowhere, nowhere, false, true, false, home);
        for (List<String> command : COMMANDS) {
            Main.frontDoor(home).enter(command, terminal);
        }
    }
}
