package io.fulmar.market;

/** Heikin-Ashi over bars of any other kind: each is the {@link Smoothing} of one of those. */
final class HeikinAshiFold extends BarFold {
    private final BarFold real;
    private final MadeBars made = new MadeBars(16);
    private final OpenBar bar = new OpenBar();
    private final Smoothing smoothing = new Smoothing();

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
            smoothing.take(made.opens()[i], made.highs()[i], made.lows()[i], made.closes()[i]);
            bar.begin(made.openTimes()[i], smoothing.open, 0);
            bar.bar(made, i);
            bar.high = smoothing.high;
            bar.low = smoothing.low;
            bar.close = smoothing.close;
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
