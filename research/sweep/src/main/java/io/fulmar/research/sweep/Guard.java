package io.fulmar.research.sweep;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Distance;
import io.fulmar.domain.Side;
import io.fulmar.execution.Touch;
import io.fulmar.research.sweepvector.Kernels;

/** The levels that protect one position, and the first bar that reaches one of them. */
final class Guard {
    private static final long NONE_BELOW = Integer.MIN_VALUE;
    private static final long NONE_ABOVE = Integer.MAX_VALUE;

    private final Terms terms;
    private final Prices prices;
    private final Kernels kernels;

    /** The side of the orders that protect. */
    private Side side = Side.SELL;

    /** Levels that no price reaches where there is no such order. */
    private long stop;

    private long target;
    private boolean trailing;
    private long trail;
    private long trailDistance;

    /** The distances of a position that may grow. */
    private Bracket distances = Bracket.NONE;

    /** Placed inside the bar at hand, whose best price may have come before. */
    private boolean targetInside;

    private boolean trailInside;

    /** The first bar that may reach something; without a trail, the first that does. */
    private int next;

    /** What the last {@link #touched} bar fills, and how. */
    Cause cause = Cause.STOP;

    long price;

    Guard(Terms terms, Prices prices, Kernels kernels) {
        this.terms = terms;
        this.prices = prices;
        this.kernels = kernels;
    }

    /** A position was entered in that bar, at its open. */
    void protect(Bracket bracket, Side entered, long fill, int bar) {
        side = entered.opposite();
        outside();
        stop = level(side, bracket.stop().ticksAt(fill), fill);
        target = level(entered, bracket.target().ticksAt(fill), fill);
        trailing = bracket.trail().present();
        if (trailing) {
            trailDistance = bracket.trail().ticksAt(fill);
            trail = Touch.protection(side, fill, trailDistance);
            next = bar;
        } else if (bracket.stop().present() || bracket.target().present()) {
            next = prices.firstOutside(kernels, bar, down(), up());
        } else {
            next = prices.size;
        }
    }

    /** No price is ever below one tick, and none as high as an int can be. */
    private static long level(Side of, long distance, long fill) {
        long none = of == Side.SELL ? NONE_BELOW : NONE_ABOVE;
        if (distance == 0) {
            return none;
        }
        long level = Touch.protection(of, fill, distance);
        return level <= 0 || level >= NONE_ABOVE ? none : level;
    }

    private int down() {
        return (int) (side == Side.SELL ? stop : target);
    }

    private int up() {
        return (int) (side == Side.SELL ? target : stop);
    }

    /** Without a trail, the first bar that reaches a level. */
    int foreseen() {
        return trailing ? prices.size : next;
    }

    /** The first bar before {@code until} that reaches a level, else {@code until}. Asked with ever later bars. */
    int touched(int until) {
        int bar = trailing ? follow(until) : Math.min(next, until);
        if (bar < until) {
            decide(bar);
        }
        return bar;
    }

    // ---- trails ----

    /** Bar by bar, but over whole blocks of 64 where even the level at their end would not be reached. */
    private int follow(int until) {
        int bar = next;
        while (bar < until) {
            boolean block = (bar & (RangeTable.BLOCK - 1)) == 0 && bar + RangeTable.BLOCK <= until;
            if (block && passes(prices.highOfBlock(bar), prices.lowOfBlock(bar))) {
                trail = Touch.trailed(side, trail, trailDistance, prices.highOfBlock(bar), prices.lowOfBlock(bar));
                bar += RangeTable.BLOCK;
            } else if (reached(prices.highs[bar], prices.lows[bar])) {
                break;
            } else {
                trail = Touch.trailed(side, trail, trailDistance, prices.highs[bar], prices.lows[bar]);
                bar++;
            }
        }
        next = bar;
        return bar;
    }

    private boolean passes(long high, long low) {
        long then = Touch.trailed(side, trail, trailDistance, high, low);
        return !Touch.stopReached(side, then, high, low) && !fixed(high, low);
    }

