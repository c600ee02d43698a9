package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Decimal;
import io.fulmar.market.Flow;
import io.fulmar.simulation.market.MarketModel;
import io.fulmar.simulation.market.OrderFlow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quotes, trades and books from the command line to the files. */
class FlowRunTest {
    private static final long START = 1_704_067_200_000_000_000L;

    @TempDir
    Path folder;

    private Playground play;
    private Path maker;

    @BeforeEach
    void open() {
        play = new Playground(folder);
        maker = play.file("TouchMaker.java", """
                import io.fulmar.strategy.*;
                import java.time.Duration;

                public class TouchMaker extends FlowStrategy<TouchMaker.P> {
                  public record P(@Range("0.001..1 default 0.001") double size) {}
                  private long bid, offer, bidTicks, offerTicks;

                  { every(Duration.ofSeconds(1)); }

                  @Override public void onTimer(long time) {
                    var book = book();
                    if (!book.twoSided()) return;
                    if (working(bid) && bidTicks != book.bidTicks()) cancel(bid);
                    else if (!working(bid) && position() < 0.003) {
                      bidTicks = book.bidTicks();
                      bid = makeBid(book.bid(), p.size());
                    }
                    if (working(offer) && offerTicks != book.askTicks()) cancel(offer);
                    else if (!working(offer) && position() > -0.003) {
                      offerTicks = book.askTicks();
                      offer = makeOffer(book.ask(), p.size());
                    }
                  }
                }
                """);
    }

    private ExitCode run(String... more) {
        List<String> words = new ArrayList<>(
                List.of("backtest", maker.toString(), "--out", play.out().toString(), "--json"));
        words.addAll(List.of(more));
        return play.enter(words.toArray(String[]::new));
    }

    /** A book of five minutes as a file; with a hole in its sequence if wanted. */
    private Path levels(boolean gap) {
        Flow flow = OrderFlow.of(3, OrderFlow.seconds(3, MarketModel.QUEUED, START, 300));
        StringBuilder text = new StringBuilder("received,time,kind,price,quantity,sequence\n");
        List<String> words = List.of("bid", "ask", "buy", "sell");
        long message = 1;
        for (int event = 1; event < flow.size(); event++) {
            text.append(flow.receiveTimes()[event])
                    .append(',')
                    .append(flow.venueTimes()[event])
                    .append(',')
                    .append(message == 1 ? "snapshot-" : "")
                    .append(words.get(flow.kind(event)))
                    .append(',')
                    .append(flow.ticks()[event] * 5)
                    .append(',')
                    .append(Decimal.of(flow.lots()[event], 3))
                    .append(',')
                    .append(message)
                    .append('\n');
            if ((flow.kinds()[event] & Flow.LAST) != 0) {
                message += gap && event > flow.size() / 2 && event < flow.size() / 2 + 10 ? 2 : 1;
            }
        }
        return play.file("levels.csv", text.toString());
    }

    @Test
    void bookOfAFileMakesAResultAndTheSameOneAgain() {
        Path levels = levels(false);

        assertThat(run(
                        "--l2",
                        levels.toString(),
                        "--tick",
                        "5",
                        "--lot",
                        "0.001",
                        "--maker-bps",
                        "-1",
                        "--fee-bps",
                        "4"))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);

        assertThat(play.number("fills")).isGreaterThan(20);
        assertThat(play.number("bars")).isEqualTo(300);
        assertThat(play.value("timeframe")).isEqualTo("1s");
        String hash = play.value("hash");
        assertThat(play.stdout()).doesNotContain("DATA_GAPS");
        run("--l2", levels.toString(), "--tick", "5", "--lot", "0.001", "--maker-bps", "-1", "--fee-bps", "4");
        assertThat(play.value("hash")).isEqualTo(hash);
        run(
                "--l2",
                levels.toString(),
                "--tick",
                "5",
                "--lot",
                "0.001",
                "--latency",
                "400ms,300ms",
                "--queue",
                "power:2");
        assertThat(play.value("hash")).as("another latency, another run").isNotEqualTo(hash);
    }

    @Test
    void gapInTheFileIsCountedInTheResult() {
        assertThat(run("--l2", levels(true).toString(), "--tick", "5"))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);

        assertThat(play.stdout()).contains("DATA_GAPS");
    }

    @Test
    void madeUpBarsNeedNoFileAndTellTheirSeed() {
        assertThat(play.enter(
                        "backtest",
                        Playground.example("SmaCross").toString(),
                        "--data",
                        "synth:7,kind=bars,days=1",
                        "--out",
                        play.out().toString(),
                        "--json"))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);

        assertThat(play.value("seed")).isEqualTo("7");
        assertThat(play.number("bars")).isEqualTo(1440);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --data synth:x                             | write synth:SEED,kind=l2,days=1
            --data synth:1,kind=ticks                  | it is one of: bars, quotes, trades, l2
            --data synth:1,kind=l2,days=99             | at most 10 days
            --data synth:1,hours=3                     | after the seed come kind=, days= and markets=
            --data synth:1 --l2 book.csv               | one source of data
            --l2 book.csv --trades t.csv               | one source of data
            --data synth:1,kind=l2 --queue first       | risk-averse, log, or power:N
            --data synth:1,kind=l2 --latency 1ms,2,3   | write one time or two
            --csv b.csv --symbol A/B --latency 1ms     | it goes with --l2
            --l2 missing.csv                           | check the path
            """)
    void whatCannotBeUsedIsToldWithItsFix(String words, String fix) {
        ExitCode code = run(words.split(" "));

        assertThat(code).isIn(ExitCode.USAGE, ExitCode.DATA);
        assertThat(play.stderr()).contains(fix);
    }

    @Test
    void samplesOfLatencyAreReadAndBadOnesRefusedByLine() {
        Path good = play.file("good.csv", "entry_ns,response_ns\n1000000,900000\n2000000,800000\n");
        Path bad = play.file("bad.csv", "entry_ns,response_ns\n1000000,fast\n");
        String levels = levels(false).toString();

        assertThat(run("--l2", levels, "--tick", "5", "--latency", good.toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(run("--l2", levels, "--tick", "5", "--latency", bad.toString()))
                .isEqualTo(ExitCode.DATA);
        assertThat(play.stderr()).contains("bad.csv line 2");
    }
}
