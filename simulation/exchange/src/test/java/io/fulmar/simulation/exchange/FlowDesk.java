package io.fulmar.simulation.exchange;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Event;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.TimeInForce;
import io.fulmar.risk.Risk;
import io.fulmar.risk.RiskLimits;
import io.fulmar.risk.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A desk that says what a script says and does what it is told on fills; what the venue answers is written down with the time we hear it. */
final class FlowDesk {
    static final Instrument INSTRUMENT =
            Instrument.linear(7, "test", Symbol.parse("X/USDT:USDT"), Decimal.ONE, Decimal.ONE, Decimal.ONE);

    /** What is asked of a venue. */
    sealed interface Ask {
        record New(Order order) implements Ask {}

        record Change(long order, long lots, OrderKind kind) implements Ask {}

        record Cancel(long order) implements Ask {}
    }

    /** Something to ask at some time. */
    record Planned(long time, Ask ask) {}

    /** Answers a report, at the moment it is heard. */
    interface Reaction {
        List<Ask> to(Event event, long time);
    }

    final List<String> heard = new ArrayList<>();
    private final Map<Long, Order> orders = new HashMap<>();
    private final Risk risk = new Risk(RiskLimits.backtest());
    private final FlowExchange venue;
    private final Reaction reaction;
    private long now;

    FlowDesk(FlowExchange venue, Reaction reaction) {
        this.venue = venue;
        this.reaction = reaction;
        venue.connect(this::hear, instrument -> 0);
    }

    static Order order(long id, Side side, long lots, OrderKind kind, Order.Terms terms) {
        return new Order(id, 0, INSTRUMENT.id(), side, lots, kind, terms, Cause.SIGNAL, 0, Bracket.NONE);
    }

    static Order limit(long id, Side side, long lots, long ticks) {
        return order(id, side, lots, new OrderKind.Limit(ticks), Order.Terms.OPENING);
    }

    static Order.Terms terms(TimeInForce patience, boolean postOnly) {
        return new Order.Terms(patience, postOnly, false);
    }

    List<String> run(List<Planned> plan) {
        for (Planned each : plan) {
            pump(each.time);
            now = each.time;
            venue.clock(now);
            ask(each.ask);
        }
        pump(Long.MAX_VALUE);
        return heard;
    }

    private void pump(long until) {
        for (long due = venue.nextReport(until); due <= until && due != Long.MAX_VALUE; due = venue.nextReport(until)) {
            now = due;
            venue.clock(due);
            venue.deliver(due);
        }
    }

    private void ask(Ask ask) {
        switch (ask) {
            case Ask.New(Order order) -> {
                orders.put(order.id(), order);
                if (risk.submit(order, new EasySituation(INSTRUMENT, order.side()))
                        instanceof Verdict.Pass<io.fulmar.risk.Action.Submit> pass) {
                    venue.submit(pass.permit());
                }
            }
            case Ask.Change(long id, long lots, OrderKind kind) -> {
                Order order = orders.get(id);
                if (order != null
                        && risk.amend(order, lots, kind, new EasySituation(INSTRUMENT, order.side()))
                                instanceof Verdict.Pass<io.fulmar.risk.Action.Amend> pass) {
                    venue.amend(pass.permit());
                }
            }
            case Ask.Cancel(long id) -> venue.cancel(risk.cancel(id));
        }
    }

    private void hear(Event event, long venueTime) {
        heard.add(text(event, venueTime, now));
        for (Ask ask : reaction.to(event, now)) {
            ask(ask);
        }
    }

    static String text(Event event, long venueTime, long time) {
        String what = switch (event) {
            case FillEvent.Filled fill ->
                "%d filled %d at %d%s fee %d"
                        .formatted(fill.order(), fill.lots(), fill.ticks(), fill.maker() ? " maker" : "", fill.fee());
            case OrderEvent.Acknowledged e -> e.order() + " acknowledged";
            case OrderEvent.Rejected e -> e.order() + " rejected: " + e.reason();
            case OrderEvent.Cancelled e -> e.order() + " cancelled after " + e.filledLots() + ": " + e.reason();
            case OrderEvent.Expired e -> e.order() + " expired after " + e.filledLots();
            case OrderEvent.Amended e -> e.order() + " amended to " + e.lots();
            case OrderEvent.AmendRejected e -> e.order() + " amend rejected";
            case OrderEvent.CancelRejected e -> e.order() + " cancel rejected";
            default -> event.toString();
        };
        return "%d (%d): %s".formatted(time, venueTime, what);
    }
}
