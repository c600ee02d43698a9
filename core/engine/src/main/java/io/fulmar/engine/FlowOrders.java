package io.fulmar.engine;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Refusal;
import io.fulmar.domain.TimeInForce;
import io.fulmar.execution.OrderState;
import io.fulmar.risk.Action;
import io.fulmar.risk.Verdict;
import io.fulmar.strategy.Quoting;
import java.util.Optional;

/** Orders that a strategy names itself: each is judged, journaled and sent like any other. */
final class FlowOrders {
    private static final Order.Terms POST_ONLY = new Order.Terms(TimeInForce.GTC, true, false);
    private static final Order.Terms AT_ONCE = new Order.Terms(TimeInForce.IOC, false, false);

    private final Desk desk;
    private final Orderly orderly;

    FlowOrders(Desk desk) {
        this.desk = desk;
        this.orderly = desk.orderly;
    }

    void take(Place place) {
        Quoting quoting = place.seat.quoting();
        boolean paused = desk.ledger.paused(place.seat.number());
        for (int i = 0; i < quoting.count(); i++) {
            Quoting.Wish wish = quoting.wish(i);
            if (!paused || wish.kind() == Quoting.Kind.CANCEL) {
                take(place, wish);
            } else if (wish.kind() != Quoting.Kind.AMEND) {
                desk.watch.refused(Refusal.REDUCING_ONLY);
                quoting.over(wish.number());
            }
        }
        quoting.taken();
    }

    private void take(Place place, Quoting.Wish wish) {
        switch (wish.kind()) {
            case LIMIT -> place(place, wish, new OrderKind.Limit(wish.ticks()), Order.Terms.OPENING);
            case POST_ONLY -> place(place, wish, new OrderKind.Limit(wish.ticks()), POST_ONLY);
            case IMMEDIATE -> place(place, wish, new OrderKind.Limit(wish.ticks()), AT_ONCE);
            case MARKET -> place(place, wish, OrderKind.MARKET, Order.Terms.OPENING);
            case AMEND -> amend(place, wish);
            case CANCEL -> cancel(place, wish);
        }
    }

    private void place(Place place, Quoting.Wish wish, OrderKind kind, Order.Terms terms) {
        Order order = new Order(
                orderly.nextId(),
                place.seat.number(),
                place.tape.instrument.id(),
                wish.side(),
                wish.lots(),
                kind,
                terms,
                Cause.SIGNAL,
                0,
                Bracket.NONE);
        place.out.expect(wish.number(), order.id(), Entries.decisive(wish.side(), kind, place.tape));
        if (!orderly.submit(place, order, "quote")) {
            place.seat.quoting().over(wish.number());
        }
    }

    private void amend(Place place, Quoting.Wish wish) {
        Optional<OrderState> state = state(place, wish.number());
        if (state.isEmpty()
                || state.get().amend().open()
                || state.get().cancel().open()
                || !state.get().life().working()) {
            return;
        }
        Order current = state.get().order();
        OrderKind kind = new OrderKind.Limit(wish.ticks());
        switch (desk.ledger.risk.amend(current, wish.lots(), kind, orderly.situation(place.tape))) {
            case Verdict.No<Action.Amend> no -> desk.watch.refused(no.refusal());
            case Verdict.Pass<Action.Amend> pass -> {
                desk.record(new OrderEvent.AmendAsked(current.id(), wish.lots(), kind, desk.marks.steps()));
                long left = Math.max(current.lots(), wish.lots()) - state.get().filledLots();
                place.out.amended(current.id(), left, wish.ticks());
                desk.venue.amend(pass.permit());
            }
        }
    }

    private void cancel(Place place, Quoting.Wish wish) {
        Optional<OrderState> state = state(place, wish.number());
        if (state.isPresent() && !state.get().cancel().open()) {
            orderly.cancel(state.get().id(), "quote");
        }
    }

    private Optional<OrderState> state(Place place, long number) {
        long id = place.out.id(number);
        return id == 0
                ? Optional.empty()
                : desk.ledger.orders.state(id).filter(state -> !state.life().terminal());
    }
}
