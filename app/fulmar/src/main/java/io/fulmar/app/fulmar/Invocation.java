package io.fulmar.app.fulmar;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A command line that was understood: a command, its words, and the values of its options. */
record Invocation(CommandEntry command, List<String> arguments, Map<String, List<String>> options) {

    boolean has(String option) {
        return options.containsKey(option);
    }

    Optional<String> value(String option) {
        return values(option).stream().findFirst();
    }

    List<String> values(String option) {
        return options.getOrDefault(option, List.of());
    }
}
