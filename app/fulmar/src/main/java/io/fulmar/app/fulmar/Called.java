package io.fulmar.app.fulmar;

import java.nio.file.Path;

/** By which word a person reaches the program here: what is printed to be typed next can be typed as it stands. */
final class Called {
    private Called() {}

    /** As the launcher was called; a bare name where it lies on the path, or where nobody says. */
    static String as() {
        String called = System.getProperty("fulmar.command", "fulmar");
        boolean plain = called.chars().allMatch(c -> c > ' ' && "\"'$`\\;&|<>()*?[]{}#!~".indexOf(c) < 0);
        if (!plain) return "fulmar";
        String path = System.getenv("PATH");
        Path folder = Path.of(called).getParent();
        boolean onPath = folder != null && path != null && (":" + path + ":").contains(":" + folder + ":");
        return onPath ? String.valueOf(Path.of(called).getFileName()) : called;
    }

    /** An example of the help, which names the program plainly, for this place. */
    static String here(String example) {
        return example.startsWith("fulmar ") ? as() + example.substring("fulmar".length()) : example;
    }
}
