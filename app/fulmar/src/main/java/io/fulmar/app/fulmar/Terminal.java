package io.fulmar.app.fulmar;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Where a command writes and what it may assume: data to {@code out}, all else to {@code err}.
 *
 * @param color whether stderr and the help may be coloured
 * @param home the folder of the program, which holds examples and docs
 */
record Terminal(Results out, PrintStream err, boolean color, boolean quiet, boolean json, Path home) {

    Terminal with(boolean nowColor, boolean nowQuiet, boolean nowJson) {
        return new Terminal(out, err, nowColor, nowQuiet, nowJson, home);
    }

    /** A line for people who wait; not shown with {@code --quiet}. */
    void progress(String line) {
        if (!quiet) err.println(line);
    }

    String bold(String text) {
        return color ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    void show(Failure failure) {
        String mark = "error[" + failure.code().label() + "]";
        err.println((color ? "\u001b[1;31m" + mark + "\u001b[0m" : mark) + ": " + failure.text());
        for (String place : failure.places()) {
            String[] lines = place.split("\n", -1);
            err.println("  --> " + lines[0]);
            for (int i = 1; i < lines.length; i++) err.println("      " + lines[i]);
        }
        for (String line : failure.help()) err.println("  = help: " + line);
    }
}
