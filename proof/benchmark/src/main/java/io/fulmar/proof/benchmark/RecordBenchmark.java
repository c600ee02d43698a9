package io.fulmar.proof.benchmark;

import io.fulmar.domain.Symbol;
import io.fulmar.live.Market;
import io.fulmar.live.Recorder;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts a recorder in a process of its own, which notes in a mapped file what it was told, kills that process at a random moment, and
 * counts what the lake lacks. What the lake has must be the first rows without a hole.
 */
final class RecordBenchmark {
    private static final Market MARKET = new Market("made-up", Symbol.parse("BTC/USDT"), new Scales(2, 3));
    private static final Recorder.Bounds BOUNDS = new Recorder.Bounds(250, 4_096);
    private static final long EVERY_NANOS = 50_000;
    private static final int WAIT_SECONDS = 60;

    private RecordBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("record")) {
            record(Path.of(arguments[1]));
        } else {
            measure(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        }
    }

    // ---- the process that is killed ----

    /** 20,000 trades a second until it is killed; the file tells how many and when the last was told. */
    private static void record(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        folder.resolve("told"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
                Recorder recorder = new Recorder(Lake.open(folder), List.of(MARKET), BOUNDS, RecordBenchmark::now)) {
            ByteBuffer told = channel.map(FileChannel.MapMode.READ_WRITE, 0, 2 * Long.BYTES);
            for (long id = 1; id < Long.MAX_VALUE; id++) {
                long now = now();
                recorder.trade(0, now, now, 1, 100 + id % 100, 1, id);
                told.putLong(0, id).putLong(Long.BYTES, now);
                LockSupport.parkNanos(EVERY_NANOS);
            }
        }
    }

    private static long now() {
        Instant now = WallClock.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    // ---- who kills and counts ----

    private static void measure(Path folder, int kills) throws IOException, InterruptedException {
        System.out.println(Machine.text());
        System.out.printf("trades as fast as they come; bounds: %d ms, %d rows%n", BOUNDS.millis(), BOUNDS.rows());
        SplittableRandom random = new SplittableRandom(7);
        List<Long> rows = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        for (int kill = 0; kill < kills; kill++) {
            Path lake = Files.createDirectories(folder.resolve("lake" + kill));
            killSome(lake, random.nextInt(300, 1_500));
            count(lake, rows, millis);
        }
        rows.sort(null);
        millis.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%d kills: missing rows median %d, most %d; missing time median %.0f ms, most %.0f ms%n",
                kills,
                rows.get(kills / 2),
                rows.getLast(),
                millis.get(kills / 2),
                millis.getLast());
        if (rows.getLast() > BOUNDS.rows()) {
            throw new IllegalStateException("more rows are missing than the bounds allow");
        }
    }

    private static void killSome(Path lake, int afterMillis) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecordBenchmark.class.getName(),
                        "record",
                        lake.toString())
                .inheritIO()
                .start();
        Path told = lake.resolve("told");
        for (int i = 0; i < 100 * WAIT_SECONDS && (!Files.exists(told) || told(told)[0] == 0); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        TimeUnit.MILLISECONDS.sleep(afterMillis);
        process.destroyForcibly().waitFor();
    }

    private static long[] told(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer told = ByteBuffer.wrap(bytes);
        return bytes.length < 2 * Long.BYTES ? new long[2] : new long[] {told.getLong(), told.getLong()};
    }

    private static void count(Path folder, List<Long> missing, List<Double> millis) throws IOException {
        long[] told = told(folder.resolve("told"));
        Lake lake = Lake.open(folder);
        Dataset dataset = new Dataset(MARKET.venue(), MARKET.symbol(), Kind.Events.TRADES);
        long kept = 0;
        long last = told[1];
        if (lake.state(dataset).isPresent()) {
            try (DatasetReader reader = lake.read(dataset)) {
                Rows rows = new Rows(Kind.Events.TRADES);
                while (reader.next(rows)) {
                    for (int i = 0; i < rows.size(); i++) {
                        kept++;
                        if (rows.wholes("id")[i] != kept) {
                            throw new IllegalStateException("row " + kept + " is trade " + rows.wholes("id")[i]);
                        }
                        last = rows.times()[i];
                    }
                }
            }
        }
        missing.add(Math.max(0, told[0] - kept));
        millis.add(kept == 0 ? Double.NaN : Math.max(0, told[1] - last) / 1e6);
    }
}
