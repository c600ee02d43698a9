package io.fulmar.simulation.exchange;

import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
import io.fulmar.domain.TimeInForce;
import io.fulmar.execution.CurrentBar;
import io.fulmar.execution.Touch;

/** An order at the simulated venue and what has happened to it there. Orders fill whole: bars say nothing of depth. */
final class Resting {
    final Order order;
    long level;
    boolean triggered;
    boolean rested;
    boolean enteredInside;

    Resting(Order order) {
        this.order = order;
        this.level = switch (order.kind()) {
            case OrderKind.Market ignored -> 0;
            case OrderKind.Limit(long ticks) -> ticks;
            case OrderKind.Stop(long trigger) -> trigger;
            case OrderKind.StopLimit(long trigger, long ignored) -> trigger;
            case OrderKind.TakeProfit(long trigger) -> trigger;
            case OrderKind.TrailingStop(long start, long ignored) -> start;
        };
    }

    boolean market() {
        return order.kind() instanceof OrderKind.Market;
    }

    boolean stopLike() {
        return switch (order.kind()) {
            case OrderKind.Stop ignored -> true;
            case OrderKind.TrailingStop ignored -> true;
            case OrderKind.StopLimit ignored -> !triggered;
            case OrderKind.Market ignored -> false;
            case OrderKind.Limit ignored -> false;
            case OrderKind.TakeProfit ignored -> false;
        };
    }

    /** A limit at work: one from the start, or a stop-limit whose trigger was touched. */
    boolean limitLike() {
        return order.kind() instanceof OrderKind.Limit || (triggered && order.kind() instanceof OrderKind.StopLimit);
    }

    boolean reached(CurrentBar bar) {
        Side side = order.side();
        return stopLike()
                ? Touch.stopReached(side, level, bar.high(), bar.low())
                : Touch.limitReached(side, level, bar.high(), bar.low());
    }

    /** The lowest high at which this order must see the bar; every bar while it is new, has a clock, or trails. */
    long wakesAbove() {
        boolean every = market()
                || !rested
                || order.kind() instanceof OrderKind.TrailingStop
                || order.terms().timeInForce() instanceof TimeInForce.GoodTilDate;
        if (every) {
            return Long.MIN_VALUE;
        }
        boolean byHigh = stopLike() == (order.side() == Side.BUY);
        return byHigh ? level : Long.MAX_VALUE;
    }

    /** The highest low at which this order must see the bar. */
    long wakesBelow() {
        boolean byHigh = stopLike() == (order.side() == Side.BUY);
        return byHigh ? Long.MIN_VALUE : level;
    }

    /** The price before slippage. */
    long price(CurrentBar bar, boolean inside) {
        long open = inside ? level : bar.open();
        return stopLike() ? Touch.stopFill(order.side(), level, open) : Touch.limitFill(order.side(), level, open);
    }

    void trail(CurrentBar bar) {
        if (order.kind() instanceof OrderKind.TrailingStop(long ignored, long distance)) {
            level = Touch.trailed(order.side(), level, distance, bar.high(), bar.low());
        }
    }
}
