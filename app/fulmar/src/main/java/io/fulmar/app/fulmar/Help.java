package io.fulmar.app.fulmar;

import java.util.ArrayList;
import java.util.List;

/** The help pages: examples first, since most people look for one to change. */
final class Help {
    private Help() {}

    static String overview(CommandRegistry registry, Terminal terminal) {
        List<String> lines = new ArrayList<>();
        lines.add("fulmar: one engine for trading strategies, from an idea to its report");
        lines.add("");
        lines.add(terminal.bold("Examples"));
        for (CommandEntry command : registry.commands()) {
            command.examples().stream().limit(1).forEach(example -> lines.add("  " + Called.here(example)));
        }
        lines.add("");
        lines.add(terminal.bold("Commands"));
        table(
                lines,
                registry.commands().stream()
                        .map(c -> List.of(c.name(), c.summary()))
                        .toList());
        lines.add("");
        lines.add("More about one: fulmar help COMMAND. Every command takes --json, --quiet, --color and --help.");
        lines.add(
                "Exit codes: 0 done, 1 the strategy failed, 2 usage, 64 configuration, 65 data, 70 internal, 75 held, 130 ended.");
        return String.join("\n", lines);
    }

    static String page(CommandEntry command, Terminal terminal) {
        List<String> lines = new ArrayList<>();
        lines.add("fulmar " + command.name() + ": " + command.summary());
        lines.add("");
        if (!command.examples().isEmpty()) {
            lines.add(terminal.bold(command.examples().size() == 1 ? "Example" : "Examples"));
            for (String example : command.examples()) lines.add("  " + Called.here(example));
            lines.add("");
        }
        lines.add(terminal.bold("Usage"));
        lines.add("  " + command.usage());
        lines.add("");
        if (command.argument().most() > 0) {
            table(
                    lines,
                    List.of(List.of(
                            command.argument().name(), command.argument().summary())));
            lines.add("");
        }
        lines.add(terminal.bold("Options"));
        table(
                lines,
                command.allOptions().stream()
                        .map(o -> List.of(o.form(), o.summary()))
                        .toList());
        return String.join("\n", lines);
    }

    private static void table(List<String> lines, List<List<String>> rows) {
        int width = rows.stream().mapToInt(row -> row.getFirst().length()).max().orElse(0);
        for (List<String> row : rows) {
            lines.add("  " + row.getFirst() + " ".repeat(width - row.getFirst().length() + 2) + row.getLast());
        }
    }
}
