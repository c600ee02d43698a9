package io.fulmar.app.fulmar;

import java.util.ArrayList;
import java.util.List;

/** {@code fulmar data ...}: what is done to a lake, and what it says about itself. */
final class DataCommands {
    private DataCommands() {}

    static List<CommandEntry> all() {
        List<CommandEntry> commands = new ArrayList<>();
        commands.add(DataListing.ls());
        commands.add(DataListing.stat());
        commands.add(DataSynth.command());
        commands.add(ReplayCommand.command(System.in));
        return List.copyOf(commands);
    }
}
