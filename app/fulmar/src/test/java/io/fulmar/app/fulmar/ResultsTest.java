package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that stdout does not take are an error of every command that has results. */
class ResultsTest {
    @TempDir
    Path folder;

    /** A stdout that takes so many bytes and then fails. */
    private static OutputStream failing(int taken, String reason) {
        return new OutputStream() {
            private int left = taken;

            @Override
            public void write(int one) throws IOException {
                if (left-- <= 0) throw new IOException(reason);
            }
        };
    }

    private Screen fails(OutputStream stdout, String... words) {
        Screen screen = new Screen(Playground.ROOT, stdout);
        assertThat(screen.enter(Main.commands(), words))
                .as(String.join(" ", words) + screen.err())
                .isEqualTo(ExitCode.CONFIGURATION);
        assertThat(screen.err())
                .contains("error[FUL-C002]: the result cannot be written to stdout: No space left", "= help:");
        return screen;
    }

    @Test
    void everyCommandSaysThatItsResultWasNotTaken() {
        Playground play = new Playground(folder);
        String csv = play.minutes(1, 300).toString();
        String returns = play.file("returns.csv", "time,return\n2024-01-01,0.1\n2024-01-02,-0.1\n")
                .toString();
        String sma = Playground.example("SmaCross").toString();
        String out = play.out().toString();
        List<String> backtest =
                List.of("backtest", sma, "--csv", csv, "--symbol", "A/B", "--timeframe", "1m", "--out", out, "--json");
        for (List<String> words : List.<List<String>>of(
                backtest,
                backtest.subList(0, backtest.size() - 1),
                List.of("report", out),
                List.of("report", out, "--json"),
                List.of("indicator", "eval", "--csv", csv, "--expr", "sma(3)"),
                List.of("indicator", "eval", "--csv", csv, "--expr", "sma(3)", "--json"),
                List.of("metrics", "--csv", returns),
                List.of("metrics", "--csv", returns, "--json"),
                List.of("explain", "FUL-U001"),
                List.of("doctor"),
                List.of("version"),
                List.of("completion", "bash"),
                List.of("new", "strategy", "Mine", "--dir", folder.toString()),
                List.of("help"),
                List.of("backtest", "--help"),
                List.of())) {
            fails(failing(0, "No space left on device"), words.toArray(String[]::new));
        }
        assertThat(play.out().resolve("report.html")).isRegularFile();
    }

    @Test
    void aResultThatIsCutOffIsNotTaken() {
        fails(failing(10, "No space left on device"), "help");
    }

    @Test
    void anEarlierErrorKeepsItsExitCode() {
        Screen screen = new Screen(folder, failing(0, "No space left on device"));
        assertThat(screen.enter(Main.commands(), "explain", "FUL-Z999")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoError() {
        Screen screen = new Screen(folder, failing(10, "Broken pipe"));
        assertThat(screen.enter(Main.commands(), "help")).isEqualTo(ExitCode.DONE);
        assertThat(screen.err()).isEmpty();
    }
}
