package io.fulmar.proof.benchmark;

import io.fulmar.indicator.Block;
import io.fulmar.indicator.Definition;
import io.fulmar.indicator.Fold;
import io.fulmar.indicator.Indicators;
import io.fulmar.indicator.Input;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * CPU-time rates of indicators over a column of 525,600 bars in blocks of 1,024.
 *
 * <p>Arguments: a file to which high, low, close and volume are written as doubles, little-endian, one column after the other, so that a peer
 * can run on the same data. Prints {@code name million-bars-per-second} a line, the best of many passes.
 */
final class ColumnsBenchmark {
    private static final int BARS = 525_600;
    private static final int BLOCK = 1024;
    private static final int PASSES = 25;
    private static final long DIVISOR = 100;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int VOLUME = 3;

    /** The twenty most used, and {@code max}, with the arguments {@code talib_columns.py} gives them. */
    private static final Map<String, double[]> WORK = new LinkedHashMap<>();

    static {
        WORK.put("sma", new double[] {20});
        WORK.put("ema", new double[] {20});
        WORK.put("wma", new double[] {20});
        WORK.put("dema", new double[] {20});
        WORK.put("bbands", new double[] {20, 2});
        WORK.put("sar", new double[] {0.02, 0.2});
        WORK.put("rsi", new double[] {14});
        WORK.put("macd", new double[] {12, 26, 9});
        WORK.put("stoch", new double[] {14, 3, 0, 3, 0});
        WORK.put("adx", new double[] {14});
        WORK.put("cci", new double[] {20});
        WORK.put("willr", new double[] {14});
        WORK.put("mfi", new double[] {14});
        WORK.put("roc", new double[] {10});
        WORK.put("aroon", new double[] {14});
        WORK.put("atr", new double[] {14});
        WORK.put("obv", new double[] {});
        WORK.put("donchian", new double[] {20});
        WORK.put("stddev", new double[] {20});
        WORK.put("linearreg", new double[] {14});
        WORK.put("max", new double[] {20});
    }

    private final long[][] whole = new long[4][BARS];
    private final double[][] values = new double[4][BARS];
    private final double[][][] blocks = new double[4][(BARS + BLOCK - 1) / BLOCK][];
    private double sink;

    private ColumnsBenchmark() {
        SplittableRandom random = new SplittableRandom(20240108);
        long close = 3_000_000;
        for (int i = 0; i < BARS; i++) {
            long open = close;
            close = Math.max(100_000, open + random.nextInt(-1500, 1501));
            whole[0][i] = Math.max(open, close) + random.nextInt(500);
            whole[1][i] = Math.min(open, close) - random.nextInt(500);
            whole[2][i] = close;
            whole[VOLUME][i] = 1L + random.nextInt(1000);
        }
        for (int f = 0; f < 4; f++) {
            for (int i = 0; i < BARS; i++) {
                values[f][i] = (double) whole[f][i] / (f == VOLUME ? 1 : DIVISOR);
            }
            for (int b = 0; b < blocks[f].length; b++) {
                blocks[f][b] = Arrays.copyOfRange(values[f], b * BLOCK, Math.min(BARS, (b + 1) * BLOCK));
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        ColumnsBenchmark benchmark = new ColumnsBenchmark();
        if (arguments.length > 0) {
            benchmark.write(Path.of(arguments[0]));
        }
        Map<String, Double> best = new LinkedHashMap<>();
        for (int round = 0; round < 3; round++) {
            WORK.forEach((name, numbers) -> {
                Definition definition = Indicators.find(name).orElseThrow();
                best.merge(name, benchmark.rate(definition, numbers), Math::max);
            });
        }
        best.forEach((name, rate) -> System.out.printf("%s %.0f%n", name, rate));
        if (benchmark.sink == 42) {
            System.out.println();
        }
    }

    private double rate(Definition definition, double... arguments) {
        long best = Long.MAX_VALUE;
        for (int pass = 0; pass < PASSES; pass++) {
            Fold fold = definition.fold(arguments);
            long before = THREADS.getCurrentThreadCpuTime();
            column(definition, fold);
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - before);
        }
        return BARS * 1e3 / best;
    }

    private void column(Definition definition, Fold fold) {
        List<Input> inputs = definition.inputs();
        Block block = new Block(inputs.size());
        double[][] columns = new double[definition.outputs().size()][BLOCK];
        for (int from = 0; from < BARS; from += BLOCK) {
            int size = Math.min(BLOCK, BARS - from);
            block.resize(size);
            for (int i = 0; i < inputs.size(); i++) {
                int f = switch (inputs.get(i).field()) {
                    case HIGH -> 0;
                    case LOW -> 1;
                    case CLOSE, OPEN -> 2;
                    case VOLUME -> VOLUME;
                };
                if (f == VOLUME) {
                    block.inexact(i, blocks[f][from / BLOCK]);
                } else {
                    block.exact(i, blocks[f][from / BLOCK], whole[f], from, DIVISOR);
                }
            }
            fold.take(block, columns);
            sink += columns[0][size - 1];
        }
    }

    private void write(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * BARS * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double[] column : values) {
            bytes.asDoubleBuffer().put(column);
            bytes.position(bytes.position() + BARS * Double.BYTES);
        }
        Files.write(file, bytes.array());
    }
}
