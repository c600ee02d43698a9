package io.fulmar.research.sweep;

import io.fulmar.bus.Journal;
import io.fulmar.bus.Log;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What became of rungs, read from journals: how each filled or ended, and whether something was held then. */
final class RungCounts {
    private final Map<String, Integer> counts = new TreeMap<>();

    int of(String what) {
        return counts.getOrDefault(what, 0);
    }

    void read(Log log) {
        Map<Long, Order> rungs = new HashMap<>();
        Map<Long, Integer> signs = new HashMap<>();
        long[] held = new long[1];
        Journal.read(log, 1, (envelope, event) -> {
            switch (event) {
                case OrderEvent.Intended intended -> {
                    Order order = intended.terms();
                    signs.put(order.id(), order.side().sign());
                    if (!order.reduceOnly() && order.group() != 0) {
                        rungs.put(order.id(), order);
                    }
                }
                case FillEvent.Filled fill -> {
                    if (rungs.containsKey(fill.order())) {
                        count((held[0] == 0 ? "first" : "joined") + (fill.maker() ? " as maker" : " as taker"));
                    }
                    held[0] += signs.getOrDefault(fill.order(), 0) * fill.lots();
                }
                case OrderEvent.Expired over -> end(rungs, over.order(), held[0], "expired");
                case OrderEvent.Refused no -> end(rungs, no.order(), held[0], "refused");
                case OrderEvent.CancelAsked asked -> end(rungs, asked.order(), held[0], asked.reason());
                default -> {} // nothing about rungs
            }
        });
    }

    private void end(Map<Long, Order> rungs, long order, long held, String how) {
        if (rungs.containsKey(order)) {
            count(how + (held == 0 ? ", flat" : ", holding"));
        }
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
