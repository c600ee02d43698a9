package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.indicator.Definition;
import io.fulmar.indicator.Indicators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that read a file and print figures. */
class DataCommandsTest {
    @TempDir
    Path folder;

    private Path bars;
    private Path returns;

    @BeforeEach
    void writeFiles() throws IOException {
        bars = Files.writeString(folder.resolve("bars.csv"), """
                time,open,high,low,close,volume
                2024-01-01,1,2,1,1.5,10
                2024-01-02,1.5,2,1,2,10
                2024-01-03,2,4,2,4,12.5
                """);
        returns = Files.writeString(
                folder.resolve("returns.csv"), "time,return\n2024-01-01,0.1\n2024-01-02,-0.05\n2024-01-03,0.02\n");
    }

    @Test
    void indicatorsArePrintedAsColumnsWithTheTimesAsGiven() {
        Screen screen = new Screen(folder);

        ExitCode code = screen.enter(
                Main.commands(),
                "indicator",
                "eval",
                "--csv",
                bars.toString(),
                "--expr",
                "sma(2)",
                "--expr",
                "sma(volume,2)");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(screen.out()).isEqualTo("""
                        time,sma(2),"sma(volume,2)"
                        2024-01-01,,
                        2024-01-02,1.75,10.0
                        2024-01-03,3.0,11.25
                        """);
    }

    @Test
    void everyIndicatorCanBeAskedForByItsName() {
        for (Definition definition : Indicators.all()) {
            String output = definition.outputs().size() == 1
                    ? ""
                    : "." + definition.outputs().getFirst();
            String name = definition.name() + output;
            Screen screen = new Screen(folder);

            ExitCode code =
                    screen.enter(Main.commands(), "indicator", "eval", "--csv", bars.toString(), "--expr", name);

            assertThat(code).as(name).isEqualTo(ExitCode.DONE);
            assertThat(screen.out().lines()).as(name).hasSize(4).first().isEqualTo("time," + name);
        }
    }

    @Test
    void indicatorsAsJsonAreOneLine() {
        Screen screen = new Screen(folder);
        screen.enter(Main.commands(), "indicator", "eval", "--csv", bars.toString(), "--expr", "sma(2)", "--json");

        assertThat(screen.out()).isEqualTo("""
                        {"time":["2024-01-01","2024-01-02","2024-01-03"],"sma(2)":[null,1.75,3.0]}
                        """);
    }

    @Test
    void wrongExpressionIsPointedAt() {
        Screen screen = new Screen(folder);
        ExitCode code =
                screen.enter(Main.commands(), "indicator", "eval", "--csv", bars.toString(), "--expr", "smaa(2)");

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("smaa", "  --> --expr\n      smaa(2)\n      ^");
    }

    @Test
    void metricsAreNumbersByName() {
        Screen screen = new Screen(folder);
        Screen json = new Screen(folder);

        assertThat(screen.enter(Main.commands(), "metrics", "--csv", returns.toString()))
                .isEqualTo(ExitCode.DONE);
        json.enter(Main.commands(), "metrics", "--csv", returns.toString(), "--json");
        assertThat(screen.out()).containsPattern("sharpe +[0-9.]+\n");
        assertThat(json.out()).startsWith("{").contains("\"sharpe\":").hasLineCount(1);
    }

    @Test
    void missingOptionIsAUsageError() {
        assertThat(new Screen(folder).enter(Main.commands(), "metrics")).isEqualTo(ExitCode.USAGE);
        assertThat(new Screen(folder).enter(Main.commands(), "indicator", "eval", "--expr", "sma(2)"))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void badFilesAreDataErrorsThatNameTheFile() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.csv"), "time,open\n1,2\n");
        for (Path file : new Path[] {broken, folder.resolve("none.csv"), folder}) {
            Screen screen = new Screen(folder);
            assertThat(screen.enter(Main.commands(), "indicator", "eval", "--csv", file.toString(), "--expr", "sma(2)"))
                    .isEqualTo(ExitCode.DATA);
            assertThat(screen.err()).startsWith("error[FUL-D00").contains(file.toString());
            assertThat(new Screen(folder).enter(Main.commands(), "metrics", "--csv", file.toString()))
                    .isEqualTo(ExitCode.DATA);
        }
    }
}
