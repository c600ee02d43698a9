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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Reads a file of minutes, imports it into a lake, writes it as Feather, each several times; the least CPU time of the whole process, all
 * threads, and the least wall time. Arguments: the CSV, a folder for lakes, the Feather file.
 */
final class ImportRate {
    private static final int RUNS = 20;
    private static final Dataset DATASET =
            new Dataset("sim", Symbol.parse("BTC/USDT"), new Kind.Candles(Timeframe.MINUTE));

    private ImportRate() {}

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
        measure("feather", () -> new DataExport(lake, DATASET, Long.MIN_VALUE, Long.MAX_VALUE).feather(feather));
    }

    private static void none(Path from, Path to) throws IOException {
        throw new IOException("no Parquet here: " + from + " " + to);
    }

    private static void measure(String name, Work work) throws IOException {
        if (!(ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system)) {
            throw new IllegalStateException("this Java does not tell the CPU time of its process");
        }
        double cpuLeast = Double.MAX_VALUE;
        double wallLeast = Double.MAX_VALUE;
        long rows = 0;
        for (int i = 0; i < RUNS; i++) {
            long cpu = system.getProcessCpuTime();
            long wall = WallClock.nanos();
            rows = work.run();
            wallLeast = Math.min(wallLeast, (WallClock.nanos() - wall) / 1e9);
            cpuLeast = Math.min(cpuLeast, (system.getProcessCpuTime() - cpu) / 1e9);
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
