package io.fulmar.app.fulmar;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows a page to whoever sits at the machine, if anybody does and there is something to show it with. */
final class Browser {
    private Browser() {}

    /** Starts the desktop's own opener and does not wait; false when there is none. */
    static boolean open(Path page) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String file = page.toAbsolutePath().toString();
        boolean unix = !system.contains("mac") && !system.contains("win");
        if (unix && System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) return false;
        List<String> command = system.contains("mac")
                ? List.of("open", file)
                : system.contains("win") ? List.of("cmd", "/c", "start", "", file) : List.of("xdg-open", file);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            return false; // no such program here; the path was printed
        }
    }
}
