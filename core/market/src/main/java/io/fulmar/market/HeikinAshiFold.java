package io.fulmar.market;

/**
 * Heikin-Ashi over bars of any other kind: the close is the mean of open, high, low and close, the open the middle of the last such bar's
 * open and close, high and low reach over both. The middle is kept in 65,536ths of a tick, rounded half up, and shown in whole ticks, so
 * that halving again and again needs no endless fraction.
 */
final class HeikinAshiFold extends BarFold {
    static final int PART_BITS = 16;
    private static final long HALF = 1L << (PART_BITS - 1);

    private final BarFold real;
    private final MadeBars made = new MadeBars(16);
    private final OpenBar bar = new OpenBar();
    private boolean begun;
    private long openParts;
    private long closeParts;

    HeikinAshiFold(BarFold real) {
        this.real = real;
    }

    @Override
    public void take(long[] times, long[] ticks, long[] lots, int from, int to, MadeBars out) {
        real.take(times, ticks, lots, from, to, made);
        smooth(out);
    }

    private void smooth(MadeBars out) {
        for (int i = 0; i < made.size(); i++) {
            long open = made.opens()[i];
            long close = made.closes()[i];
            long sum = open + close + made.highs()[i] + made.lows()[i];
            openParts = begun ? (openParts + closeParts + 1) >> 1 : Math.multiplyExact(open + close, HALF);
            closeParts = Math.multiplyExact(sum, 1L << (PART_BITS - 2));
            begun = true;
            long openTicks = (openParts + HALF) >> PART_BITS;
            long closeTicks = (closeParts + HALF) >> PART_BITS;
            bar.begin(made.openTimes()[i], openTicks, 0);
            bar.bar(made, i);
            bar.high = Math.max(made.highs()[i], Math.max(openTicks, closeTicks));
            bar.low = Math.min(made.lows()[i], Math.min(openTicks, closeTicks));
            bar.close = closeTicks;
            out.append(bar, made.closeTimes()[i]);
        }
        made.clear();
    }

    @Override
    public void gap() {
        real.gap();
    }

    @Override
    public void clock(long time, MadeBars out) {
        real.clock(time, made);
        smooth(out);
    }

    @Override
    public void end(MadeBars out) {
        real.end(made);
        smooth(out);
    }

    @Override
    public long outside() {
        return real.outside();
    }
}
