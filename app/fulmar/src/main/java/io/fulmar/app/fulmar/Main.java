package io.fulmar.app.fulmar;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the program starts, and the one place where commands are wired to what does their work. */
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        Path home = Path.of(System.getProperty("fulmar.home", "")).toAbsolutePath();
        Results results = Results.to(new FileOutputStream(FileDescriptor.out), System.out.charset());
        Terminal terminal = new Terminal(results, System.err, colorful(), false, false, home);
        ExitCode code = frontDoor(home).enter(List.of(words), terminal);
        System.exit(code.number());
    }

    static FrontDoor frontDoor(Path home) {
        return new FrontDoor(commands(), new CrashReports(home.resolve(".fulmar"), new WallClock()));
    }

    static CommandRegistry commands() {
        List<CommandEntry> commands = new ArrayList<>();
        CommandRegistry registry = new CommandRegistry(commands);
        commands.add(BacktestCommand.command(BacktestRunner::run));
        commands.add(DemoCommand.command(DemoRunner::run));
        commands.addAll(SweepCommands.all(registry));
        commands.addAll(DataCommands.all());
        commands.add(BarsCommand.command());
        commands.add(IndicatorCommand.command());
        commands.add(MetricsCommand.command());
        commands.add(ReportCommand.command());
        commands.add(MonteCarloCommand.command(registry));
        commands.add(LookAheadCommand.command());
        commands.add(WalkForwardCommand.command());
        commands.add(NewStrategy.command());
        commands.add(Doctor.command());
        commands.add(Explain.command());
        commands.add(Version.command());
        commands.add(HelpCommand.command(() -> registry));
        commands.add(Completion.command(() -> registry));
        commands.add(LauncherCommand.test());
        commands.add(LauncherCommand.proof());
        return registry;
    }

    /** The launcher says which of stdin, stdout and stderr are terminals; see https://no-color.org for the rest. */
    private static boolean colorful() {
        String noColor = System.getenv("NO_COLOR");
        return (noColor == null || noColor.isEmpty())
                && !"dumb".equals(System.getenv("TERM"))
                && System.getProperty("fulmar.terminals", "").contains("2");
    }
}
