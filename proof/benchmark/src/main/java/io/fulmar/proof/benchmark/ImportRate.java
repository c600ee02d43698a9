package io.fulmar.proof.benchmark;

import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.research.backtest.CandleFile;
import io.fulmar.research.backtest.CandleRows;
import io.fulmar.research.backtest.CsvHints;
import io.fulmar.research.backtest.CsvSource;
import io.fulmar.research.data.DataExport;
import io.fulmar.research.data.DataImport;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Reads a file of minutes, imports it into a lake, writes it as Feather, each several times; the least CPU time and the least wall time. CPU
 * time is that of the whole process, all threads; where one thread works alone, that thread's, because the process's is told in hundredths of
 * a second. Arguments: the CSV, a folder for lakes, the Feather file.
 */
final class ImportRate {
    private static final int RUNS = 20;
    private static final Dataset DATASET =
            new Dataset("sim", Symbol.parse("BTC/USDT"), new Kind.Candles(Timeframe.MINUTE));

    private ImportRate() {}

    /** What comes before each run and is not measured. */
    private interface Preparation {
        void run() throws IOException;
    }

    /** What is measured. */
    private interface Work {
        long run() throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        Path csv = Path.of(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Path feather = Path.of(arguments[2]);
        measure("parse", () -> {
            CandleRows rows = CandleFile.read(CsvSource.file(csv), CsvHints.NONE);
            return rows.size();
        });
        measure("import", () -> {
            remove(folder);
            return new DataImport(Lake.open(folder), DATASET, CsvHints.NONE, false, ImportRate::none)
                    .take(csv)
                    .added();
        });
        Lake lake = Lake.open(folder);
        Work export = () -> new DataExport(lake, DATASET, Long.MIN_VALUE, Long.MAX_VALUE).feather(feather);
        LongSupplier thread = ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;
        measure("feather", thread, () -> Files.deleteIfExists(feather), export);
        measure("feather-replaced", thread, ImportRate::nothing, export);
        measure("feather-forced", thread, () -> Files.deleteIfExists(feather), () -> {
            long rows = export.run();
            try (FileChannel channel = FileChannel.open(feather, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            return rows;
        });
    }

    private static void nothing() {}

    private static void none(Path from, Path to) throws IOException {
        throw new IOException("no Parquet here: " + from + " " + to);
    }

    private static void measure(String name, Work work) throws IOException {
        if (!(ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system)) {
            throw new IllegalStateException("this Java does not tell the CPU time of its process");
        }
        measure(name, system::getProcessCpuTime, ImportRate::nothing, work);
    }

    private static void measure(String name, LongSupplier clock, Preparation before, Work work) throws IOException {
        double cpuLeast = Double.MAX_VALUE;
        double wallLeast = Double.MAX_VALUE;
        long rows = 0;
        for (int i = 0; i < RUNS; i++) {
            before.run();
            long cpu = clock.getAsLong();
            long wall = WallClock.nanos();
            rows = work.run();
            wallLeast = Math.min(wallLeast, (WallClock.nanos() - wall) / 1e9);
            cpuLeast = Math.min(cpuLeast, (clock.getAsLong() - cpu) / 1e9);
        }
        System.out.printf("%s %d %.4f %.4f%n", name, rows, cpuLeast, wallLeast);
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
