package io.fulmar.research.backtest;

import io.fulmar.bus.Journal;
import io.fulmar.bus.Log;
import io.fulmar.domain.Event;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
import io.fulmar.market.Bars;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Reads a journal as an auditor would, knowing nothing of the desk: at each approved entry, all positions at their last closes but those
 * being left, and all entries that wait, fees included, must fit equity times leverage.
 */
final class Commitments {
    private record Holding(int seat, long instrument) {}

    private final Bench bench;
    private final Map<Long, Order> orders = new HashMap<>();
    private final Map<Long, BigDecimal> waiting = new TreeMap<>();
    private final Map<Holding, Long> lots = new HashMap<>();
    private final Map<Holding, Long> leaving = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private BigDecimal cash;
    private int entries;

    Commitments(Bench bench) {
        this.bench = bench;
        this.cash = BigDecimal.valueOf(bench.cash / Bench.MONEY);
    }

    List<String> broken() {
        return broken;
    }

    int entries() {
        return entries;
    }

    void read(Log log) {
        Journal.read(log, 1, (envelope, event) -> hear(envelope.receiveTime(), event));
    }

    private void hear(long now, Event event) {
        switch (event) {
            case OrderEvent.Intended intended -> {
                orders.put(intended.order(), intended.terms());
                if (intended.approval() != OrderEvent.Approval.AWAITED) {
                    approved(now, intended.terms());
                }
            }
            case OrderEvent.Approved approved -> approved(now, order(approved.order()));
            case OrderEvent.Cancelled over -> over(over.order());
            case OrderEvent.Rejected over -> over(over.order());
            case OrderEvent.Expired over -> over(over.order());
            case FillEvent.Filled fill -> filled(fill);
            default -> {}
        }
    }

    private Order order(long id) {
        return Objects.requireNonNull(orders.get(id));
    }

    private void approved(long now, Order order) {
        if (order.reduceOnly()) {
            if (order.kind() instanceof OrderKind.Market) {
                leaving.put(holding(order), order.id());
            }
            return;
        }
        long close = close(order.instrument(), now);
        waiting.put(order.id(), withFee(BigDecimal.valueOf(order.lots() * dearest(order, close))));
        BigDecimal equity = cash;
        BigDecimal committed = waiting.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        for (Map.Entry<Holding, Long> held : lots.entrySet()) {
            BigDecimal value = BigDecimal.valueOf(held.getValue() * close(held.getKey().instrument, now));
            equity = equity.add(value);
            if (!leaving.containsKey(held.getKey())) {
                committed = committed.add(value.abs());
            }
        }
        BigDecimal allowed = equity.multiply(BigDecimal.valueOf(bench.leveragePpm, 6));
        entries++;
        if (committed.compareTo(allowed) > 0) {
            broken.add(order + " at " + now + ": " + committed + " of " + allowed);
        }
    }

    private static long dearest(Order order, long close) {
        return switch (order.kind()) {
            case OrderKind.Limit(long limit) when order.side() == Side.BUY -> limit;
            case OrderKind.Limit(long limit) -> Math.max(limit, close);
            case OrderKind.StopLimit(long trigger, long limit) -> Math.max(trigger, limit);
            case OrderKind.Stop(long trigger) -> Math.max(trigger, close);
            case OrderKind.TakeProfit(long trigger) -> Math.max(trigger, close);
            case OrderKind.Market ignored -> close;
            case OrderKind.TrailingStop ignored -> close;
        };
    }

    private BigDecimal withFee(BigDecimal value) {
        BigDecimal fee = value.multiply(BigDecimal.valueOf(bench.fee.numerator()))
                .divide(BigDecimal.valueOf(bench.fee.denominator()), 8, RoundingMode.CEILING);
        return value.add(fee);
    }

    private void filled(FillEvent.Filled fill) {
        Order order = order(fill.order());
        long signed = order.side().sign() * fill.lots();
        cash = cash.subtract(BigDecimal.valueOf(signed * fill.ticks())).subtract(BigDecimal.valueOf(fill.fee(), 8));
        lots.merge(holding(order), signed, Long::sum);
        over(fill.order());
    }

    private void over(long id) {
        waiting.remove(id);
        leaving.values().removeIf(exit -> exit == id);
    }

    private static Holding holding(Order order) {
        return new Holding(order.seat(), order.instrument());
    }

    /** The last close known at that moment. */
    private long close(long instrument, long now) {
        Bars bars = bench.bars((int) instrument - 1);
        int last = 0;
        for (int i = 0; i < bars.size() && bars.closeTime(i) <= now; i++) {
            last = i;
        }
        return bars.closes()[last];
    }
}
