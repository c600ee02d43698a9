package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a strategy does wrong ends with its file and line, an exit code, and nothing written. */
class BadStrategyTest {
    @TempDir
    Path folder;

    Playground play;
    Path csv;

    @BeforeEach
    void open() {
        play = new Playground(folder);
        csv = play.minutes(1, 300);
    }

    @AfterEach
    void nothingIsWrittenAndNoStackIsShown() {
        assertThat(play.out()).doesNotExist();
        assertThat(play.stdout()).isEmpty();
        assertThat(play.stderr()).doesNotContain("\tat ", "Exception in thread").contains("error[FUL-");
        assertThat(folder.toFile().list((_, name) -> name.startsWith("."))).isEmpty();
    }

    private void failsWith(ExitCode code, Path strategy, String... more) {
        assertThat(play.backtest(strategy, csv, more)).as(play.stderr()).isEqualTo(code);
    }

    @Test
    void everyCompilerErrorHasItsPlaceAndCaret() {
        Path file = play.strategy(
                "Wrong", "  public void onBar(Bar bar) {\n    String x = 3;\n    int y = undefined;\n  }");
        failsWith(ExitCode.FAILED, file);
        assertThat(play.stderr())
                .contains("error[FUL-S001]: incompatible types: int cannot be converted to")
                .contains("--> " + file + ":7:16\n          String x = 3;\n                     ^")
                .contains("--> " + file + ":8:13")
                .contains("2 errors in all");
    }

    @Test
    void internalsOfTheProgramAreNotThereForAStrategy() {
        Path file = play.file("Nosy.java", "import io.fulmar.engine.Desk;\npublic class Nosy {}");
        failsWith(ExitCode.FAILED, file);
        assertThat(play.stderr()).contains("package io.fulmar.engine does not exist", file + ":1:");
        Path sly = play.strategy("Sly", """
                  public void onBar(Bar bar) {
                    try { Class.forName("io.fulmar.engine.Desk"); }
                    catch (ClassNotFoundException e) { throw new IllegalStateException(e.getMessage()); }
                  }
                """);
        failsWith(ExitCode.FAILED, sly);
        assertThat(play.stderr()).contains("io.fulmar.engine.Desk is internal");
    }

    @Test
    void fileWithoutAStrategySaysWhatItHolds() {
        failsWith(ExitCode.FAILED, play.file("Idea.java", "class Other {}"));
        assertThat(play.stderr()).contains("FUL-S005", "it has no class Idea", "the file holds Other");
        failsWith(ExitCode.FAILED, play.file("Idea.java", "public class Idea {}"));
        assertThat(play.stderr()).contains("does not extend Strategy or PlannedStrategy");
        failsWith(ExitCode.FAILED, play.file("Idea.java", """
                        import io.fulmar.strategy.*;
                        public class Idea extends Strategy {
                          public void onBar(Bar bar) {}
                        }
                        """));
        assertThat(play.stderr()).contains("names no record of parameters");
    }

    @Test
    void thrownExceptionIsReportedAtItsLine() {
        Path file = play.strategy("Divides", "  int zero;\n  public void onBar(Bar bar) {\n    int x = 1 / zero;\n  }");
        failsWith(ExitCode.FAILED, file);
        assertThat(play.stderr())
                .contains("error[FUL-S002]: the strategy threw ArithmeticException: / by zero")
                .contains("--> " + file + ":8\n      int x = 1 / zero;");
    }

    @Test
    void mistakeInTheConstructorIsReportedAtItsLine() {
        Path file =
                play.strategy("Unknown", "  final Series x = indicator(\"smaa\", 3);\n  public void onBar(Bar b) {}");
        failsWith(ExitCode.FAILED, file);
        assertThat(play.stderr()).contains("there is no indicator 'smaa'", "--> " + file + ":6");
    }

    @Test
    void seriesInsideAHandlerIsRefused() {
        Path file = play.strategy("Late", "  public void onBar(Bar bar) { sma(3).now(); }");
        failsWith(ExitCode.FAILED, file);
        assertThat(play.stderr()).contains("declare it in a field", "--> " + file + ":6");
    }

