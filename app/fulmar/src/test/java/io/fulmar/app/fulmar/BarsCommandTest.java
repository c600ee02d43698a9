package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Symbol;
import io.fulmar.store.lake.ArrowReader;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarsCommandTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path folder;

    private Playground play;
    private Path lake;
    private Path out;

    @BeforeEach
    void fillALake() {
        play = new Playground(folder);
        lake = folder.resolve("lake");
        out = folder.resolve("bars.feather");
        fill("nowhere");
    }

    /** Prices 100.0, 101.0, ... 109.0, a trade of 0.5 a second. */
    private void fill(String venue) {
        var trades = new Dataset(venue, Symbol.parse("BTC/USDT:USDT"), Kind.Events.TRADES);
        try (DatasetWriter writer = Lake.open(lake).write(trades, new Scales(1, 3))) {
            Rows rows = new Rows(trades.kind());
            for (int i = 0; i < 10; i++) {
                long time = (1_700_000_040L + i) * SECOND;
                rows.trade(time, time, 100 + i, 0.5, 1, i);
            }
            writer.append(rows);
            writer.commit();
        }
    }

    private ExitCode bars(String kind, String... more) {
        String[] words = {
            "data",
            "bars",
            "--lake",
            lake.toString(),
            "--symbol",
            "BTC/USDT:USDT",
            "--from",
            "ticks",
            "--kind",
            kind,
            "--out",
            out.toString()
        };
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return play.enter(all);
    }

    @Test
    void bricksOfALakeBecomeAFile() throws IOException {
        assertThat(bars("renko:3", "--json")).isEqualTo(ExitCode.DONE);

        assertThat(play.stdout())
                .contains("\"kind\":\"renko:3\",\"trades\":10,\"outside\":0,\"bars\":3,\"incomplete\":0")
                .contains("\"from\":\"2023-11-14T22:14:00Z\",\"to\":\"2023-11-14T22:14:09Z\"");
        try (ArrowReader file = ArrowReader.open(out)) {
            assertThat(file.rows()).isEqualTo(3);
        }
    }

    @Test
    void everyKindIsMadeAndAnIncompleteBarIsToldOf() {
        for (String kind : new String[] {
            "5s", "1M", "tick:4", "volume:2", "value:300", "range:2", "range:1.5%", "renko:1%", "renko:atr2@2s", "ha:3s"
        }) {
            assertThat(bars(kind)).as(kind).isEqualTo(ExitCode.DONE);
            assertThat(play.stdout()).contains("bars of " + kind + " from 10 trades");
        }
        bars("tick:4");
        assertThat(play.stdout()).contains("3 bars of tick:4").contains("1 of them are not complete");
        bars("1h@NSE");
        assertThat(play.stdout()).contains("0 bars of 1h@NSE").contains("10 trades belong to no bar");
    }

    @Test
    void whatCannotBeMadeIsToldWithItsFixAndLeavesNoFile() {
        assertThat(bars("brick:5")).isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains("nothing is called brick").contains("docs/bars.md");
        assertThat(bars("renko:0.05")).isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains("not a multiple of the tick 0.1");
        assertThat(bars("5s", "--venue", "elsewhere")).isEqualTo(ExitCode.DATA);
        assertThat(play.stderr()).contains("the lake has no trades of BTC/USDT:USDT at elsewhere");
        fill("here");
        assertThat(bars("5s")).isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains("--venue here or --venue nowhere");
        assertThat(bars("5s", "--venue", "here")).isEqualTo(ExitCode.DONE);
        assertThat(Files.exists(out)).isTrue();
    }
}
