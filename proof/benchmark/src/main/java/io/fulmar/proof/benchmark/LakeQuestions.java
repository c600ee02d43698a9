package io.fulmar.proof.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.fulmar.store.lake.ColumnBatch;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.Lake;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * The questions of {@code lake_parquet.py} put to a lake by plain loops over its columns, on all cores, mappings held ({@code DIR}). A line
 * a question: its name, the answer, CPU seconds of all threads, seconds of the clock; the best of several passes.
 */
final class LakeQuestions {
    private static final int PASSES = 5;

    /** A process's CPU time moves in steps of 10 ms: a question is asked again until they are few. */
    private static final long PASS_NANOS = 400_000_000;

    private static final String ONE = "SYN001/USDT";

    /** 2024-03-05 UTC. */
    private static final long DAY = 1_709_596_800_000_000_000L;

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private LakeQuestions() {}

    public static void main(String[] words) {
        Lake lake = Lake.open(Path.of(words[0]));
        List<DatasetReader> all = readers(lake);
        List<DatasetReader> one = all.stream()
                .filter(reader -> reader.dataset().symbol().toString().equals(ONE))
                .toList();
        ask("sum of close, all rows", () -> sum(all, LakeQuestions::close));
        ask("greatest high of each symbol, added up", () -> sum(all, LakeQuestions::greatestHigh));
        ask("bars that closed higher, all rows", () -> sum(all, LakeQuestions::rose));
        ask("range and volume of one symbol", () -> sum(one, LakeQuestions::year));
        ask("volume of one symbol on one day", () -> day(lake, one.getFirst().dataset()));
        all.forEach(DatasetReader::close);
    }

    private static List<DatasetReader> readers(Lake lake) {
        return lake.catalogue().stream()
                .filter(state -> state.dataset().venue().equals("synthetic"))
                .map(state -> lake.read(state.dataset()))
                .toList();
    }

    private interface Question {
        double answer();
    }

    private static void ask(String name, Question question) {
        double cpu = Double.MAX_VALUE;
        double wall = Double.MAX_VALUE;
        double answer = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            long began = WallClock.nanos();
            long spent = PROCESS.getProcessCpuTime();
            int times = 0;
            while (times == 0 || WallClock.nanos() - began < PASS_NANOS) {
                answer = question.answer();
                times++;
            }
            cpu = Math.min(cpu, (PROCESS.getProcessCpuTime() - spent) / 1e9 / times);
            wall = Math.min(wall, (WallClock.nanos() - began) / 1e9 / times);
        }
        System.out.printf(Locale.ROOT, "%s\t%.12g\t%.6f\t%.6f%n", name, answer, cpu, wall);
    }

    private static double sum(List<DatasetReader> readers, ToDoubleFunction<DatasetReader> each) {
        return readers.parallelStream().mapToDouble(each).sum();
    }

    private interface OfBatch {
        double of(ColumnBatch batch);
    }

    private static double fold(DatasetReader reader, double first, OfBatch each, DoubleBinaryOperator join) {
        reader.rewind();
        double all = first;
        for (Optional<ColumnBatch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
            all = join.applyAsDouble(all, each.of(batch.get()));
        }
        return all;
    }

    private static double close(DatasetReader reader) {
        return fold(reader, 0, batch -> LakeBenchmark.sum(batch.column("close"), batch.rows()), Double::sum);
    }

    private static double greatestHigh(DatasetReader reader) {
        return fold(reader, 0, batch -> most(batch.column("high"), batch.rows()), Math::max);
    }

    private static double rose(DatasetReader reader) {
        return fold(
                reader,
                0,
                batch -> {
                    MemorySegment opens = batch.column("open");
                    MemorySegment closes = batch.column("close");
                    long count = 0;
                    for (int i = 0; i < batch.rows(); i++) {
                        count += closes.get(DOUBLE, i * 8L) > opens.get(DOUBLE, i * 8L) ? 1 : 0;
                    }
                    return count;
                },
                Double::sum);
    }

    private static double year(DatasetReader reader) {
        double high = greatestHigh(reader);
        double low = fold(reader, Double.MAX_VALUE, batch -> -most(batch.column("low"), batch.rows(), -1), Math::min);
        return high
                - low
                + fold(reader, 0, batch -> LakeBenchmark.sum(batch.column("volume"), batch.rows()), Double::sum);
    }

    private static double day(Lake lake, Dataset dataset) {
        try (DatasetReader reader = lake.read(dataset, DAY, DAY + DAY_NANOS)) {
            return fold(reader, 0, batch -> LakeBenchmark.sum(batch.column("volume"), batch.rows()), Double::sum);
        }
    }

    private static double most(MemorySegment column, int rows) {
        return most(column, rows, 1);
    }

    private static double most(MemorySegment column, int rows, double sign) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < rows; i++) {
            most = Math.max(most, sign * column.get(DOUBLE, i * 8L));
        }
        return most;
    }
}
