package io.fulmar.app.fulmar;

import java.util.List;
import java.util.Optional;

/** All commands by name. */
record CommandRegistry(List<CommandEntry> commands) {

    Optional<CommandEntry> find(String name) {
        return commands.stream().filter(command -> command.name().equals(name)).findFirst();
    }

    /** The commands whose name starts with this word and has a second one. */
    List<CommandEntry> under(String word) {
        return commands.stream()
                .filter(command -> command.name().startsWith(word + " "))
                .toList();
    }

    List<String> names() {
        return commands.stream().map(CommandEntry::name).toList();
    }
}
