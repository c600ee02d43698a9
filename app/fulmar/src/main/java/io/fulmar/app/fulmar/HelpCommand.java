package io.fulmar.app.fulmar;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code fulmar help}: the overview, or a command's page; with {@code --json} the registry itself. */
final class HelpCommand {
    private HelpCommand() {}

    static CommandEntry command(Supplier<CommandRegistry> registry) {
        return new CommandEntry(
                "help",
                "show what there is, or one command's page",
                new Argument("COMMAND", 0, 2, "the command to explain"),
                List.of(),
                List.of("fulmar help backtest"),
                (invocation, terminal) -> {
                    terminal.out().println(text(registry.get(), invocation, terminal));
                    return ExitCode.DONE;
                });
    }

    private static String text(CommandRegistry registry, Invocation invocation, Terminal terminal) {
        if (invocation.arguments().isEmpty()) {
            return terminal.json() ? json(registry.commands()) : Help.overview(registry, terminal);
        }
        // Reading "NAME --help" finds the command, or says what is wrong with the name.
        List<String> words = Stream.concat(invocation.arguments().stream(), Stream.of("--help"))
                .toList();
        CommandEntry command = new CommandLine(registry).read(words).command();
        return terminal.json() ? json(List.of(command)) : Help.page(command, terminal);
    }

    private static String json(List<CommandEntry> commands) {
        return commands.stream().map(HelpCommand::json).collect(Collectors.joining(",", "{\"commands\":[", "]}"));
    }

    private static String json(CommandEntry command) {
        String options = command.allOptions().stream()
                .map(o -> "{\"name\":" + Json.text(o.name()) + ",\"value\":" + Json.text(o.value()) + ",\"repeatable\":"
                        + o.repeatable() + ",\"summary\":" + Json.text(o.summary()) + "}")
                .collect(Collectors.joining(",", "[", "]"));
        return "{\"name\":" + Json.text(command.name()) + ",\"summary\":" + Json.text(command.summary())
                + ",\"usage\":" + Json.text(command.usage()) + ",\"examples\":" + Json.texts(command.examples())
                + ",\"options\":" + options + "}";
    }
}