    @Test
    void endlessLoopIsFoundInHandlerConstructorAndPlan() {
        String loop = "while (!Thread.currentThread().isInterrupted()) {}";
        Path handler = play.strategy("Loops", "  public void onBar(Bar bar) {\n    " + loop + "\n  }");
        failsWith(ExitCode.FAILED, handler, "--strategy-timeout", "300ms");
        assertThat(play.stderr()).contains("makes no progress for 300 ms", "--> " + handler + ":7");
        Path constructor =
                play.strategy("Hangs", "  Hangs() {\n    " + loop + "\n  }\n  public void onBar(Bar bar) {}");
        failsWith(ExitCode.FAILED, constructor, "--strategy-timeout", "300ms");
        assertThat(play.stderr()).contains("--> " + constructor + ":7");
        Path plan = play.file("Plans.java", """
                import io.fulmar.strategy.*;
                public class Plans extends PlannedStrategy<Plans.P> {
                  public record P() {}
                  public Plan plan() {
                    LOOP
                    throw new IllegalStateException();
                  }
                }
                """.replace("LOOP", loop));
        failsWith(ExitCode.FAILED, plan, "--strategy-timeout", "300ms");
        assertThat(play.stderr()).contains("--> " + plan + ":5");
    }

    @Test
    void planThatIsNullIsTheStrategysMistake() {
        Path file = play.file("Nothing.java", """
                import io.fulmar.strategy.*;
                public class Nothing extends PlannedStrategy<Nothing.P> {
                  public record P() {}
                  public Plan plan() { return null; }
                }
                """);
        failsWith(ExitCode.FAILED, file);
        assertThat(play.stderr()).contains("Nothing.plan() returned null", file.toString());
    }

    @Test
    void callThatWouldEndTheProgramIsRefused() {
        Path file = play.strategy("Leaves", "  public void onBar(Bar bar) {\n    System.exit(0);\n  }");
        failsWith(ExitCode.FAILED, file);
        assertThat(play.stderr()).contains("must not end the program", "--> " + file + ":7\n      System.exit(0);");
    }

    @Test
    void endlessRecursionIsNamed() {
        Path file =
                play.strategy("Deep", "  int f(int n) { return f(n + 1) + 1; }\n  public void onBar(Bar b) { f(0); }");
        failsWith(ExitCode.FAILED, file);
        assertThat(play.stderr()).contains("calls itself without end", "--> " + file + ":6");
    }

    @Test
    void shortageOfMemoryIsReportedAtItsLine() {
        Path file = play.strategy(
                "Eats", "  public void onBar(Bar bar) {\n    throw new OutOfMemoryError(\"as if\");\n  }");
        failsWith(ExitCode.FAILED, file);
        assertThat(play.stderr()).contains("error[FUL-S004]: out of memory", "--> " + file + ":7");
    }

    @Test
    void wrongParametersAreUsageErrorsWithASuggestion() {
        Path sma = Playground.example("SmaCross");
        failsWith(ExitCode.USAGE, sma, "--param", "fats=3");
        assertThat(play.stderr()).contains("FUL-U009", "unknown parameter 'fats': did you mean 'fast'?");
        failsWith(ExitCode.USAGE, sma, "--param", "fast=0");
        assertThat(play.stderr()).contains("it must lie within 1..20000");
        failsWith(ExitCode.USAGE, sma, "--param", "stop=0.12345");
        failsWith(ExitCode.USAGE, sma, "--param", "SmaCros.fast=3");
        assertThat(play.stderr()).contains("did you mean 'SmaCross'?");
        failsWith(ExitCode.USAGE, sma, "--share", "SmaCross=101%");
        Path related = play.file("Related.java", """
                import io.fulmar.strategy.*;
                public class Related extends Strategy<Related.P> {
                  public record P(@Range("1..9 default 5") int fast, @Range("1..9 default 4") int slow) {
                    public P { if (fast >= slow) throw new IllegalArgumentException("fast must be below slow"); }
                  }
                  public void onBar(Bar bar) {}
                }
                """);
        failsWith(ExitCode.USAGE, related);
        assertThat(play.stderr()).contains("fast must be below slow (fast=5, slow=4)");
    }

    @Test
    void strategyThatIsNotUtf8IsRefused() throws Exception {
        Path file = Files.write(folder.resolve("Latin.java"), new byte[] {'/', '/', (byte) 0xe9});
        failsWith(ExitCode.FAILED, file);
        assertThat(play.stderr()).contains("not UTF-8");
    }
}
