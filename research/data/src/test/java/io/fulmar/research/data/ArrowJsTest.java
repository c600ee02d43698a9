package io.fulmar.research.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our Feather file as npm's apache-arrow reads it, which shares no code with us. Needs Node, and npm's registry the first time. */
class ArrowJsTest {
    private static final String READER = "apache-arrow@21.2.0";
    private static final int BARS = 70_000;
    private static final long MINUTE = 60_000_000_000L;
    private static final long FIRST = 1_704_067_200_000_000_000L;

    @TempDir
    private Path folder;

    /** The folder with the reader, which is fetched once. */
    private static Path reader() throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("fulmar.root", "../.."))
                .toAbsolutePath()
                .normalize();
        Path peers = root.resolve(".fulmar/peers/apache-arrow-js");
        if (!Files.exists(peers.resolve("node_modules/apache-arrow/package.json"))) {
            Files.createDirectories(peers);
            assumeTrue(
                    run(
                            peers,
                            "npm",
                            "install",
                            "--silent",
                            "--no-audit",
                            "--no-fund",
                            "--prefix",
                            peers.toString(),
                            READER),
                    "npm cannot fetch " + READER + " here");
        }
        return peers;
    }

    private static boolean run(Path in, String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(in.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(in.resolve("log").toFile())
                    .start();
            boolean ended = process.waitFor(120, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no such program here
        }
    }

    @Test
    void anIndependentReaderSeesTheSameRows() throws IOException, InterruptedException {
        assumeTrue(run(folder, "node", "--version"), "Node is not installed");
        Dataset dataset = new Dataset("sim", Symbol.parse("BTC/USDT"), new Kind.Candles(Timeframe.MINUTE));
        Lake lake = Lake.open(folder.resolve("lake"));
        Rows wanted = rows(dataset.kind());
        try (DatasetWriter writer = lake.write(dataset, new Scales(2, 0))) {
            writer.append(wanted); // which puts noise of floats right, in these rows too
            writer.commit();
        }
        Path feather = folder.resolve("x.feather");
        assertThat(new DataExport(lake, dataset, Long.MIN_VALUE, Long.MAX_VALUE).feather(feather))
                .isEqualTo(BARS);
        Path script = folder.resolve("read-arrow.cjs");
        try (InputStream text = Objects.requireNonNull(ArrowJsTest.class.getResourceAsStream("read-arrow.cjs"))) {
            Files.copy(text, script);
        }
        assertThat(run(folder, "node", script.toString(), reader().toString(), feather.toString()))
                .as("node ended well")
                .isTrue();
        List<String> lines = Files.readAllLines(folder.resolve("log"));
        assertThat(lines.getFirst())
                .isEqualTo(
                        "[\"time Timestamp<NANOSECOND, UTC>\",\"open Float64\",\"high Float64\",\"low Float64\","
                                + "\"close Float64\",\"volume Float64\",\"quote_volume Float64\",\"trades Int32\",\"flags Int8\"]");
        assertThat(lines).hasSize(BARS + 1);
        for (int i = 0; i < BARS; i++) {
            assertThat(read(lines.get(i + 1))).as("row %d", i).isEqualTo(shown(wanted, i));
        }
    }

    private static Rows rows(Kind kind) {
        SplittableRandom random = new SplittableRandom(11);
        Rows rows = new Rows(kind, BARS);
        for (int i = 0; i < BARS; i++) {
            double close = random.nextInt(1, 10_000_000) / 100.0;
            rows.candle(
                    FIRST + i * MINUTE,
                    close,
                    close + 1,
                    close,
                    close,
                    random.nextDouble(),
                    i % 3 == 0 ? Double.NaN : i);
            rows.told(i % 2 == 0 ? Rows.UNKNOWN : i, i % 4);
        }
        return rows;
    }

    private static List<String> shown(Rows rows, int row) {
        return List.of(
                "\"" + rows.times()[row] + "\"",
                number(rows.numbers("open")[row]),
                number(rows.numbers("high")[row]),
                number(rows.numbers("low")[row]),
                number(rows.numbers("close")[row]),
                number(rows.numbers("volume")[row]),
                number(rows.numbers("quote_volume")[row]),
                rows.wholes("trades")[row] < 0 ? "null" : number((double) rows.wholes("trades")[row]),
                number((double) rows.wholes("flags")[row]));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "null" : Double.toString(value);
    }

    /** JavaScript writes doubles otherwise; what counts is that they are the same. */
    private static List<String> read(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split(",", -1))
                .map(cell -> cell.equals("null") || cell.startsWith("\"") ? cell : number(Double.parseDouble(cell)))
                .toList();
    }
}
