package io.fulmar.proof.benchmark;

import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.simulation.market.Candles;
import io.fulmar.simulation.market.SyntheticMarket;
import io.fulmar.store.lake.ColumnBatch;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.ExactCandles;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Recording;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Fills a lake ({@code load DIR SYMBOLS DAYS}) beside a plain writer of the same bytes, and reads it ({@code scan DIR}, {@code all DIR}). */
final class LakeBenchmark {
    private static final Kind MINUTES = new Kind.Candles(Timeframe.MINUTE);
    private static final Scales SCALES = new Scales(2, 3);

    /** 2024-01-01 UTC. */
    private static final long START = 1_704_067_200_000_000_000L;

    private static final int MANIFEST_BYTES = 900;
    private static final int RUNS = 21;
    private static final int MARKETS = 8;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;

    private LakeBenchmark() {}

    public static void main(String[] words) throws IOException {
        Path folder = Path.of(words[1]);
        switch (words[0]) {
            case "load" -> load(folder, Integer.parseInt(words[2]), Integer.parseInt(words[3]));
            case "scan" -> scan(Lake.open(folder));
            case "all" -> all(Lake.open(folder));
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private static Dataset dataset(int number) {
        return new Dataset("synthetic", Symbol.spot(String.format(Locale.ROOT, "SYN%03d", number), "USDT"), MINUTES);
    }

    // ---- load ----

    private static void load(Path folder, int symbols, int days) throws IOException {
        System.out.printf("%s%n", Machine.text());
        List<Rows> made = new ArrayList<>();
        for (int i = 0; i < Math.min(symbols, MARKETS); i++) {
            made.add(rows(SyntheticMarket.of(i + 3L).bars(Timeframe.MINUTE, START, days * 1440)));
        }
        Lake lake = Lake.open(folder);
        Path plain = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-plain"));
        ByteBuffer bytes = ByteBuffer.allocateDirect(4 << 20);
        long ours = 0;
        long theirs = 0;
        long cpu = Effort.nanos();
        long cpuOurs = 0;
        for (int i = 1; i <= symbols; i++) {
            Rows rows = made.get(i % made.size());
            long began = WallClock.nanos();
            cpu = Effort.nanos();
            write(lake, dataset(i), rows);
            ours += WallClock.nanos() - began;
            cpuOurs += Effort.nanos() - cpu;
            long size = lake.state(dataset(i)).orElseThrow().bytes();
            began = WallClock.nanos();
            plain(plain, size, bytes);
            theirs += WallClock.nanos() - began;
            if (i % 100 == 0) {
                System.out.printf(
                        "%d symbols: %.2f GB/s, plain %.2f GB/s%n", i, rate(size * i, ours), rate(size * i, theirs));
            }
        }
        Files.delete(plain);
        tellLoad(lake, ours, theirs, cpuOurs);
        today(lake);
    }

    private static double rate(long bytes, long nanos) {
        return (double) bytes / nanos;
    }

    private static void tellLoad(Lake lake, long ours, long theirs, long cpu) throws IOException {
        long rows = lake.catalogue().stream().mapToLong(state -> state.rows()).sum();
        long bytes = lake.catalogue().stream().mapToLong(state -> state.bytes()).sum();
        long files;
        try (Stream<Path> all = Files.walk(lake.folder())) {
            files = all.filter(Files::isRegularFile).count();
        }
        System.out.printf("rows %,d, bytes a row %.2f, files %,d%n", rows, (double) bytes / rows, files);
        System.out.printf(
                "load %.2f GB/s, %.1f M rows/s (%.1f M rows a second of CPU); plain writer %.2f GB/s; ratio %.2f%n",
                rate(bytes, ours), 1e3 * rows / ours, 1e3 * rows / cpu, rate(bytes, theirs), (double) theirs / ours);
    }

    private static Rows rows(Candles made) {
        Rows rows = new Rows(MINUTES, made.size());
        for (int i = 0; i < made.size(); i++) {
            double close = made.closes()[i] / 100.0;
            rows.candle(
                    made.openTimes()[i],
                    made.opens()[i] / 100.0,
                    made.highs()[i] / 100.0,
                    made.lows()[i] / 100.0,
                    close,
                    made.volumes()[i],
                    made.volumes()[i] * close);
            rows.told(i % 500, 0);
        }
        return rows;
    }

    private static void write(Lake lake, Dataset dataset, Rows rows) {
        try (DatasetWriter writer = lake.write(dataset, SCALES)) {
            writer.append(rows);
            writer.commit();
        }
    }

    /** The same bytes in pieces of the same size, forced as often; and gone. */
    private static void plain(Path folder, long size, ByteBuffer bytes) throws IOException {
        Path data = folder.resolve("data");
        Path small = folder.resolve("small");
        for (Path file : List.of(data, small)) {
            long left = file.equals(data) ? size : MANIFEST_BYTES;
            try (FileChannel channel = FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    FileChannel parent = FileChannel.open(folder)) {
                while (left > 0) {
                    bytes.clear().limit((int) Math.min(left, bytes.capacity()));
                    left -= channel.write(bytes);
                }
                channel.force(false);
                parent.force(true);
            }
        }
        Files.delete(data);
        Files.delete(small);
    }

    /** A day that is recorded can be read meanwhile. */
    private static void today(Lake lake) {
        Dataset dataset = new Dataset("today", Symbol.spot("BTC", "USDT"), MINUTES);
        try (Recording recording = lake.record(dataset, SCALES)) {
            Rows some = rows(SyntheticMarket.of(1).bars(Timeframe.MINUTE, START, 10));
            for (int i = 0; i < 100; i++) {
                for (int k = 0; k < some.size(); k++) {
                    some.times()[k] = START + (10L * i + k) * Timeframe.MINUTE.nanos();
                }
                recording.append(some);
                recording.flush();
                try (DatasetReader reader = lake.read(dataset)) {
                    long seen = count(reader);
                    if (seen != 10L * (i + 1)) {
                        throw new IllegalStateException(seen + " rows seen of " + 10 * (i + 1));
                    }
                }
            }
        }
        System.out.printf("today's segment was read whole after each of 100 flushes%n");
    }

    private static long count(DatasetReader reader) {
        long rows = 0;
        for (Optional<ColumnBatch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
            rows += batch.get().rows();
        }
        return rows;
    }

    // ---- scans, in CPU time: other work on the machine disturbs it least ----

    private static void scan(Lake lake) {
        List<DatasetReader> readers = lake.catalogue().stream()
                .filter(state -> state.dataset().venue().equals("synthetic"))
                .map(state -> lake.read(state.dataset()))
                .toList();
        long rows = readers.stream().mapToLong(LakeBenchmark::count).sum();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment equal = arena.allocate(rows * Double.BYTES, 64);
            equal.fill((byte) 1);
            double[] ours = new double[7];
            double[] plain = new double[7];
            for (int pass = 0; pass < ours.length; pass++) {
                long began = Effort.nanos();
                double sum = 0;
                for (DatasetReader reader : readers) {
                    sum += closes(reader);
                }
                ours[pass] = rate(rows * 8L, Effort.nanos() - began);
                began = Effort.nanos();
                for (long at = 0; at < rows; at += Rows.BATCH) {
                    sum += sum(equal.asSlice(at * Double.BYTES), (int) Math.min(Rows.BATCH, rows - at));
                }
                plain[pass] = rate(rows * 8L, Effort.nanos() - began);
                System.out.printf(
                        "pass %d: %.1f GB/s, plain loop %.1f GB/s (sum %g)%n", pass + 1, ours[pass], plain[pass], sum);
            }
            Arrays.sort(ours, 1, ours.length);
            Arrays.sort(plain, 1, plain.length);
            System.out.printf(
                    "close of %,d rows, mappings held, CPU time, median: %.1f GB/s, plain loop over equal memory %.1f; ratio %.2f%n",
                    rows, ours[4], plain[4], ours[4] / plain[4]);
        }
        readers.forEach(DatasetReader::close);
        year(lake);
    }

    private static double closes(DatasetReader reader) {
        reader.rewind();
        double sum = 0;
        for (Optional<ColumnBatch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
            sum += sum(batch.get().column("close"), batch.get().rows());
        }
        return sum;
    }

    /** Four sums at a time: one alone waits for itself. */
    static double sum(MemorySegment column, int rows) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < rows; i += 4) {
            a += column.get(DOUBLE, i * 8L);
            b += column.get(DOUBLE, i * 8L + 8);
            c += column.get(DOUBLE, i * 8L + 16);
            d += column.get(DOUBLE, i * 8L + 24);
        }
        for (; i < rows; i++) {
            a += column.get(DOUBLE, i * 8L);
        }
        return a + b + c + d;
    }

    private static void year(Lake lake) {
        long[] mapped = new long[RUNS];
        long[] exact = new long[RUNS];
        long rows = 0;
        for (int run = 0; run < RUNS; run++) {
            long began = Effort.nanos();
            try (DatasetReader reader = lake.read(dataset(1))) {
                rows = count(reader);
                mapped[run] = Effort.nanos() - began;
            }
            began = Effort.nanos();
            try (DatasetReader reader = lake.read(dataset(1))) {
                ExactCandles candles = reader.candles();
                exact[run] = Effort.nanos() - began;
                if (candles.size() != rows) {
                    throw new IllegalStateException("rows are missing");
                }
            }
        }
        Arrays.sort(mapped);
        Arrays.sort(exact);
        System.out.printf(
                "one symbol-year of %,d rows, warm, CPU time: mapped %.2f ms (best %.2f), verified exact ticks %.2f ms (best %.2f)%n",
                rows, mapped[RUNS / 2] / 1e6, mapped[0] / 1e6, exact[RUNS / 2] / 1e6, exact[0] / 1e6);
    }

    /** Every column of every row once, for a cold disk. */
    private static void all(Lake lake) {
        long began = WallClock.nanos();
        long bytes = 0;
        double sum = 0;
        for (var state : lake.catalogue()) {
            try (DatasetReader reader = lake.read(state.dataset())) {
                for (Optional<ColumnBatch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                    for (ArrowColumn column : ArrowColumn.of(batch.get())) {
                        sum += sum(column.values(), (int) (column.values().byteSize() / 8));
                        bytes += column.values().byteSize();
                    }
                }
            }
        }
        System.out.printf(
                "%.2f GB of all columns: %.2f GB/s (sum %g)%n",
                bytes / 1e9, rate(bytes, WallClock.nanos() - began), sum);
    }

    /** A column of eight bytes a value; the narrow ones are as well read so. */
    private record ArrowColumn(MemorySegment values) {
        static List<ArrowColumn> of(ColumnBatch batch) {
            return MINUTES.fields().stream()
                    .map(field -> new ArrowColumn(batch.column(field.name())))
                    .toList();
        }
    }
}
