package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several strategies on one account, and one strategy in several seats. */
class SeveralSeatsTest {
    private static final Path SMA = Playground.example("SmaCross");
    private static final Path RSI = Playground.example("RsiMeanReversion");

    @TempDir
    Path folder;

    Playground play;

    @BeforeEach
    void open() {
        play = new Playground(folder);
    }

    private void runs(String... more) {
        assertThat(play.backtest(SMA, play.minutes(7, 6000), more))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);
    }

    private void fails(String message, String... more) {
        assertThat(play.backtest(SMA, play.minutes(7, 300), more)).isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains(message, "= help:");
    }

    /** When the trades of one seat began and ended. */
    private List<String> times(String seat) {
        return trades(seat).stream()
                .map(row -> row.split(",", -1))
                .map(row -> row[2] + " " + row[4])
                .toList();
    }

    /** The rows of one seat, without its number and name. */
    private List<String> trades(String seat) {
        return play.table("trades.csv").stream()
                .filter(row -> row[1].equals(seat))
                .map(row -> String.join(",", Arrays.copyOfRange(row, 2, row.length)))
                .toList();
    }

    @Test
    void aFileGivenTwiceTakesPartTwiceEachWithItsOwnParameters() {
        runs("--param", "fast=5", "--param", "slow=40", "--share", "SmaCross=40%");
        List<String> quick = times("SmaCross");
        runs("--param", "fast=30", "--param", "slow=40", "--share", "SmaCross=40%");
        List<String> slow = times("SmaCross");
        String again = SMA.resolveSibling("../examples/SmaCross.java").toString();

        runs(
                again,
                "--json",
                "--param",
                "slow=40",
                "--param",
                "SmaCross#1.fast=5",
                "--param",
                "SmaCross#2.fast=30",
                "--share",
                "SmaCross=40%");
        assertThat(times("SmaCross#1")).isEqualTo(quick).isNotEqualTo(slow);
        assertThat(times("SmaCross#2")).isEqualTo(slow);
        assertThat(play.stdout())
                .contains("\"name\":\"SmaCross#1\"", "\"fast\":\"5\"", "\"name\":\"SmaCross#2\"", "\"fast\":\"30\"")
                .contains("\"sharePpm\":400000");
    }

    @Test
    void whatIsSaidOfTheClassHoldsForAllItsSeatsUnlessOneIsNamed() {
        runs(
                SMA.toString(),
                SMA.toString(),
                "--json",
                "--param",
                "fast=7",
                "--param",
                "SmaCross.fast=8",
                "--param",
                "SmaCross#3.fast=9",
                "--share",
                "SmaCross=20%",
                "--share",
                "SmaCross#2=30%");
        assertThat(play.stdout().split("\"fast\":\"8\"", -1).length - 1).isGreaterThanOrEqualTo(2);
        assertThat(play.stdout()).contains("\"fast\":\"9\"", "\"sharePpm\":200000", "\"sharePpm\":300000");
        assertThat(play.stdout()).doesNotContain("\"fast\":\"7\"");
    }

    @Test
    void aParameterForAllIsForThoseThatHaveIt() {
        runs(RSI.toString(), "--param", "fast=7", "--json");
        assertThat(play.stdout()).contains("\"fast\":\"7\"");
        fails("no strategy of this run has a parameter 'fats'", RSI.toString(), "--param", "fats=7");
        assertThat(play.stderr()).contains("did you mean 'fast'?");
    }

    @Test
    void aSeatThatIsNotThereIsNamed() {
        fails("names no strategy of this run: SmaCross#3", SMA.toString(), "--param", "SmaCross#3.fast=9");
        assertThat(play.stderr()).contains("SmaCross#1, SmaCross#2");
    }

    @Test
    void limitsOfAClassHoldForAllItsSeats() {
        Path file = play.file(
                "risk.json",
                "{\"strategies\":{\"SmaCross#2\":{\"positionShare\":\"90%\"},\"SmaCross\":{\"positionShare\":\"1%\"}}}");
        runs(SMA.toString(), "--share", "SmaCross=40%", "--risk", file.toString(), "--json");
        assertThat(trades("SmaCross#1")).isEmpty();
        assertThat(trades("SmaCross#2")).isNotEmpty();
    }

    @Test
    void twoFilesOfOneNameAreRefusedByBothPaths() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other")).resolve("SmaCross.java");
        Files.copy(SMA, other);
        fails("two strategies are called SmaCross", other.toString());
        assertThat(play.stderr()).contains("  --> " + SMA, "  --> " + other);
    }
}
