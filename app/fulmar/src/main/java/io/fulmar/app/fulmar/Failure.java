package io.fulmar.app.fulmar;

import java.util.ArrayList;
import java.util.List;

/** A command cannot go on, and whoever called it can do something about it: what is wrong, where, and how to mend it. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final List<String> places = new ArrayList<>();
    private final List<String> help = new ArrayList<>();

    Failure(ErrorCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** Adds a place, such as {@code prices.csv:17}; lines of the source and a caret may follow it. */
    Failure at(String place) {
        places.add(place);
        return this;
    }

    /** Adds a line that says how to mend it. */
    Failure help(String line) {
        help.add(line);
        return this;
    }

    ErrorCode code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    List<String> places() {
        return List.copyOf(places);
    }

    List<String> help() {
        return List.copyOf(help);
    }
}
