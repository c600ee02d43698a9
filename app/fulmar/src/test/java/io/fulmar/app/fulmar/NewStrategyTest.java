package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewStrategyTest {
    @TempDir
    Path home;

    @BeforeEach
    void placeTheExample() throws IOException {
        Files.createDirectory(home.resolve("examples"));
        Files.writeString(home.resolve("examples/SmaCross.java"), "class SmaCross extends Strategy<SmaCross.P> {}");
    }

    @Test
    void exampleIsCopiedUnderTheNewName() {
        Screen screen = new Screen(home);

        assertThat(screen.enter(Main.commands(), "new", "strategy", "MyIdea", "--dir", home + "/mine"))
                .isEqualTo(ExitCode.DONE);
        assertThat(home.resolve("mine/MyIdea.java")).hasContent("class MyIdea extends Strategy<MyIdea.P> {}");
        assertThat(screen.out()).contains("run it: fulmar backtest");
    }

    @Test
    void fileThatIsThereIsNotOverwritten() throws IOException {
        Files.writeString(home.resolve("MyIdea.java"), "years of work");
        Screen screen = new Screen(home);

        assertThat(screen.enter(Main.commands(), "new", "strategy", "MyIdea", "--dir", home.toString()))
                .isEqualTo(ExitCode.CONFIGURATION);
        assertThat(home.resolve("MyIdea.java")).hasContent("years of work");
    }

    @Test
    void nameThatIsNoClassNameIsRefused() {
        assertThat(new Screen(home).enter(Main.commands(), "new", "strategy", "my-idea"))
                .isEqualTo(ExitCode.USAGE);
    }
}
