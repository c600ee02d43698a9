package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Symbol;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backtests and sweeps on bars of any kind. */
class KindRunTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_704_067_200L * SECOND;
    private static final String BTC = "BTC/USDT:USDT";

    @TempDir
    Path folder;

    private Playground play;

    @BeforeEach
    void open() {
        play = new Playground(folder);
    }

    private String lake() {
        return folder.resolve("lake").toString();
    }

    /** Two days, a trade every few seconds. */
    private void trade() {
        Rows rows = new Rows(Kind.Events.TRADES);
        var random = new SplittableRandom(9);
        long time = START;
        double price = 30_000;
        for (int i = 0; i < 40_000; i++) {
            time += random.nextLong(8 * SECOND);
            price *= 1 + (random.nextDouble() - 0.5) * (random.nextInt(2_000) == 0 ? 0.04 : 0.001);
            rows.trade(time, time, Math.round(price * 10) / 10.0, random.nextInt(1, 3_000) / 1_000.0, 1, i);
        }
        var dataset = new Dataset("here", Symbol.parse(BTC), Kind.Events.TRADES);
        try (DatasetWriter writer = Lake.open(folder.resolve("lake")).write(dataset, new Scales(1, 3))) {
            writer.append(rows);
            writer.commit();
        }
    }

    private ExitCode run(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "backtest", Playground.example("SmaCross").toString(), "--param", "fast=3", "--param", "slow=8"));
        words.addAll(List.of("--param", "stop=1", "--out", play.out().toString(), "--json"));
        words.addAll(List.of(more));
        return play.enter(words.toArray(String[]::new));
    }

    private ExitCode onLake(String... more) {
        List<String> words = new ArrayList<>(List.of("--data", "lake", "--lake", lake()));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    @Test
    void aBacktestRunsOnEveryKindThatTradesMake() {
        trade();
        for (String kind : List.of(
                "5m",
                "1h@NSE",
                "tick:200",
                "volume:300",
                "value:5000000",
                "range:0.3%",
                "renko:0.3%",
                "renko:atr14@5m",
                "ha:15m",
                "ha:renko:0.3%")) {
            assertThat(onLake("--bars", kind)).as(kind + play.stderr()).isEqualTo(ExitCode.DONE);
            assertThat(play.value("timeframe")).isEqualTo(kind);
        }
        onLake("--bars", "renko:0.3%");
        String hash = play.value("hash");
        onLake("--bars", "renko:0.3%");
        assertThat(play.value("hash")).isEqualTo(hash);
        assertThat(play.stdout()).contains("--bars renko:0.3%");
        assertThat(play.value("trades")).isNotEqualTo("0");
    }

    private ExitCode keep(String... more) {
        List<String> words = new ArrayList<>(List.of("data", "bars", "--lake", lake(), "--symbol", BTC));
        words.addAll(List.of(more));
        return play.enter(words.toArray(String[]::new));
    }

    @Test
    void barsThatTheLakeKeepsGiveTheRunThatTheirTradesGive() {
        trade();
        for (String kind : List.of("renko:0.3%", "tick:200", "ha:15m")) {
            onLake("--bars", kind);
            String hash = play.value("hash");
            String data = play.value("dataHash");
            assertThat(keep("--kind", kind, "--json")).as(play.stderr()).isEqualTo(ExitCode.DONE);
            String bars = play.value("bars");
            assertThat(play.value("added")).isEqualTo(bars).isNotEqualTo("0");
            assertThat(onLake("--bars", kind)).as(play.stderr()).isEqualTo(ExitCode.DONE);
            assertThat(play.value("dataHash")).as(kind).isEqualTo(data);
            assertThat(play.value("hash")).as(kind).isEqualTo(hash);
            assertThat(play.stdout()).contains("\"rows\":" + bars);
            keep("--kind", kind, "--json");
            assertThat(play.value("added")).as("made again").isEqualTo("0");
        }
    }

    @Test
    void otherBarsOfAKindThatTheLakeHasAreRefused() {
        trade();
        keep("--kind", "5m");
        Path csv = play.minutes(5, 3_000);
        play.enter(
                "data",
                "import",
                csv.toString(),
                "--lake",
                lake(),
                "--venue",
                "here",
                "--symbol",
                BTC,
                "--timeframe",
                "1m");
        assertThat(keep("--kind", "ha:5m", "--from", "1m")).isEqualTo(ExitCode.DONE);
        assertThat(keep("--kind", "ha:5m")).isEqualTo(ExitCode.DATA);
        assertThat(play.stderr()).contains("the lake has other bars of ha:5m, from the 1. on", "--out bars.feather");
        assertThat(keep("--kind", "tick:5", "--from", "1m")).isEqualTo(ExitCode.DATA);
        assertThat(play.stderr()).contains("only of trades");
        assertThat(keep("--kind", "15m@NSE 09:30-15:00")).isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains("--out bars.feather");
        String out = folder.resolve("smoothed.feather").toString();
        assertThat(keep("--kind", "ha:15m", "--from", "5m", "--out", out)).isEqualTo(ExitCode.DONE);
        assertThat(folder.resolve("smoothed.feather")).exists();
    }

    @Test
    void candlesOfALakeAndOfAFileMakeTheSameBars() {
        Path csv = play.minutes(5, 5_000);
        play.enter(
                "data",
                "import",
                csv.toString(),
                "--lake",
                lake(),
                "--venue",
                "here",
                "--symbol",
                BTC,
                "--timeframe",
                "1m");
        for (String kind : List.of("renko:0.4%", "1h")) {
            assertThat(run("--csv", csv.toString(), "--symbol", BTC, "--timeframe", "1m", "--bars", kind))
                    .as(kind + play.stderr())
                    .isEqualTo(ExitCode.DONE);
            String hash = play.value("dataHash");
            assertThat(onLake("--bars", kind)).as(kind + play.stderr()).isEqualTo(ExitCode.DONE);
            assertThat(play.value("dataHash")).as(kind).isEqualTo(hash);
            assertThat(onLake("--bars", kind, "--timeframe", "1m")).isEqualTo(ExitCode.DONE);
            assertThat(play.value("dataHash")).as(kind).isEqualTo(hash);
        }
    }

    @Test
    void whatCannotBeMadeIsToldWithItsFix() {
        Path csv = play.minutes(5, 2_000);
        assertThat(run("--csv", csv.toString(), "--symbol", BTC, "--timeframe", "1m", "--bars", "tick:5"))
                .isEqualTo(ExitCode.DATA);
        assertThat(play.stderr()).contains("only of trades").contains("import trades into a lake");
        play.enter(
                "data",
                "import",
                csv.toString(),
                "--lake",
                lake(),
                "--venue",
                "here",
                "--symbol",
                BTC,
                "--timeframe",
                "1m");
        assertThat(onLake("--bars", "tick:5")).isEqualTo(ExitCode.DATA);
        assertThat(play.stderr()).contains("has no trades of");
        assertThat(run("--trades", csv.toString(), "--symbol", BTC, "--bars", "tick:5"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains("fulmar data import");
        assertThat(onLake("--bars", "brick:5")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aSweepOnBricksGoesThroughTheDeskAndCountsIt() {
        trade();
        ExitCode code = play.enter(
                "sweep",
                "run",
                Playground.example("SmaCrossPlan").toString(),
                "--data",
                "lake",
                "--lake",
                lake(),
                "--bars",
                "renko:0.3%",
                "--grid",
                "fast=3..6",
                "--grid",
                "slow=8,12",
                "--paths",
                "0",
                "--out",
                folder.resolve("sweep").toString(),
                "--json");
        assertThat(code).as(play.stderr()).isEqualTo(ExitCode.DONE);
        assertThat(play.stdout())
                .contains("bars of renko:0.3% are no bars of time")
                .contains("\"C\":8");
        assertThat(play.enter("sweep", "report", folder.resolve("sweep").toString()))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void theChecksOfARunKnowSuchBars() {
        trade();
        List<String> words = new ArrayList<>(
                List.of("lookahead", Playground.example("SmaCross").toString(), "--data", "lake", "--lake", lake()));
        words.addAll(List.of("--bars", "renko:0.3%", "--param", "fast=3", "--param", "slow=8"));
        assertThat(play.enter(words.toArray(String[]::new))).as(play.stderr()).isEqualTo(ExitCode.DONE);
        assertThat(play.stdout()).contains("only bars of time can be drawn anew");
    }
}
