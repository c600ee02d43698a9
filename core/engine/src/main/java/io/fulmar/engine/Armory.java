package io.fulmar.engine;

import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
import io.fulmar.domain.TimeInForce;
import io.fulmar.execution.CurrentBar;
import io.fulmar.execution.Touch;
import java.util.ArrayList;
import java.util.List;

/** Orders that we hold because the venue cannot: stops, take-profits and trails, touched by what the desk sees of the market. */
final class Armory {
    private static final class Held {
        final Order order;
        long level;

        Held(Order order, long level) {
            this.order = order;
            this.level = level;
        }
    }

    private final List<Held> held = new ArrayList<>();

    boolean isEmpty() {
        return held.isEmpty();
    }

    void hold(Order order) {
        long level = switch (order.kind()) {
            case OrderKind.Stop(long trigger) -> trigger;
            case OrderKind.StopLimit(long trigger, long ignored) -> trigger;
            case OrderKind.TakeProfit(long trigger) -> trigger;
            case OrderKind.TrailingStop(long start, long ignored) -> start;
            case OrderKind.Market ignored -> throw new IllegalArgumentException("every venue takes a market order");
            case OrderKind.Limit ignored -> throw new IllegalArgumentException("every venue takes a limit order");
        };
        held.add(new Held(order, level));
    }

    void drop(long order) {
        held.removeIf(one -> one.order.id() == order);
    }

    long level(long order) {
        for (Held one : held) {
            if (one.order.id() == order) {
                return one.level;
            }
        }
        throw new IllegalArgumentException("order " + order + " is not held here");
    }

    /** The orders that were good only until this bar, taken out. */
    List<Order> expired(CurrentBar bar) {
        List<Order> over = new ArrayList<>();
        for (Held one : held) {
            if (one.order.instrument() == bar.instrument()
                    && one.order.terms().timeInForce() instanceof TimeInForce.GoodTilDate(long until)
                    && bar.openTime() >= until) {
                over.add(one.order);
            }
        }
        held.removeIf(one -> over.contains(one.order));
        return over;
    }

    /** The orders that this bar touched, stops before take-profits; they stay held until they are dropped. */
    List<Order> touched(CurrentBar bar) {
        List<Order> touched = new ArrayList<>();
        for (boolean stops : new boolean[] {true, false}) {
            for (Held one : held) {
                boolean stopLike = !(one.order.kind() instanceof OrderKind.TakeProfit);
                if (one.order.instrument() == bar.instrument() && stopLike == stops && reached(one, bar, stopLike)) {
                    touched.add(one.order);
                }
            }
        }
        return touched;
    }

    /** What a touched order becomes at the venue. */
    static OrderKind sent(OrderKind kind) {
        return switch (kind) {
            case OrderKind.StopLimit(long ignored, long limit) -> new OrderKind.Limit(limit);
            case OrderKind.Stop ignored -> OrderKind.MARKET;
            case OrderKind.TakeProfit ignored -> OrderKind.MARKET;
            case OrderKind.TrailingStop ignored -> OrderKind.MARKET;
            case OrderKind.Market ignored -> OrderKind.MARKET;
            case OrderKind.Limit limit -> limit;
        };
    }

    /** Trails move at the close, after the touches of the bar. */
    void trail(CurrentBar bar) {
        for (Held one : held) {
            if (one.order.instrument() == bar.instrument()
                    && one.order.kind() instanceof OrderKind.TrailingStop(long ignored, long distance)) {
                one.level = Touch.trailed(one.order.side(), one.level, distance, bar.high(), bar.low());
            }
        }
    }

    private static boolean reached(Held one, CurrentBar bar, boolean stopLike) {
        Side side = one.order.side();
        return stopLike
                ? Touch.stopReached(side, one.level, bar.high(), bar.low())
                : Touch.limitReached(side, one.level, bar.high(), bar.low());
    }
}
