package io.fulmar.store.lake;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** Turns columns of doubles into whole numbers, and holds every one of them against its double. */
final class ExactColumns {
    private static final String[] PRICES = {"open", "high", "low", "close"};

    private final Dataset dataset;
    private final int scale;
    private final long[] times;
    private final long[][] prices;
    private final double[] volumes;
    private int size;

    ExactColumns(Dataset dataset, int scale, int room) {
        if (dataset.kind() instanceof Kind.Events) {
            throw new IllegalArgumentException(dataset + " are no bars");
        }
        this.dataset = dataset;
        this.scale = scale;
        times = new long[room];
        prices = new long[PRICES.length][room];
        volumes = new double[room];
    }

    void add(ColumnBatch batch) {
        int rows = batch.rows();
        MemorySegment.copy(batch.column(Columns.TIME), Ipc.LONG, 0, times, size, rows);
        MemorySegment.copy(batch.column("volume"), Ipc.DOUBLE, 0, volumes, size, rows);
        for (int i = 0; i < PRICES.length; i++) {
            long[] out = prices[i];
            int wrong = exact(batch.column(PRICES[i]), Decimals.power(scale), out, size, rows);
            if (wrong > 0) {
                throw new LakeException(
                        LakeException.Fault.NUMBER_INEXACT,
                        dataset.toString(),
                        wrong + " of " + rows + " prices of " + PRICES[i] + " are no numbers of " + scale + " decimals",
                        "another program has written them: import the data again");
            }
        }
        size += rows;
    }

    /** How many are not what their whole number says. */
    private static int exact(MemorySegment from, double power, long[] out, int at, int rows) {
        int wrong = 0;
        for (int i = 0; i < rows; i++) {
            double number = from.get(Ipc.DOUBLE, (long) i * Double.BYTES);
            double mantissa = Math.rint(number * power);
            out[at + i] = (long) mantissa;
            wrong += mantissa / power == number && Math.abs(mantissa) < Decimals.MANTISSA_MAX ? 0 : 1;
        }
        return wrong;
    }

    ExactCandles candles() {
        boolean full = size == times.length;
        return new ExactCandles(
                scale,
                full ? times : Arrays.copyOf(times, size),
                full ? prices[0] : Arrays.copyOf(prices[0], size),
                full ? prices[1] : Arrays.copyOf(prices[1], size),
                full ? prices[2] : Arrays.copyOf(prices[2], size),
                full ? prices[3] : Arrays.copyOf(prices[3], size),
                full ? volumes : Arrays.copyOf(volumes, size));
    }
}
