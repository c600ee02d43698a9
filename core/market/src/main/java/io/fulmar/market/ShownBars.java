package io.fulmar.market;

import java.util.Optional;

/** Where bars of any kind go when they are made: bricks are seen as bricks, smoothed bars smoothed, all others as what was traded. */
final class ShownBars {
    private static final int ROOM = 1 << 10;

    private final BarKind kind;
    private final BarColumns out = new BarColumns(ROOM);
    private final Optional<Smoothing> smoothing;

    ShownBars(BarKind kind) {
        this.kind = kind;
        this.smoothing = kind instanceof BarKind.HeikinAshi ? Optional.of(new Smoothing()) : Optional.empty();
    }

    /** The kind that is smoothed, or the kind itself. */
    static BarKind beneath(BarKind kind) {
        return kind instanceof BarKind.HeikinAshi(BarKind of) ? of : kind;
    }

    void asTraded(long openTime, long closeTime, BarColumns.Traded traded, double volume) {
        out.append(openTime, closeTime, traded, volume);
        smooth(traded.open, traded.high, traded.low, traded.close);
    }

    /** What was traded until that brick was complete. */
    void asBrick(long openTime, BarColumns.Traded traded, double volume, MadeBars bricks, int brick) {
        out.append(openTime, bricks.closeTimes()[brick], traded, volume);
        long open = bricks.opens()[brick];
        long high = bricks.highs()[brick];
        long low = bricks.lows()[brick];
        long close = bricks.closes()[brick];
        out.seen(open, high, low, close);
        smooth(open, high, low, close);
    }

    private void smooth(long open, long high, long low, long close) {
        if (smoothing.isPresent()) {
            Smoothing bar = smoothing.get();
            bar.take(open, high, low, close);
            out.seen(bar.open, bar.high, bar.low, bar.close);
        }
    }

    Bars bars() {
        if (kind instanceof BarKind.Time(var timeframe)) {
            return new Bars(
                    timeframe,
                    out.openTimes(),
                    out.opens(),
                    out.highs(),
                    out.lows(),
                    out.closes(),
                    out.volumes(),
                    out.size());
        }
        return Bars.own(kind, out);
    }
}
