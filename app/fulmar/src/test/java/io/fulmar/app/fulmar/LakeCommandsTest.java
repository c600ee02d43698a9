package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.simulation.market.Candles;
import io.fulmar.simulation.market.SyntheticMarket;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that fill a lake and look into it, and runs on what lies there. */
class LakeCommandsTest {
    private static final int MINUTES = 20_000;
    private static final long START = 1_704_067_200_000_000_000L;
    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    private static final Symbol ETH = Symbol.parse("ETH/USDT:USDT");

    @TempDir
    Path folder;

    private Playground playground = new Playground(Path.of("."));

    @BeforeEach
    void open() {
        playground = new Playground(folder);
    }

    private Path lake() {
        return folder.resolve("lake");
    }

    /** The same minutes that {@link Playground#minutes} writes. */
    private void fill(Symbol symbol, long seed) {
        Candles made = SyntheticMarket.of(seed).bars(Timeframe.MINUTE, START, MINUTES);
        Rows rows = new Rows(new Kind.Candles(Timeframe.MINUTE), MINUTES);
        for (int i = 0; i < made.size(); i++) {
            rows.candle(
                    made.openTimes()[i],
                    made.opens()[i] / 100.0,
                    made.highs()[i] / 100.0,
                    made.lows()[i] / 100.0,
                    made.closes()[i] / 100.0,
                    made.volumes()[i],
                    Double.NaN);
        }
        Dataset dataset = new Dataset("binance", symbol, rows.kind());
        try (DatasetWriter writer = Lake.open(lake()).write(dataset, new Scales(2, 3))) {
            writer.append(rows);
            writer.commit();
        }
    }

    private void funding(Symbol symbol, double rate) {
        Rows rows = new Rows(Kind.Events.FUNDING, 100);
        for (int i = 1; i <= MINUTES / 480; i++) {
            rows.funding(START + i * 8L * Timeframe.HOUR.nanos(), rate, Double.NaN);
        }
        Dataset dataset = new Dataset("binance", symbol, rows.kind());
        try (DatasetWriter writer = Lake.open(lake()).write(dataset, new Scales(2, 3))) {
            writer.append(rows);
            writer.commit();
        }
    }

    private ExitCode run(String timeframe, String... more) {
        List<String> words = Stream.concat(
                        Stream.of(
                                "backtest",
                                Playground.example("SmaCross").toString(),
                                "--out",
                                playground.out().toString(),
                                "--timeframe",
                                timeframe,
                                "--json"),
                        Stream.of(more))
                .toList();
        return playground.enter(words.toArray(String[]::new));
    }

    private ExitCode runFromLake(String timeframe, String... more) {
        List<String> words = Stream.concat(Stream.of("--data", "lake", "--lake", lake().toString()), Stream.of(more))
                .toList();
        return run(timeframe, words.toArray(String[]::new));
    }

    @Test
    void barsOfALakeGiveTheSameRunAsTheSameBarsOfAFile() {
        fill(BTC, 5);
        Path csv = playground.minutes(5, MINUTES);
        for (String timeframe : List.of("1m", "15m", "4h")) {
            assertThat(run(timeframe, "--csv", csv.toString(), "--symbol", BTC.toString()))
                    .isEqualTo(ExitCode.DONE);
            String hash = playground.value("hash");
            String data = playground.value("dataHash");
            assertThat(runFromLake(timeframe, "--symbol", BTC.toString())).isEqualTo(ExitCode.DONE);
            assertThat(playground.value("dataHash")).as(timeframe).isEqualTo(data);
            assertThat(playground.value("hash")).as(timeframe).isEqualTo(hash);
        }
    }

