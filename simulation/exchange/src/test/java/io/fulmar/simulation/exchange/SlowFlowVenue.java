package io.fulmar.simulation.exchange;

import io.fulmar.domain.Event;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.TimeInForce;
import io.fulmar.market.Flow;
import io.fulmar.simulation.exchange.FlowDesk.Ask;
import io.fulmar.simulation.exchange.FlowDesk.Planned;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The slow twin of the venue on books: one thing after the other in the order of time, no running ahead, sorted maps for the book, each
 * order looked at on each event. At one moment: the market, then what arrives at the venue, then reports at the desk, then the plan.
 */
final class SlowFlowVenue {
    private record Arriving(Ask ask, long time) {}

    private record Coming(Event event, long venueTime, long time) {}

    private final Flow flow;
    private final SlowOrder.Queue queue;
    private final boolean whole;
    private final Latency latency;
    private final FlowDesk.Reaction reaction;
    private final List<String> heard = new ArrayList<>();
    /** Of each fill the touch of that moment, the price first seen and the price reached. */
    final List<String> notes = new ArrayList<>();

    private final TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private final List<SlowOrder> resting = new ArrayList<>();
    private final Deque<Arriving> arriving = new ArrayDeque<>();
    private final Deque<Coming> coming = new ArrayDeque<>();
    private long lastArrival;
    private long lastComing;
    private long trades;
    private long numbers;

    SlowFlowVenue(Flow flow, SlowOrder.Queue queue, boolean whole, Latency latency, FlowDesk.Reaction reaction) {
        this.flow = flow;
        this.queue = queue;
        this.whole = whole;
        this.latency = latency;
        this.reaction = reaction;
    }

    List<String> run(List<Planned> plan) {
        int event = 0;
        int planned = 0;
        while (true) {
            long market = event < flow.size() ? flow.venueTimes()[event] : Long.MAX_VALUE;
            long arrival = arriving.isEmpty() ? Long.MAX_VALUE : arriving.getFirst().time;
            long report = coming.isEmpty() ? Long.MAX_VALUE : coming.getFirst().time;
            long next = planned < plan.size() ? plan.get(planned).time() : Long.MAX_VALUE;
            long first = Math.min(Math.min(market, arrival), Math.min(report, next));
            if (first == Long.MAX_VALUE) {
                return heard;
            }
            if (market == first) {
                market(event++);
            } else if (arrival == first) {
                arrive(arriving.removeFirst());
            } else if (report == first) {
                Coming one = coming.removeFirst();
                heard.add(FlowDesk.text(one.event, one.venueTime, one.time));
                for (Ask ask : reaction.to(one.event, one.time)) {
                    send(ask, one.time);
                }
            } else {
                send(plan.get(planned++).ask(), next);
            }
        }
    }

    private void send(Ask ask, long time) {
        lastArrival = Math.max(lastArrival, time + latency.entryNanos(time));
        arriving.add(new Arriving(ask, lastArrival));
    }

    private void tell(Event event, long time) {
        lastComing = Math.max(lastComing, time + latency.responseNanos(time));
        coming.add(new Coming(event, time, lastComing));
    }

    // ---- the market ----

    private void market(int event) {
        long price = flow.ticks()[event];
        long lots = flow.lots()[event];
        long time = flow.venueTimes()[event];
        switch (flow.kind(event)) {
            case Flow.BID -> level(bids, true, price, lots);
            case Flow.ASK -> level(asks, false, price, lots);
            case Flow.CLEAR -> {
                bids.clear();
                asks.clear();
            }
            case Flow.BUY -> trade(false, price, lots, time);
            case Flow.SELL -> trade(true, price, lots, time);
            default -> throw new IllegalStateException("the twin knows no gaps");
        }
        if ((flow.kinds()[event] & Flow.LAST) != 0) {
            for (SlowOrder one : sorted()) {
                boolean crossed = one.buys()
                        ? !asks.isEmpty() && one.price() >= asks.firstKey()
                        : !bids.isEmpty() && one.price() <= bids.firstKey();
                if (!crossed) {
                    one.swept = false;
                } else if (!one.swept) {
                    fill(one, one.price(), one.price(), one.left, true, time);
                }
            }
        }
    }

    /** Buys before sells, each as they would trade. */
    private List<SlowOrder> sorted() {
        List<SlowOrder> all = new ArrayList<>(resting);
        all.sort(Comparator.comparingInt((SlowOrder one) -> one.buys() ? 0 : 1)
                .thenComparingLong(one -> one.buys() ? -one.price() : one.price())
                .thenComparingLong(one -> one.number));
        return all;
    }

    private void level(Map<Long, Long> side, boolean bid, long price, long lots) {
        long before = side.getOrDefault(price, 0L);
        if (lots == 0) {
            side.remove(price);
        } else {
            side.put(price, lots);
        }
        for (SlowOrder one : resting) {
            if (one.buys() == bid && one.price() == price) {
                one.moved(queue, (double) before, (double) lots);
            }
        }
    }

