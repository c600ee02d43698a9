package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontDoorTest {
    @TempDir
    Path home;

    @Test
    void withoutWordsTheOverviewIsShownExamplesFirst() {
        Screen screen = new Screen(home);

        ExitCode code = screen.enter(Main.commands());

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(screen.out().indexOf("Examples")).isBetween(0, screen.out().indexOf("Commands"));
        assertThat(screen.out()).contains(Main.commands().names());
    }

    @Test
    void everyCommandHasAPageWithAnExampleAndItsOptions() {
        for (CommandEntry command : Main.commands().commands()) {
            Screen screen = new Screen(home);

            ExitCode code = screen.enter(
                    Main.commands(),
                    Stream.concat(Stream.of(command.name().split(" ")), Stream.of("--help"))
                            .toArray(String[]::new));

            assertThat(code).as(command.name()).isEqualTo(ExitCode.DONE);
            assertThat(screen.out()).contains("Example", "Usage", "--json");
            command.options().forEach(option -> assertThat(screen.out()).contains(option.form(), option.summary()));
        }
    }

    @Test
    void mistypedCommandIsAUsageErrorWithASuggestion() {
        Screen screen = new Screen(home);

        ExitCode code = screen.enter(Main.commands(), "vresion");

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).isEqualTo("""
                        error[FUL-U001]: unknown command 'vresion'
                          = help: did you mean 'fulmar version'?
                          = help: all commands: fulmar help
                        """);
        assertThat(screen.out()).isEmpty();
    }

    @Test
    void firstHalfOfACommandSuggestsTheWhole() {
        Screen screen = new Screen(home);

        assertThat(screen.enter(Main.commands(), "new")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("did you mean 'fulmar new strategy'?");
    }

    @Test
    void jsonAnswersAreOneLine() {
        for (String words : List.of("version --json", "help --json", "explain FUL-U001 --json", "doctor --json")) {
            Screen screen = new Screen(home);
            screen.enter(Main.commands(), words.split(" "));
            assertThat(screen.out().lines()).as(words).hasSize(1).allMatch(line -> line.startsWith("{"));
        }
    }

    @Test
    void mistakeOfOursEndsWithoutStackTraceAndWritesTheDetails() throws IOException {
        Screen screen = new Screen(home);

        ExitCode code = screen.enter(throwing(new IllegalStateException("cell 7 is full")), "break", "it");

        assertThat(code).isEqualTo(ExitCode.INTERNAL);
        assertThat(screen.err())
                .startsWith("error[FUL-X001]: a mistake inside fulmar: IllegalStateException\n")
                .doesNotContain("\tat ");
        try (Stream<Path> files = Files.list(home.resolve(".fulmar"))) {
            assertThat(files.map(FrontDoorTest::read))
                    .singleElement()
                    .asString()
                    .contains("command: fulmar break it", "cell 7 is full", "\tat ");
        }
    }

    @Test
    void mistakeOfOursIsToldEvenWhereNothingCanBeWritten() throws IOException {
        Files.writeString(home.resolve(".fulmar"), "a file where the folder should be");
        Screen screen = new Screen(home);

        assertThat(screen.enter(throwing(new StackOverflowError()), "break", "it"))
                .isEqualTo(ExitCode.INTERNAL);
        assertThat(screen.err()).contains("the details could not be written");
    }

    @Test
    void memoryThatRunsOutFailsTheStrategy() {
        Screen screen = new Screen(home);

        assertThat(screen.enter(throwing(new OutOfMemoryError()), "break", "it"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(screen.err()).startsWith("error[FUL-S004]").contains("FULMAR_JAVA_OPTS");
    }

    @Test
    void colorIsOnlyThereWhenAskedFor() {
        Screen plain = new Screen(home);
        plain.enter(Main.commands(), "help", "version");
        Screen colored = new Screen(home);
        colored.enter(Main.commands(), "help", "version", "--color", "always");
        Screen wrong = new Screen(home);

        assertThat(plain.out()).doesNotContain("\u001b");
        assertThat(colored.out()).contains("\u001b[1mUsage");
        assertThat(wrong.enter(Main.commands(), "version", "--color", "pink")).isEqualTo(ExitCode.USAGE);
    }

    private static CommandRegistry throwing(Throwable error) {
        return new CommandRegistry(List.of(new CommandEntry(
                "break", "break", Argument.any("WORD", "any"), List.of(), List.of(), (invocation, terminal) -> {
                    if (error instanceof RuntimeException e) throw e;
                    throw (Error) error;
                })));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
