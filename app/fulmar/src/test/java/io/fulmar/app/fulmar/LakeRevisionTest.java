package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result says which rows of a lake it came from, and what was begun on some does not go on with others. */
class LakeRevisionTest {
    private static final String SYMBOL = "SYN001/USDT:USDT";
    private static final Dataset BARS =
            new Dataset("synthetic", Symbol.parse(SYMBOL), new Kind.Candles(Timeframe.parse("15m")));

    @TempDir
    Path folder;

    private Playground playground = new Playground(Path.of("."));

    @BeforeEach
    void open() {
        playground = new Playground(folder);
        enter("data synth --days 40 --timeframe 15m --funding --lake " + lake());
    }

    private Path lake() {
        return folder.resolve("lake");
    }

    private void enter(String words) {
        assertThat(playground.enter(words.split(" "))).as(playground.stderr()).isEqualTo(ExitCode.DONE);
    }

    private void backtest(String words) {
        enter("backtest " + Playground.example("SmaCross") + " --timeframe 1h --symbol " + SYMBOL + " --json --out "
                + playground.out() + " " + words);
    }

    /** Puts another volume into the bar before the last one. */
    private void correct() {
        Lake lake = Lake.open(lake());
        Rows rows = new Rows(BARS.kind());
        try (DatasetReader reader = lake.read(BARS)) {
            reader.next(rows);
        }
        int bar = rows.size() - 2;
        double close = rows.numbers("close")[bar];
        Rows one = new Rows(BARS.kind(), 1);
        one.candle(rows.times()[bar], close, close, close, close, 1, close);
        try (DatasetWriter writer =
                lake.write(BARS, lake.state(BARS).orElseThrow().scales())) {
            writer.correct(one);
            writer.commit();
        }
    }

    @Test
    void aRunNamesTheDatasetsItReadAndTheirRevisions() {
        backtest("--data lake --lake " + lake());
        assertThat(playground.stdout())
                .contains("\"lake\":{\"folder\":\"" + lake().toAbsolutePath() + "\",\"datasets\":["
                        + "{\"dataset\":\"synthetic SYN001/USDT:USDT candles-15m\",\"path\":\"venue=synthetic/kind=candles-15m/"
                        + "symbol=SYN001%2FUSDT%3AUSDT\",\"revision\":0},"
                        + "{\"dataset\":\"synthetic SYN001/USDT:USDT funding\",\"path\":\"venue=synthetic/kind=funding/"
                        + "symbol=SYN001%2FUSDT%3AUSDT\",\"revision\":0}]}");
        String hash = playground.value("dataHash");
        correct();
        backtest("--data lake --lake " + lake());
        assertThat(playground.stdout()).contains("\"revision\":1},{\"dataset\":\"synthetic SYN001/USDT:USDT funding\"");
        assertThat(playground.value("dataHash")).isNotEqualTo(hash);
    }

    @Test
    void aRunOnAFileNamesNoLake() {
        backtest("--csv " + playground.minutes(5, 5_000));
        assertThat(playground.stdout()).contains("\"lake\":null");
    }

    @Test
    void aSweepDoesNotGoOnWithAnotherRevision() {
        Path out = folder.resolve("sweep");
        enter("sweep run " + Playground.example("SmaCrossPlan") + " --data lake --lake " + lake() + " --symbol "
                + SYMBOL + " --timeframe 1h --to 2024-01-25 --grid fast=5..15:5 --grid slow=20,40 --paths 0 --out "
                + out);
        enter("sweep resume " + out);
        correct(); // behind the swept bars, which are as they were
        assertThat(playground.enter("sweep", "resume", out.toString())).isNotEqualTo(ExitCode.DONE);
        assertThat(playground.stderr())
                .contains("FUL-W003")
                .contains(
                        "the data: SYN001/USDT:USDT at 1h came from synthetic SYN001/USDT:USDT candles-15m revision 0, "
                                + "synthetic SYN001/USDT:USDT funding revision 0, it comes from "
                                + "synthetic SYN001/USDT:USDT candles-15m revision 1, ");
        assertThat(Arrays.asList(out.toFile().list())).contains("results.arrow");
    }
}
