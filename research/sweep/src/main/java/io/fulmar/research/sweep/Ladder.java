package io.fulmar.research.sweep;

import io.fulmar.domain.Side;
import io.fulmar.execution.Touch;
import io.fulmar.research.sweepvector.Kernels;
import io.fulmar.strategy.Rungs;

/** The rungs of one combination that wait, the nearest first, and the first bar that reaches one of them. */
final class Ladder {
    private final Prices prices;
    private final Kernels kernels;
    private final long[] limits = new long[Rungs.COUNT_MAX];
    private final long[] lots = new long[Rungs.COUNT_MAX];
    private int size;
    private int nearest;

    /** The side they enter on. */
    private Side side = Side.BUY;

    /** The first bar that they see. */
    private int first;

    /** The first bar that opens when their time is over. */
    private int until;

    /** The first bar that reaches the nearest; as many as there are bars when none does. */
    private int touch;

    Ladder(Prices prices, Kernels kernels) {
        this.prices = prices;
        this.kernels = kernels;
    }

    // ---- placed and withdrawn ----

    /** New ones will be placed, for bars from there on and before another. */
    void begin(Side entering, int from, int to) {
        side = entering;
        size = 0;
        nearest = 0;
        first = from;
        until = to;
    }

    void add(long limit, long quantity) {
        limits[size] = limit;
        lots[size] = quantity;
        size++;
    }

    void drop() {
        size = 0;
        nearest = 0;
    }

    /** The nearest has filled, or is about to. */
    void take() {
        nearest++;
    }

    // ---- what there is ----

    boolean waits() {
        return nearest < size;
    }

    Side side() {
        return side;
    }

    long limit() {
        return limits[nearest];
    }

    long lots() {
        return lots[nearest];
    }

    int until() {
        return until;
    }

    /** Whether the bar is the first that they see: what its open has passed trades there, as a taker. */
    boolean arrivesIn(int bar) {
        return bar == first;
    }

    /** Whether one waits and the price has come to the nearest. */
    boolean reachedAt(long high, long low) {
        return waits() && Touch.limitReached(side, limit(), high, low);
    }

    /** Looks for the first bar from there on that reaches one. */
    void look(int from) {
        if (!waits()) {
            return;
        }
        boolean buys = side == Side.BUY;
        long level = Math.min(limit(), Integer.MAX_VALUE);
        touch = prices.firstOutside(
                kernels, from, buys ? (int) level : Integer.MIN_VALUE, buys ? Integer.MAX_VALUE : (int) level);
    }

    /** The bar in which one fills if nothing comes between; as many as there are bars when none will. */
    int due() {
        return waits() && touch < until ? touch : prices.size;
    }
}
