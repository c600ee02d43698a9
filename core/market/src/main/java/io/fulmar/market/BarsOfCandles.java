package io.fulmar.market;

import io.fulmar.domain.Instrument;
import java.time.Instant;

/**
 * Makes of candles the bars of those kinds for which candles say enough: longer bars, also of months and sessions, bricks, and all of these
 * smoothed. Bricks are made of the candles' closes alone, since nobody knows in which order a candle reached its high and its low; so there
 * are fewer than trades would make. What was traded while a bar was made are the whole candles since the bar before.
 *
 * <p>Bars that are not complete are left out: a first one that began before the data, and a last one that has not closed.
 */
public final class BarsOfCandles {
    private static final long SECOND = 1_000_000_000L;
    private static final long[] NOTHING = {0};

    private final BarKind kind;
    private final Maker maker;
    private final ShownBars shown;
    private final BarColumns.Traded traded = new BarColumns.Traded();
    private long openTime;
    private double volume;

    private sealed interface Maker permits Clocked, Bricks {
        void take(Bars candles, int candle);
    }

    /** An exception says why that kind needs trades, or what does not fit the instrument. */
    public BarsOfCandles(BarKind kind, Instrument instrument) {
        this.kind = kind;
        this.shown = new ShownBars(kind);
        this.maker = maker(ShownBars.beneath(kind), instrument);
    }

    private Maker maker(BarKind beneath, Instrument instrument) {
        return switch (beneath) {
            case BarKind.Time(var timeframe) -> new Clocked(new Grid.Even(timeframe));
            case BarKind.Months(int count) -> new Clocked(new Grid.Months(count));
            case BarKind.Trading(var timeframe, var ignored, Session session) ->
                new Clocked(new Grid.Trading(timeframe, session));
            case BarKind.Renko(BarKind.Step.MeanRange ignored) -> throw trades("their height is a mean of ranges");
            case BarKind.Renko ignored -> new Bricks(BarFold.of(beneath, instrument));
            case BarKind.Ticks ignored -> throw trades("trades are counted");
            case BarKind.Volume ignored -> throw trades("a bar ends with the trade that fills it");
            case BarKind.Worth ignored -> throw trades("a bar ends with the trade that fills it");
            case BarKind.Range ignored -> throw trades("a bar ends with the trade that makes it so high");
            case BarKind.HeikinAshi ignored -> throw new IllegalArgumentException(kind + " smooths twice");
        };
    }

    private IllegalArgumentException trades(String why) {
        return new IllegalArgumentException(kind + " cannot be made of candles, only of trades: " + why);
    }

    /** Whether candles say enough for that kind. */
    public static boolean can(BarKind kind) {
        return switch (ShownBars.beneath(kind)) {
            case BarKind.Time ignored -> true;
            case BarKind.Months ignored -> true;
            case BarKind.Trading ignored -> true;
            case BarKind.Renko(BarKind.Step step) -> !(step instanceof BarKind.Step.MeanRange);
            case BarKind.Ticks ignored -> false;
            case BarKind.Volume ignored -> false;
            case BarKind.Worth ignored -> false;
            case BarKind.Range ignored -> false;
            case BarKind.HeikinAshi ignored -> false;
        };
    }

    /** Takes the candles in {@code [from, to)}, in order. */
    public void take(Bars candles, int from, int to) {
        for (int candle = from; candle < to; candle++) {
            maker.take(candles, candle);
        }
    }

    private void gather(Bars candles, int candle) {
        if (traded.empty()) {
            openTime = candles.openTime(candle);
            volume = 0;
        }
        traded.take(candles.opens()[candle], candles.highs()[candle], candles.lows()[candle], candles.closes()[candle]);
        volume += candles.volumes()[candle];
    }

    /** All bars that are complete. Nothing is taken after this. */
    public Bars bars() {
        return shown.bars();
    }

    /** Bars that the clock ends. A candle that reaches over their end cannot be shared out. */
    private final class Clocked implements Maker {
        private final Grid grid;
        private long until = Long.MIN_VALUE;
        private boolean begun;
        private boolean shut;

        Clocked(Grid grid) {
            this.grid = grid;
        }

        @Override
        public void take(Bars candles, int candle) {
            long from = candles.openTime(candle);
            long to = candles.closeTime(candle);
            if (from >= until) {
                finish();
                shut = !grid.moveTo(from) || (!begun && grid.from != from);
                until = grid.until;
                begun = true;
            }
            if (to > until) {
                throw new IllegalArgumentException("the candle of " + Instant.ofEpochSecond(Math.floorDiv(from, SECOND))
                        + " reaches over the end of a bar of " + kind + ": shorter candles are needed");
            }
            if (!shut) {
                gather(candles, candle);
                if (to == until) {
                    finish();
                }
            }
        }

        private void finish() {
            if (!traded.empty()) {
                shown.asTraded(grid.from, grid.until, traded, volume);
                traded.clear();
            }
        }
    }

    /** Bricks, of one price a candle. */
    private final class Bricks implements Maker {
        private final BarFold fold;
        private final MadeBars made = new MadeBars(16);
        private final long[] time = new long[1];
        private final long[] price = new long[1];

        Bricks(BarFold fold) {
            this.fold = fold;
        }

        @Override
        public void take(Bars candles, int candle) {
            gather(candles, candle);
            time[0] = candles.closeTime(candle);
            price[0] = candles.closes()[candle];
            fold.take(time, price, NOTHING, 0, 1, made);
            for (int i = 0; i < made.size(); i++) {
                shown.asBrick(traded.empty() ? time[0] : openTime, traded, traded.empty() ? 0 : volume, made, i);
                traded.clear();
            }
            made.clear();
        }
    }
}
