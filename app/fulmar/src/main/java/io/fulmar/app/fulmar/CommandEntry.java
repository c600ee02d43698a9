package io.fulmar.app.fulmar;

import java.util.List;
import java.util.stream.Stream;

/**
 * A command as data: what it is called, what it takes, what it is for, and what it does. Help, completion and the check
 * of the command line are all made from it.
 *
 * @param name one or two words, such as {@code backtest} or {@code indicator eval}
 * @param summary one line, starting with a verb
 * @param examples whole command lines that work
 */
record CommandEntry(
        String name, String summary, Argument argument, List<Option> options, List<String> examples, Action action) {

    /** What a command does. The result is its exit code; what goes wrong is thrown as a {@link Failure}. */
    interface Action {
        ExitCode run(Invocation invocation, Terminal terminal);
    }

    /** Options that every command has. */
    static final List<Option> COMMON = List.of(
            Option.flag("--json", "exactly one line of JSON on stdout, for scripts"),
            Option.flag("--quiet", "no progress on stderr").withLetter("-q"),
            Option.of("--color", "WHEN", "auto, always or never (default auto; NO_COLOR is obeyed)"),
            Option.flag("--help", "this page").withLetter("-h"));

    /** Its own options, then those that all have. */
    List<Option> allOptions() {
        return Stream.concat(options.stream(), COMMON.stream()).toList();
    }

    String usage() {
        String words = "fulmar " + name + " " + argument.form();
        return words.strip() + (options.isEmpty() ? "" : " [OPTIONS]");
    }
}