    @Test
    void severalSymbolsOfALakeShareAnAccountAsSeveralFilesDo() {
        fill(BTC, 5);
        fill(ETH, 6);
        run(
                "15m",
                "--csv",
                BTC + "=" + playground.minutes(5, MINUTES),
                "--csv",
                ETH + "=" + playground.minutes(6, MINUTES));
        String hash = playground.value("hash");
        assertThat(runFromLake("15m", "--symbol", BTC + "," + ETH)).isEqualTo(ExitCode.DONE);
        assertThat(playground.value("hash")).isEqualTo(hash);
        assertThat(runFromLake("15m", "--symbol", BTC.toString(), "--symbol", ETH.toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(playground.value("hash")).isEqualTo(hash);
        assertThat(runFromLake("15m")).isEqualTo(ExitCode.DONE);
        assertThat(playground.value("hash")).isEqualTo(hash);
    }

    @Test
    void aRunReadsTheTimeItWasAskedFor() {
        fill(BTC, 5);
        assertThat(runFromLake("1h", "--from", "2024-01-03", "--to", "2024-01-09T12:00Z"))
                .isEqualTo(ExitCode.DONE);
        assertThat(playground.value("from")).isEqualTo("2024-01-03T00:00:00Z");
        assertThat(playground.value("to")).isEqualTo("2024-01-09T12:00:00Z");
        assertThat(runFromLake("1h", "--from", "2030-01-01")).isEqualTo(ExitCode.DATA);
        assertThat(playground.stderr()).contains("holds no bar in that time");
    }

    @Test
    void fundingThatTheLakeHasIsChargedAndItsAbsenceTold() {
        fill(BTC, 5);
        runFromLake("15m");
        String without = playground.value("finalEquity");
        assertThat(playground.stdout()).contains("NO_FUNDING");
        funding(BTC, 0.0005);
        runFromLake("15m");
        assertThat(playground.stdout()).doesNotContain("NO_FUNDING").contains("\"settlements\":41");
        assertThat(playground.value("finalEquity")).isNotEqualTo(without);
        StringBuilder csv = new StringBuilder("time,rate\n");
        for (int i = 1; i <= MINUTES / 480; i++) {
            csv.append((START + i * 8L * Timeframe.HOUR.nanos()) / 1_000_000_000)
                    .append(",0.0005\n");
        }
        String charged = playground.value("ledgerHash");
        Path file = playground.file("funding.csv", csv.toString());
        runFromLake("15m", "--funding", file.toString());
        assertThat(playground.value("ledgerHash")).isEqualTo(charged);
    }

    @Test
    void aSweepReadsTheLakeAndResumesFromIt() {
        fill(BTC, 5);
        fill(ETH, 6);
        Path out = folder.resolve("sweep");
        ExitCode code = playground.enter(
                "sweep",
                "run",
                Playground.example("SmaCrossPlan").toString(),
                "--data",
                "lake",
                "--lake",
                lake().toString(),
                "--symbol",
                BTC + "," + ETH,
                "--timeframe",
                "1h",
                "--grid",
                "fast=5..15:5",
                "--grid",
                "slow=20,40",
                "--paths",
                "0",
                "--out",
                out.toString(),
                "--json");
        assertThat(code).as(playground.stderr()).isEqualTo(ExitCode.DONE);
        assertThat(playground.stdout()).contains(BTC.toString(), ETH.toString());
        assertThat(playground.enter("sweep", "resume", out.toString(), "--json"))
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void whatTheLakeLacksIsSaid() {
        fill(BTC, 5);
        assertThat(runFromLake("1m", "--symbol", "SOL/USDT")).isEqualTo(ExitCode.DATA);
        assertThat(playground.stderr()).contains("has no bars of SOL/USDT that make 1m", "data ls");
        assertThat(runFromLake("30s", "--symbol", BTC.toString())).isEqualTo(ExitCode.DATA);
        assertThat(run(
                        "1m",
                        "--data",
                        "lake",
                        "--lake",
                        folder.resolve("nowhere").toString()))
                .isEqualTo(ExitCode.DATA);
        assertThat(run("1m", "--csv", "x.csv", "--lake", lake().toString())).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theSameSeedFillsTheSameLake() throws IOException {
        for (String name : List.of("one", "two")) {
            ExitCode code = playground.enter(
                    "data",
                    "synth",
                    "--lake",
                    folder.resolve(name).toString(),
                    "--symbols",
                    "3",
                    "--days",
                    "40",
                    "--timeframe",
                    "15m",
                    "--seed",
                    "3",
                    "--funding",
                    "--json");
            assertThat(code).isEqualTo(ExitCode.DONE);
        }
        try (Stream<Path> files = Files.walk(folder.resolve("one"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path twin = folder.resolve("two").resolve(folder.resolve("one").relativize(file));
                assertThat(twin).hasSameBinaryContentAs(file);
            }
        }
        playground.enter("data", "stat", "--lake", folder.resolve("one").toString(), "--json");
        assertThat(playground.value("datasets")).isEqualTo("6");
        assertThat(playground.value("symbols")).isEqualTo("3");
        assertThat(playground.value("first")).isEqualTo("2024-01-01T00:00:00Z");
        assertThat(playground.number("rows")).isEqualTo(3 * (40 * 96 + 120));
        assertThat(playground.number("gaps")).isZero();
        assertThat(playground.stdout().lines()).hasSize(1);
    }

    @Test
    void aLakeIsListedWithWhatItHolds() {
        fill(BTC, 5);
        assertThat(playground.enter("data", "ls", "--lake", lake().toString())).isEqualTo(ExitCode.DONE);
        assertThat(playground.stdout()).contains("binance", BTC.toString(), "candles-1m", "20,000");
        assertThat(playground.enter("data", "ls", "--lake", lake().toString(), "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(playground.value("kind")).isEqualTo("candles-1m");
        assertThat(playground.enter(
                        "data", "stat", "--lake", folder.resolve("none").toString()))
                .isEqualTo(ExitCode.DATA);
    }
}
