package io.fulmar.research.backtest;

import io.fulmar.domain.Decimal;

/**
 * Bars as a file has them, oldest first: times and nearest doubles of exact prices. The column methods hand out the arrays themselves,
 * valid up to {@link #size()}.
 */
public final class CandleRows {
    private final long[] times;
    private final double[][] prices;
    private final double[] volumes;
    private final double[] quoteVolumes;
    private final int[] trades;
    private final byte[] flags;
    private final int size;
    private final Decimal tick;
    private final long snapped;
    private final long rounded;
    private final long duplicates;

    /** As read; whoever has only doubles lets {@link CandleFile#ofDoubles} find the tick. */
    public CandleRows(
            long[] times, double[][] prices, double[] volumes, double[] quoteVolumes, int[] trades, int size) {
        this(times, prices, volumes, quoteVolumes, trades, new byte[times.length], size, Decimal.ONE, 0, 0, 0);
    }

    private CandleRows(
            long[] times,
            double[][] prices,
            double[] volumes,
            double[] quoteVolumes,
            int[] trades,
            byte[] flags,
            int size,
            Decimal tick,
            long snapped,
            long rounded,
            long duplicates) {
        this.times = times;
        this.prices = prices;
        this.volumes = volumes;
        this.quoteVolumes = quoteVolumes;
        this.trades = trades;
        this.flags = flags;
        this.size = size;
        this.tick = tick;
        this.snapped = snapped;
        this.rounded = rounded;
        this.duplicates = duplicates;
    }

    /** The same bars at a tick of theirs. */
    CandleRows settled(double[][] moved, Decimal found, long nearby, long finer) {
        return new CandleRows(
                times, moved, volumes, quoteVolumes, trades, flags, size, found, nearby, finer, duplicates);
    }

    /** When each bar opens, nanoseconds in UTC. */
    public long[] times() {
        return times;
    }

    /** Open, high, low and close. */
    public double[][] prices() {
        return prices;
    }

    /** 0 where the file has none. */
    public double[] volumes() {
        return volumes;
    }

    /** As long as the others, or empty if the file has none; NaN where it does not say. */
    public double[] quoteVolumes() {
        return quoteVolumes;
    }

    /** As long as the others, or empty if the file has none; -1 where it does not say. */
    public int[] trades() {
        return trades;
    }

    /** What is known of each bar, as the lake flags it; whoever reads a file that says so fills it in. */
    public byte[] flags() {
        return flags;
    }

    public int size() {
        return size;
    }

    /** Every price is a multiple of it. */
    public Decimal tick() {
        return tick;
    }

    /** Prices that were off the tick by the noise of floats only, and were moved to it. */
    public long snapped() {
        return snapped;
    }

    /** Prices that were truly finer than any tick the lake can keep, and lost digits. */
    public long rounded() {
        return rounded;
    }

    /** Rows of a moment that the row before had already; the first of them counts. */
    public long duplicates() {
        return duplicates;
    }

    CandleRows withDuplicates(long count) {
        return new CandleRows(
                times, prices, volumes, quoteVolumes, trades, flags, size, tick, snapped, rounded, duplicates + count);
    }

    /** The first of these rows only; the others were duplicates. */
    CandleRows cut(int kept) {
        return new CandleRows(
                times,
                prices,
                volumes,
                quoteVolumes,
                trades,
                flags,
                kept,
                tick,
                snapped,
                rounded,
                duplicates + size - kept);
    }

    void move(int from, int to) {
        if (from == to) {
            return;
        }
        times[to] = times[from];
        volumes[to] = volumes[from];
        flags[to] = flags[from];
        for (double[] column : prices) {
            column[to] = column[from];
        }
        if (quoteVolumes.length > 0) {
            quoteVolumes[to] = quoteVolumes[from];
        }
        if (trades.length > 0) {
            trades[to] = trades[from];
        }
    }

    /** The longest time that all steps between rows are a multiple of; 0 for a single row. */
    public long commonStep() {
        long common = 0;
        for (int row = 1; row < size; row++) {
            long a = times[row] - times[row - 1];
            if (common == 0 || a % common != 0) {
                long b = common;
                while (b != 0) {
                    long rest = a % b;
                    a = b;
                    b = rest;
                }
                common = a;
            }
        }
        return common;
    }
}