    private void trade(boolean sell, long price, long lots, long time) {
        for (SlowOrder one : sorted()) {
            if (one.buys() != sell) {
                continue;
            }
            boolean through = sell ? one.price() > price : one.price() < price;
            if (through) {
                fill(one, one.price(), one.price(), one.left, true, time);
            } else if (one.price() == price) {
                one.ahead -= lots;
                one.cumulated += lots;
                long reached = Math.round(-one.ahead);
                if (reached > 0) {
                    one.ahead = 0;
                    fill(one, price, price, whole ? one.left : Math.min(reached, one.left), true, time);
                }
            }
        }
    }

    private void fill(SlowOrder one, long shown, long price, long lots, boolean maker, long time) {
        String touch = bids.isEmpty() || asks.isEmpty() ? "0 0" : bids.firstKey() + " " + asks.firstKey();
        notes.add(one.order.id() + ": " + touch + " " + shown + " " + price);
        trades++;
        one.left -= lots;
        one.filled += lots;
        if (one.left == 0) {
            resting.remove(one);
        }
        tell(new FillEvent.Filled(one.order.id(), Long.toString(trades), price, lots, 0, maker, time), time);
    }

    // ---- orders ----

    private void arrive(Arriving arrived) {
        long time = arrived.time;
        switch (arrived.ask) {
            case Ask.New(Order order) -> submit(new SlowOrder(order, numbers++), time);
            case Ask.Cancel(long id) -> {
                Optional<SlowOrder> one = find(id);
                if (one.isEmpty()) {
                    tell(new OrderEvent.CancelRejected(id, ""), time);
                } else {
                    resting.remove(one.get());
                    tell(new OrderEvent.Cancelled(id, one.get().filled, "asked"), time);
                }
            }
            case Ask.Change(long id, long lots, OrderKind kind) -> amend(id, lots, kind, time);
        }
    }

    private Optional<SlowOrder> find(long id) {
        return resting.stream().filter(one -> one.order.id() == id).findFirst();
    }

    private void amend(long id, long lots, OrderKind kind, long time) {
        Optional<SlowOrder> found = find(id);
        if (found.isEmpty() || lots <= found.get().filled) {
            tell(new OrderEvent.AmendRejected(id, ""), time);
            return;
        }
        SlowOrder one = found.get();
        tell(new OrderEvent.Amended(id, lots, kind), time);
        if (kind.equals(one.order.kind()) && lots <= one.order.lots()) {
            one.order = one.order.withLots(lots);
            one.left = lots - one.filled;
            return;
        }
        resting.remove(one);
        SlowOrder anew = new SlowOrder(one.order.withLots(lots).withKind(kind), numbers++);
        anew.filled = one.filled;
        anew.left = lots - one.filled;
        enter(anew, time);
    }

    private void submit(SlowOrder one, long time) {
        if (one.order.terms().postOnly() && marketable(one)) {
            tell(new OrderEvent.Rejected(one.order.id(), "post-only, but it would trade at once"), time);
            return;
        }
        if (!(one.order.kind() instanceof OrderKind.Market)) {
            tell(new OrderEvent.Acknowledged(one.order.id(), ""), time);
        }
        enter(one, time);
    }

    private boolean marketable(SlowOrder one) {
        TreeMap<Long, Long> other = one.buys() ? asks : bids;
        return !other.isEmpty() && within(one, other.firstKey());
    }

    private static boolean within(SlowOrder one, long price) {
        return one.order.kind() instanceof OrderKind.Market
                || (one.buys() ? price <= one.price() : price >= one.price());
    }

    private void enter(SlowOrder one, long time) {
        TreeMap<Long, Long> other = one.buys() ? asks : bids;
        TimeInForce patience = one.order.terms().timeInForce();
        if (marketable(one)) {
            long there = 0;
            for (var level : other.entrySet()) {
                there += within(one, level.getKey()) ? level.getValue() : 0;
            }
            if (whole) {
                fill(one, other.firstKey(), other.firstKey(), one.left, false, time);
            } else if (!patience.equals(TimeInForce.FOK) || there >= one.left) {
                for (var level : other.entrySet()) {
                    if (one.left > 0 && within(one, level.getKey())) {
                        fill(one, other.firstKey(), level.getKey(), Math.min(one.left, level.getValue()), false, time);
                    }
                }
            }
        }
        if (one.left == 0) {
            return;
        }
        boolean market = one.order.kind() instanceof OrderKind.Market;
        if (market || !patience.equals(TimeInForce.GTC)) {
            String why = market ? "nobody is left to trade with" : "not marketable";
            tell(new OrderEvent.Cancelled(one.order.id(), one.filled, why), time);
            return;
        }
        one.swept = one.filled > 0 && marketable(one);
        one.ahead = (one.buys() ? bids : asks).getOrDefault(one.price(), 0L);
        resting.add(one);
    }
}
