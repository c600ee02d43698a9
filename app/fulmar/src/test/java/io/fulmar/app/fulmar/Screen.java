package io.fulmar.app.fulmar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A terminal that keeps what was written, and a front door to walk through. */
final class Screen {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    final Terminal terminal;

    Screen(Path home) {
        this(home, OutputStream.nullOutputStream());
    }

    /** Results go to {@code stdout} too, which may fail. */
    Screen(Path home, OutputStream stdout) {
        OutputStream both = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                stdout.write(one);
                out.write(one);
            }
        };
        terminal = new Terminal(Results.to(both, StandardCharsets.UTF_8), stream(err), false, false, false, home);
    }

    /** Runs the words with these commands. */
    ExitCode enter(CommandRegistry registry, String... words) {
        CrashReports crashes = new CrashReports(terminal.home().resolve(".fulmar"), new WallClock());
        return new FrontDoor(registry, crashes).enter(List.of(words), terminal);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