    private boolean reached(long high, long low) {
        return Touch.stopReached(side, trail, high, low) || fixed(high, low);
    }

    private boolean fixed(long high, long low) {
        return Touch.stopReached(side, stop, high, low) || Touch.limitReached(side, target, high, low);
    }

    // ---- positions that grow ----

    /** A position begins that more may join; nothing protects it yet. */
    void begin(Bracket bracket, Side entered) {
        distances = bracket;
        side = entered.opposite();
        stop = level(side, 0, 0);
        target = level(entered, 0, 0);
        trailing = false;
        outside();
    }

    private void outside() {
        targetInside = false;
        trailInside = false;
    }

    /**
     * A part has filled: stop and target move with the average price of all, a trail keeps its level. A stop set inside a bar needs no note
     * of it: it lies beyond the rung, and that beyond the open, so it fills at its level as if the open had been seen.
     */
    void grow(long average, boolean inside) {
        stop = moved(side, stop, distances.stop(), average);
        long targetThen = moved(side.opposite(), target, distances.target(), average);
        targetInside = targetThen == target ? targetInside : inside;
        target = targetThen;
        if (!trailing && distances.trail().present()) {
            trailing = true;
            trailDistance = distances.trail().ticksAt(average);
            trail = Touch.protection(side, average, trailDistance);
            trailInside = inside;
        }
    }

    /** Where a level would lie below one tick, the one before stays. */
    private static long moved(Side of, long standing, Distance distance, long average) {
        long level = distance.present() ? Touch.protection(of, average, distance.ticksAt(average)) : 0;
        return level <= 0 ? standing : Math.min(level, NONE_ABOVE);
    }

    /** Whether that bar reaches a level, as far as the level was there to be reached. */
    boolean reachedIn(int bar) {
        long high = prices.highs[bar];
        long low = prices.lows[bar];
        boolean reached = Touch.stopReached(side, stop, high, low)
                || (trailing && Touch.stopReached(side, trail, high, low))
                || (!targetInside && Touch.limitReached(side, target, high, low));
        if (reached) {
            decide(bar);
        }
        return reached;
    }

    /** That bar is over and has reached nothing: what follows is foreseen from the next one on. */
    void close(int bar) {
        if (trailing) {
            long close = prices.closes[bar];
            trail = Touch.trailed(
                    side,
                    trail,
                    trailDistance,
                    trailInside ? close : prices.highs[bar],
                    trailInside ? close : prices.lows[bar]);
        }
        outside();
        next = trailing ? bar + 1 : prices.firstOutside(kernels, bar + 1, down(), up());
    }

    // ---- which of them ----

    /** Of what the bar reaches the one that fills first, and at what price before slippage. */
    private void decide(int bar) {
        long open = prices.opens[bar];
        long high = prices.highs[bar];
        long low = prices.lows[bar];
        boolean stopped = Touch.stopReached(side, stop, high, low);
        boolean trailed = trailing && Touch.stopReached(side, trail, high, low);
        boolean reached = !targetInside && Touch.limitReached(side, target, high, low);
        boolean nearer = side == Side.SELL ? trail > stop : trail < stop;
        boolean byTrail = trailed && (!stopped || nearer);
        if (reached && (!(stopped || trailed) || !stopFirst(open, high, low))) {
            cause = Cause.TARGET;
            price = Touch.limitFill(side, target, open);
            return;
        }
        cause = byTrail ? Cause.TRAIL : Cause.STOP;
        price = Touch.stopFill(side, byTrail ? trail : stop, open);
    }

    private boolean stopFirst(long open, long high, long low) {
        if (terms.worstFirst) {
            return true;
        }
        boolean atOpen = Touch.limitReached(side, target, open, open);
        boolean nearer = side == Side.SELL ? high - open < open - low : open - low < high - open;
        return !(atOpen || nearer);
    }
}
