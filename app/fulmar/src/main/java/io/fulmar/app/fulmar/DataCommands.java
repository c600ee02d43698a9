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
        commands.add(DataImportCommand.command());
        commands.add(DataExportCommand.command());
        commands.add(DataCheckCommands.check());
        commands.add(DataCheckCommands.repair());
        commands.add(DataQueryCommand.command());
        commands.add(DataTransferCommands.push());
        commands.add(DataTransferCommands.pull());
        commands.add(DataRetainCommand.command());
        commands.add(ReplayCommand.command(System.in));
        return List.copyOf(commands);
    }
}
