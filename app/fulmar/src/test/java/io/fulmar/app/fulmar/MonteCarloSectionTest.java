package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fan of a Monte Carlo in the report of the run it redrew. */
class MonteCarloSectionTest {
    private static final String SECTION = "<section id=montecarlo>";

    @TempDir
    Path folder;

    private Playground play;

    @BeforeEach
    void open() {
        play = new Playground(folder);
    }

    private String page() throws IOException {
        return Files.readString(play.out().resolve("report.html"));
    }

    @Test
    void theLastMonteCarloStandsInTheReportAndOnlyOnce() throws IOException {
        play.backtest(Playground.example("SmaCross"), play.minutes(1, 4_000), "--fee-bps", "4");
        String before = page();
        assertThat(before).doesNotContain(SECTION);
        String out = play.out().toString();
        assertThat(play.enter("montecarlo", out, "--paths", "50")).isEqualTo(ExitCode.DONE);
        String first = page();
        assertThat(first.split(SECTION, -1)).hasSize(2);
        assertThat(first).contains("redrawn 50 times", "Nothing was made worse");
        assertThat(play.enter("montecarlo", out, "--paths", "60", "--miss", "5%"))
                .isEqualTo(ExitCode.DONE);
        assertThat(page().split(SECTION, -1)).hasSize(2);
        assertThat(page()).contains("redrawn 60 times", "5.0 % of the entries are missed");
        assertThat(play.enter("montecarlo", out, "--paths", "50")).isEqualTo(ExitCode.DONE);
        assertThat(page()).as("the same draws, the same page").isEqualTo(first);
    }
}
