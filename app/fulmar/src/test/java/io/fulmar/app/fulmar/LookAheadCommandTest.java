package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookAheadCommandTest {
    @TempDir
    private Path folder;

    private Playground play = new Playground(Path.of("."));
    private Path csv = Path.of(".");

    @BeforeEach
    void aMarket() {
        play = new Playground(folder);
        csv = play.minutes(3, 6_000);
    }

    /** Writes prices down in a first run, and buys in the second what will rise. */
    private Path rememberer() {
        return play.strategy("Rememberer", """
                  static final java.util.List<Double> SEEN = new java.util.ArrayList<>();
                  int bar;

                  @Override public void onBar(Bar now) {
                    if (SEEN.size() == bar) SEEN.add(now.close());
                    boolean rises = bar + 3 < SEEN.size() && SEEN.get(bar + 3) > now.close();
                    bar++;
                    if (flat() && (rises || bar % 40 == 0)) buy(equityPercent(50));
                    else if (holding() && bar % 7 == 0) exit("over");
                  }
                """);
    }

    /** Reads the very file that it is tested on, and buys when the next close is higher. */
    private Path reader() {
        return play.strategy("Reader", """
                  final java.util.List<Double> closes = new java.util.ArrayList<>();
                  int bar;

                  public Reader() {
                    try (var lines = java.nio.file.Files.lines(java.nio.file.Path.of("FILE"))) {
                      lines.skip(1).forEach(line -> closes.add(Double.parseDouble(line.split(",")[4])));
                    } catch (java.io.IOException e) {
                      throw new java.io.UncheckedIOException(e);
                    }
                  }

                  @Override public void onBar(Bar now) {
                    boolean rises = bar + 1 < closes.size() && closes.get(bar + 1) > closes.get(bar);
                    bar++;
                    if (flat() && rises) buy(equityPercent(50));
                    else if (holding() && !rises) exit("seen");
                  }
                """.replace("FILE", csv.toString()));
    }

    private ExitCode lookAhead(Path strategy, String... more) {
        String[] words = {
            "lookahead", strategy.toString(), "--csv", csv.toString(), "--symbol", "BTC/USDT:USDT", "--timeframe", "1m"
        };
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return play.enter(all);
    }

    @Test
    void aCleanStrategyPassesWhetherCodedOrPlanned() {
        for (String name : new String[] {"SmaCross", "SmaCrossPlan"}) {
            assertThat(lookAhead(Playground.example(name), "--cuts", "5", "--json"))
                    .as(play.stderr())
                    .isEqualTo(ExitCode.DONE);
            assertThat(play.stdout()).contains("\"clean\":true", "\"cuts\":5", "\"findings\":[]", "\"reads\":[]");
            assertThat(play.value("settledBars")).isEqualTo("128");
        }
    }

    @Test
    void whatAnEarlierRunLeftBehindIsFoundAndShown() {
        assertThat(lookAhead(rememberer(), "--cuts", "3")).isEqualTo(ExitCode.FAILED);
        assertThat(play.stdout()).contains("OTHER DECISIONS at 3 of 3 cuts", "with all data: nothing", "BUY");
    }

    @Test
    void whoReadsTheFutureFromAFileIsFoundOnOtherMarkets() {
        assertThat(lookAhead(reader(), "--cuts", "2")).isEqualTo(ExitCode.FAILED);
        assertThat(play.stdout())
                .contains(
                        "shorter data    the same decisions",
                        "IT KNOWS THE REAL ONE",
                        "Reader.java:10",
                        "reads outside");
    }

    @Test
    void everyBacktestLooksAtASampleAndSaysSoInRed() throws IOException {
        assertThat(play.backtest(rememberer(), csv, "--json")).isEqualTo(ExitCode.DONE);
        assertThat(play.stdout()).contains("\"code\":\"LOOK_AHEAD\"");
        assertThat(Files.readString(play.out().resolve("report.html")))
                .contains("class=\"banner alarm\"", "It knows the future");

        assertThat(play.backtest(Playground.example("SmaCross"), csv, "--json")).isEqualTo(ExitCode.DONE);
        assertThat(play.stdout()).doesNotContain("LOOK_AHEAD", "READS_OUTSIDE");
        assertThat(Files.readString(play.out().resolve("report.html"))).doesNotContain("banner alarm");

        assertThat(play.backtest(reader(), csv, "--json")).isEqualTo(ExitCode.DONE);
        assertThat(play.stdout()).contains("\"code\":\"READS_OUTSIDE\"");
    }

    @Test
    void whatAStrategyPrintsIsNotPrintedAgainByTheSample() {
        Path talker = play.strategy("Talker", """
                  int bar;

                  @Override public void onBar(Bar now) {
                    bar++;
                    if (bar == 10) System.out.println("hello");
                    if (flat() && bar % 50 == 0) buy(equityPercent(50));
                    else if (holding() && bar % 60 == 0) exit("over");
                  }
                """);
        assertThat(play.backtest(talker, csv)).isEqualTo(ExitCode.DONE);
        assertThat(play.stderr().split("hello", -1)).hasSize(2);
    }

    @Test
    void flowsCannotBeCut() {
        assertThat(play.enter(
                        "lookahead", Playground.example("MarketMaker").toString(), "--data", "synth:7,kind=l2,days=1"))
                .isEqualTo(ExitCode.CONFIGURATION);
        assertThat(play.stderr()).contains("only runs on bars can be cut");
    }
}
