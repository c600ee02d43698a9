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
import java.util.List;
import java.util.SplittableRandom;

/**
 * CPU-time rates of indicators over a column of 525,600 bars in blocks of 1,024.
 *
 * <p>Arguments: a file to which high, low and close are written as doubles, little-endian, one column after the other, so that a peer
 * can run on the same data. Prints {@code name million-bars-per-second} a line, the best of many passes.
 */
final class ColumnsBenchmark {
    private static final int BARS = 525_600;
    private static final int BLOCK = 1024;
    private static final int PASSES = 200;
    private static final long DIVISOR = 100;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long[][] whole = new long[3][BARS];
    private final double[][] values = new double[3][BARS];
    private final double[][][] blocks = new double[3][(BARS + BLOCK - 1) / BLOCK][];
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
        }
        for (int f = 0; f < 3; f++) {
            for (int i = 0; i < BARS; i++) {
                values[f][i] = (double) whole[f][i] / DIVISOR;
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
        String[] names = {"sma", "ema", "rsi", "bbands", "atr"};
        double[][] parameters = {{20}, {20}, {14}, {20, 2}, {14}};
        double[] best = new double[names.length];
        for (int round = 0; round < 3; round++) {
            for (int k = 0; k < names.length; k++) {
                Definition definition = Indicators.find(names[k]).orElseThrow();
                best[k] = Math.max(best[k], benchmark.rate(definition, parameters[k]));
            }
        }
        for (int k = 0; k < names.length; k++) {
            System.out.printf("%s %.0f%n", names[k], best[k]);
        }
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
                    case CLOSE, OPEN, VOLUME -> 2;
                };
                block.exact(i, blocks[f][from / BLOCK], whole[f], from, DIVISOR);
            }
            fold.take(block, columns);
            sink += columns[0][size - 1];
        }
    }

    private void write(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(3 * BARS * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double[] column : values) {
            bytes.asDoubleBuffer().put(column);
            bytes.position(bytes.position() + BARS * Double.BYTES);
        }
        Files.write(file, bytes.array());
    }
}
