package io.fulmar.risk;

import io.fulmar.domain.Order;
import io.fulmar.domain.Refusal;
import io.fulmar.domain.Side;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** C-5 and C-6: too much, too often, twice. Everything is remembered in rings of a fixed size. */
final class Throttles {
    private static final int DUPLICATES_MAX = 256;
    private static final int REPEATS_MAX = 4096;

    private final Bounds account;
    private final Optional<Window> orders;
    private final Optional<Window> messages;
    private final Map<Integer, Window> seats = new TreeMap<>();
    /** The key filled last comes last. */
    private final Map<Repeat, Window> repeats = new LinkedHashMap<>();

    private final ArrayDeque<Recent> recent = new ArrayDeque<>();
    private long sentToday;
    private long filledToday;

    private record Repeat(int seat, long instrument, Side side) {}

    private record Recent(Order order, long time) {
        boolean same(Order other) {
            return order.seat() == other.seat()
                    && order.instrument() == other.instrument()
                    && order.side() == other.side()
                    && order.lots() == other.lots()
                    && order.kind().equals(other.kind());
        }
    }

    Throttles(RiskLimits limits) {
        account = new Bounds(limits.account());
        orders = window(limits.bound(Control.ORDER_RATE));
        messages = window(limits.bound(Control.MESSAGE_RATE));
        limits.seats()
                .forEach((seat, bounds) -> window(bounds.getOrDefault(Control.ORDER_RATE, Bound.OFF))
                        .ifPresent(window -> seats.put(seat, window)));
    }

    private static Optional<Window> window(Bound bound) {
        return bound.on() ? Optional.of(new Window(bound.limit(), bound.span())) : Optional.empty();
    }

    // ---- facts ----

    void onAction(Action action, int seat, long now) {
        switch (action) {
            case Action.Submit submit -> {
                sent(submit.order().id(), seat, now);
                if (account.on(Control.DUPLICATE) && !submit.order().reduceOnly()) {
                    recent.addLast(new Recent(submit.order(), now));
                    if (recent.size() > DUPLICATES_MAX) {
                        recent.removeFirst();
                    }
                }
            }
            case Action.Amend amend -> sent(amend.order(), seat, now);
            case Action.Cancel cancel -> messages.ifPresent(window -> window.add(cancel.order(), now));
        }
    }

    private void sent(long order, int seat, long now) {
        sentToday++;
        if (orders.isPresent()) {
            orders.get().add(order, now);
        }
        if (messages.isPresent()) {
            messages.get().add(order, now);
        }
        var own = seats.get(seat);
        if (own != null) {
            own.add(order, now);
        }
    }

    void onFill(Order order, long now) {
        filledToday++;
        if (account.on(Control.REPEATED_EXECUTION) && !order.reduceOnly()) {
            var key = repeat(order);
            var before = repeats.remove(key);
            var window = before == null
                    ? new Window(account.limit(Control.REPEATED_EXECUTION), account.span(Control.REPEATED_EXECUTION))
                    : before;
            window.addOnce(order.id(), now);
            repeats.put(key, window);
            if (repeats.size() > REPEATS_MAX) {
                repeats.remove(repeats.keySet().iterator().next());
            }
        }
    }

    void onDay() {
        sentToday = 0;
        filledToday = 0;
    }

    /** A human looked: what came before is not counted again. */
    void onHuman() {
        repeats.clear();
    }

    void onHuman(long instrument) {
        repeats.keySet().removeIf(repeat -> repeat.instrument() == instrument);
    }

    private static Repeat repeat(Order order) {
        return new Repeat(order.seat(), order.instrument(), order.side());
    }

    // ---- checks ----

    Objection rate(Ask ask) {
        long now = ask.situation().now();
        if (orders.isPresent() && orders.get().full(now)) {
            return tooMany(Control.ORDER_RATE, orders.get().limit());
        }
        if (messages.isPresent() && messages.get().full(now)) {
            return tooMany(Control.MESSAGE_RATE, messages.get().limit());
        }
        var own = seats.get(ask.order().seat());
        if (own != null && own.full(now)) {
            return tooMany(Control.ORDER_RATE, own.limit());
        }
        if (account.on(Control.ORDER_TO_TRADE)) {
            long allowed = Math.multiplyExact(account.limit(Control.ORDER_TO_TRADE), filledToday + 1);
            if (sentToday >= allowed) {
                return Objection.to(Control.ORDER_TO_TRADE, sentToday + 1, allowed);
            }
        }
        return Objection.NONE;
    }

    Objection waiting(Ask ask) {
        long waiting = ask.situation().waitingOrders() + 1L;
        return account.exceeded(Control.OPEN_ORDERS, waiting)
                ? Objection.to(Control.OPEN_ORDERS, waiting, account.limit(Control.OPEN_ORDERS))
                : Objection.NONE;
    }

    Objection repeated(Ask ask) {
        if (!account.on(Control.REPEATED_EXECUTION)) {
            return Objection.NONE;
        }
        var window = repeats.get(repeat(ask.order()));
        return window != null && window.full(ask.situation().now())
                ? tooMany(Control.REPEATED_EXECUTION, window.limit())
                : Objection.NONE;
    }

    Objection duplicate(Ask ask) {
        if (!account.on(Control.DUPLICATE)) {
            return Objection.NONE;
        }
        long now = ask.situation().now();
        long span = account.span(Control.DUPLICATE);
        for (var latestFirst = recent.descendingIterator(); latestFirst.hasNext(); ) {
            var earlier = latestFirst.next();
            if (now - earlier.time() >= span) {
                break;
            }
            if (earlier.same(ask.order())) {
                return Objection.to(
                        Refusal.DUPLICATE,
                        "the same as order " + earlier.order().id());
            }
        }
        return Objection.NONE;
    }

    private static Objection tooMany(Control control, long limit) {
        return Objection.to(control, limit + 1, limit);
    }

    String state() {
        var text = new StringBuilder("sent " + sentToday + " filled " + filledToday);
        orders.ifPresent(window -> text.append(" orders ").append(window.state()));
        messages.ifPresent(window -> text.append(" messages ").append(window.state()));
        seats.forEach((seat, window) -> text.append(" seat ").append(seat).append(window.state()));
        repeats.forEach((repeat, window) -> text.append(' ').append(repeat).append(window.state()));
        recent.forEach(earlier -> text.append(" recent ").append(earlier.order().id()));
        return text.toString();
    }
}
