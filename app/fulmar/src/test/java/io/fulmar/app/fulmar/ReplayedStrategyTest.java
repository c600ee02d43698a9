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

/** A strategy behind the hub does what it does in a backtest over the same rows. */
class ReplayedStrategyTest {
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

    private void trade(String venue) {
        Rows rows = new Rows(Kind.Events.TRADES);
        var random = new SplittableRandom(9);
        long time = START + 7 * SECOND;
        double price = 30_000;
        for (int i = 0; i < 30_000; i++) {
            time += random.nextLong(8 * SECOND);
            price *= 1 + (random.nextDouble() - 0.5) * 0.002;
            rows.trade(time, time, Math.round(price * 10) / 10.0, random.nextInt(1, 3_000) / 1_000.0, 1, i);
        }
        var dataset = new Dataset(venue, Symbol.parse(BTC), Kind.Events.TRADES);
        try (DatasetWriter writer = Lake.open(folder.resolve("lake")).write(dataset, new Scales(1, 3))) {
            writer.append(rows);
            writer.commit();
        }
    }

    private ExitCode run(List<String> command, String... more) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("--lake", lake(), "--symbol", BTC, "--fee-bps", "2", "--json"));
        words.addAll(List.of("--param", "fast=3", "--param", "slow=8", "--param", "stop=1"));
        words.addAll(List.of(more));
        return play.enter(words.toArray(String[]::new));
    }

    private ExitCode replay(String... more) {
        return run(
                List.of(
                        "data",
                        "replay",
                        "--strategy",
                        Playground.example("SmaCross").toString()),
                more);
    }

    private void sameAsTheBacktest(String... data) {
        List<String> words = List.of(
                "backtest",
                Playground.example("SmaCross").toString(),
                "--data",
                "lake",
                "--out",
                play.out().toString());
        assertThat(run(words, data)).as(play.stderr()).isEqualTo(ExitCode.DONE);
        String hash = play.value("hash");
        String decisions = play.value("decisionHash");
        String equity = play.value("finalEquity");
        String trades = play.value("trades");
        assertThat(trades).isNotEqualTo("0");
        assertThat(replay(data)).as(play.stderr()).isEqualTo(ExitCode.DONE);
        assertThat(play.stdout())
                .contains("\"strategy\":{\"bars\":")
                .contains("\"trades\":" + trades + ",")
                .contains("\"finalEquity\":" + equity)
                .contains("\"hash\":\"" + hash + "\",\"decisionHash\":\"" + decisions + "\"");
    }

    @Test
    void barsThatTheHubMakesOfTradesGiveTheTradesOfTheBacktest() {
        trade("here");
        sameAsTheBacktest("--bars", "5m");
        sameAsTheBacktest("--bars", "15m", "--from", "2024-01-01T06:00Z", "--trade-from", "2024-01-01T12:00Z");
    }

    @Test
    void barsThatTheLakeTellsGiveTheTradesOfTheBacktest() {
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
        sameAsTheBacktest("--timeframe", "1m");
        sameAsTheBacktest("--timeframe", "15m");
    }

    @Test
    void whatCannotBeReplayedIsToldWithItsFix() {
        trade("here");
        assertThat(replay("--bars", "renko:0.5%")).isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains("runs on bars of time").contains("--data lake --bars renko:0.5%");
        assertThat(replay("--bars", "5m", "--step")).isEqualTo(ExitCode.USAGE);
        assertThat(play.enter("data", "replay", "--lake", lake(), "--cash", "5"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains("add --strategy FILE");
        trade("there");
        assertThat(replay("--bars", "5m")).isNotEqualTo(ExitCode.DONE);
        assertThat(play.stderr()).contains("--venue here");
        assertThat(replay("--bars", "5m", "--venue", "here")).as(play.stderr()).isEqualTo(ExitCode.DONE);
    }
}
