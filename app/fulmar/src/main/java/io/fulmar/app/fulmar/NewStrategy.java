package io.fulmar.app.fulmar;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;

/** {@code fulmar new strategy NAME}: a copy of an example, which the build has compiled and run, under a new name. */
final class NewStrategy {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");

    private NewStrategy() {}

    static CommandEntry command() {
        return new CommandEntry(
                "new strategy",
                "write NAME.java, a strategy that works, to change",
                Argument.one("NAME", "the name of the class, such as MyIdea"),
                List.of(
                        Option.flag("--plan", "a plan: entries and exits declared, not coded"),
                        Option.of("--dir", "DIR", "where to write it (default: here)")),
                List.of("fulmar new strategy MyIdea", "fulmar new strategy MyIdea --plan"),
                NewStrategy::run);
    }

    private static ExitCode run(Invocation given, Terminal terminal) {
        String name = given.arguments().getFirst();
        if (!NAME.matcher(name).matches()) {
            throw new Failure(ErrorCode.BAD_VALUE, "'" + name + "' is no name for a strategy")
                    .help("start with a capital letter, then letters and digits, such as MyIdea");
        }
        String example = given.has("--plan") ? "SmaCrossPlan" : "SmaCross";
        Path folder = Values.path("--dir", given.value("--dir").orElse("."));
        Path file = folder.resolve(name + ".java").normalize();
        try {
            String source = Files.readString(terminal.home().resolve("examples").resolve(example + ".java"));
            Files.createDirectories(folder.toAbsolutePath());
            Files.writeString(file, source.replaceAll("\\b" + example + "\\b", name), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new Failure(ErrorCode.OUTPUT_HOLDS_SOMETHING_ELSE, file + " is there already")
                    .help("choose another name, or remove it first");
        } catch (IOException e) {
            throw OutputFolder.cannotWrite(file, e);
        }
        String next = Called.as() + " backtest " + file + " --csv FILE --symbol BTC/USDT:USDT --timeframe 1m";
        terminal.out()
                .println(
                        terminal.json()
                                ? "{\"file\":" + Json.text(file.toString()) + ",\"next\":" + Json.text(next) + "}"
                                : "wrote " + file + "\nrun it: " + next);
        return ExitCode.DONE;
    }
}
